/** The scoring loop on columns in memory against the bare arithmetic of the rule, and against R. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  type CaseTable,
  type Column,
  compileRuleSet,
  DATA_FOLDER,
  type DatedScoreColumns,
  loadRuleSet,
  RATING_COLUMNS,
  scoreTable,
  scoreTableByDate,
  singleRuleBook,
} from '../../src/index.ts';
import { type BenchFigure, inTurns, REPETITIONS } from './figure.ts';

const ROWS = 1_000_000;
/** Rows scored at a time, as the reader hands them over. */
const BATCH = 10_000;

export async function bench(): Promise<readonly BenchFigure[]> {
  const set = (await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'))).value!;
  const compiled = compileRuleSet(set);
  const book = singleRuleBook(set);
  const batches = casesOf(compiled.superclusters.findIndex(({ members }) => members.length === 8));
  const bare = bareLoop(compiled.superclusters[0]!);
  difference(compiled, batches[0]!, bare);
  const times = await inTurns(
    () => {
      // As the command does: batches share their room.
      let room: DatedScoreColumns | undefined;
      for (const batch of batches) room = scoreTableByDate(book, batch, {}, room);
    },
    () => {
      for (const batch of batches) bare(batch);
    },
  );
  return [
    {
      text: 'scoring loop, 1 million cases of an 8-cluster group',
      figure: times.ours,
      unit: 's',
      repetitions: REPETITIONS,
      peer: { text: 'bare loop', figure: times.theirs, ratio: times.ours / times.theirs },
      most: 0.7,
      whenMissed:
        'tables over four items leave five look-ups a cluster, and powers come from a table; what is left is red rules, ties, the second choice and the entropy, which the bare loop does not have',
    },
    againstR(times.ours),
  ];
}

function casesOf(group: number): CaseTable[] {
  let state = 1;
  const rating = (): number => {
    state = (state * 16807) % 2147483647;
    return Math.floor((state / 2147483647) * 5);
  };
  return Array.from({ length: ROWS / BATCH }, () => {
    const columns = new Map<string, Column>(
      RATING_COLUMNS.map((name) => [
        name,
        { kind: 'rating', values: Int8Array.from({ length: BATCH }, rating) },
      ]),
    );
    columns.set('supercluster', { kind: 'text', codes: new Int32Array(BATCH), words: ['XYZ'[group]!] });
    return { n: BATCH, rows: Int32Array.from({ length: BATCH }, (_, at) => at + 1), columns };
  });
}

type Group = ReturnType<typeof compileRuleSet>['superclusters'][number];

/** 19 look-ups and one exponential a cluster, and the division: no missing items, red rules, ties or second choice. */
function bareLoop({ members, constants, table }: Group): (batch: CaseTable) => Float64Array {
  const width = members.length;
  const tables = Array.from({ length: width }, (_, m) =>
    Float64Array.from({ length: 19 * 5 }, (_unused, cell) => table[cell * width + m]!),
  );
  return (batch) => {
    const columns = RATING_COLUMNS.map((name) => ratingsOf(batch, name));
    const out = new Float64Array(batch.n * width);
    for (let row = 0; row < batch.n; row++) {
      let total = 0;
      for (let m = 0; m < width; m++) {
        const own = tables[m]!;
        let score = constants[m]!;
        for (let item = 0; item < 19; item++) score += own[item * 5 + columns[item]![row]!]!;
        const weight = Math.exp(score);
        out[row * width + m] = weight;
        total += weight;
      }
      for (let m = 0; m < width; m++) out[row * width + m]! /= total;
    }
    return out;
  };
}

function ratingsOf(batch: CaseTable, name: string): Int8Array {
  const column = batch.columns.get(name);
  if (column?.kind !== 'rating') throw new Error(`No ratings ${name}`);
  return column.values;
}

/** A bench of two things that differ would say nothing. @throws Error beyond 1e-12 */
function difference(
  compiled: ReturnType<typeof compileRuleSet>,
  batch: CaseTable,
  bare: (batch: CaseTable) => Float64Array,
): void {
  const { members } = compiled.superclusters[0]!;
  const width = compiled.ruleSet.clusters.length;
  const ours = scoreTable(compiled, batch).probabilities;
  const theirs = bare(batch);
  const open = Array.from({ length: batch.n }, (_, row) => row).filter((row) =>
    // Red rules are no part of the bare loop.
    members.every((cluster) => ours[row * width + cluster]! > 0),
  );
  if (open.length < batch.n / 100) throw new Error('Too few rows to compare');
  for (const row of open) {
    members.forEach((cluster, m) => {
      const gap = Math.abs(ours[row * width + cluster]! - theirs[row * members.length + m]!);
      if (!(gap <= 1e-12)) throw new Error(`The two loops differ by ${gap}`);
    });
  }
}

const R_SCRIPT = `
set.seed(1); n <- 1e6; k <- 8
ratings <- matrix(sample(0:4, n * 19, TRUE), n)
coefficient <- array(rnorm(19 * 5 * k), c(19, 5, k)); constant <- rnorm(k)
times <- replicate(5, system.time({
  score <- matrix(constant, n, k, byrow = TRUE)
  for (item in 1:19) score <- score + coefficient[item, , ][ratings[, item] + 1, ]
  weight <- exp(score - do.call(pmax, as.data.frame(score)))
  share <- weight / rowSums(weight)
})[["elapsed"]])
cat(median(times))
`;

function againstR(ours: number): BenchFigure {
  const text = 'the same against a vectorised calculation in R';
  const { status, stdout } = spawnSync('Rscript', ['-e', R_SCRIPT], { encoding: 'utf8' });
  if (status !== 0) return { text, figure: ours, unit: 's', repetitions: 0, missing: 'R is not installed' };
  const figure = Number(stdout);
  return {
    text,
    figure: ours,
    unit: 's',
    repetitions: REPETITIONS,
    peer: { text: 'R', figure, ratio: ours / figure },
    timesFaster: 2,
  };
}
