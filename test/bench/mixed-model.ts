/** The mixed model through sums on a million rows against R's lme4, and a hundred contributions put together. */

import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealContribution } from '../../src/benchmark/exchange/seal.ts';
import { publicKeyText } from '../../src/disclosure/keys.ts';
import {
  benchmarkRun,
  type CaseTable,
  type Column,
  combineContributions,
  contribute,
} from '../../src/index.ts';
import { type BenchFigure, median, progress, REPETITIONS, rounded, seconds } from './figure.ts';

const MEMBERS = 100;
const COVARIATES = Array.from({ length: 30 }, (_, at) => `x${at + 1}`);

export async function bench(folder: string): Promise<readonly BenchFigure[]> {
  const figures: BenchFigure[] = [];
  for (const rows of [100_000, 1_000_000]) figures.push(await modelOf(folder, rows));
  figures.push(await combined());
  return figures;
}

async function modelOf(folder: string, rows: number): Promise<BenchFigure> {
  const data = dataOf(rows);
  const table = tableOf(data);
  const options = {
    outcome: 'y',
    adjust: COVARIATES.map((column) => ({ column, kind: 'auto' as const })),
  };
  let sigma2 = Number.NaN;
  const ours = await repeat(REPETITIONS, () => {
    const { outcome } = benchmarkRun(table, options).models;
    if ('undefined' in outcome) throw new Error(outcome.undefined);
    ({ sigma2 } = outcome);
  });
  const text = `mixed model, ${rows} rows, 30 covariates, ${MEMBERS} members`;
  progress(`${text}: ${rounded(ours)} s; now R lme4`);
  const r = inR(folder, data, rows);
  if (r === undefined) {
    return {
      text,
      figure: ours,
      unit: 's',
      repetitions: REPETITIONS,
      missing: 'R with lme4 is not installed',
    };
  }
  if (Math.abs(r.sigma2 / sigma2 - 1) > 1e-4) throw new Error('R finds another residual variance');
  return {
    text,
    figure: ours,
    unit: 's',
    repetitions: REPETITIONS,
    peer: { text: `R lme4, median of ${r.repetitions}`, figure: r.seconds, ratio: ours / r.seconds },
    timesFaster: 30,
    whenMissed:
      'half is gathering the rows of each member from columns and adding products, as fast as memory gives them; the other half does not grow with rows: the search for tau2 and its interval, expected ranks and the weight of each row, which R does not make here',
  };
}

interface Data {
  readonly members: Int32Array;
  readonly covariates: readonly Float64Array[];
  readonly y: Float64Array;
}

function dataOf(rows: number): Data {
  let state = 7;
  const uniform = (): number => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const covariates = COVARIATES.map(() => Float64Array.from({ length: rows }, normal));
  const effects = Array.from({ length: MEMBERS }, () => 0.25 * normal());
  const members = Int32Array.from({ length: rows }, () => Math.floor(uniform() * MEMBERS));
  const y = Float64Array.from({ length: rows }, (_, row) => {
    const fixed = covariates.reduce((sum, values, at) => sum + (at % 5) * 0.1 * values[row]!, 0);
    return fixed + effects[members[row]!]! + normal();
  });
  return { members, covariates, y };
}

function tableOf({ members, covariates, y }: Data): CaseTable {
  const words = Array.from({ length: MEMBERS }, (_, at) => `m${String(at).padStart(3, '0')}`);
  const columns = new Map<string, Column>([
    ['member', { kind: 'text', codes: members, words }],
    ['y', { kind: 'number', values: y }],
    ...covariates.map((values, at) => [COVARIATES[at]!, { kind: 'number', values }] as [string, Column]),
  ]);
  return { n: y.length, rows: Int32Array.from(y, (_, row) => row + 1), columns };
}

/** R's own time for the fit alone, its data already in memory. */
function inR(
  folder: string,
  { members, covariates, y }: Data,
  rows: number,
): { seconds: number; sigma2: number; repetitions: number } | undefined {
  const file = join(folder, 'rows.bin');
  writeFileSync(
    file,
    Buffer.concat(
      [...covariates, y, Float64Array.from(members)].map((values) => new Uint8Array(values.buffer)),
    ),
  );
  const repetitions = rows > 500_000 ? 1 : REPETITIONS;
  const script = `
    suppressMessages(library(lme4))
    n <- ${rows}
    values <- matrix(readBin(${JSON.stringify(file)}, "double", n * 32), n)
    data <- as.data.frame(values)
    names(data) <- c(paste0("x", 1:30), "y", "member")
    data$member <- factor(data$member)
    form <- as.formula(paste("y ~", paste0("x", 1:30, collapse = "+"), "+ (1 | member)"))
    times <- replicate(${repetitions}, system.time(fit <<- lmer(form, data))[["elapsed"]])
    cat(median(times), sigma(fit)^2)`;
  const { status, stdout } = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [time, sigma2] = stdout.trim().split(/\s+/).map(Number);
  return { seconds: time!, sigma2: sigma2!, repetitions };
}

async function combined(): Promise<BenchFigure> {
  const data = tableOf(dataOf(30_000));
  const member = data.columns.get('member')!;
  if (member.kind !== 'text') throw new Error('No members');
  const design = {
    outcome: 'y',
    adjust: COVARIATES.slice(0, 8).map((column) => ({ column, kind: 'number' as const })),
  };
  progress('contributions of a hundred members are made');
  const documents = member.words.map((name, code) => {
    const own = rowsOf(data, (row) => member.codes[row] === code);
    const { document } = contribute(own, {
      memberName: name,
      design,
      rows: { read: own.n, used: own.n, rejected: 0 },
      hasIssues: false,
      synthetic: true,
    });
    const { privateKey } = generateKeyPairSync('ed25519');
    return sealContribution(document, privateKey, publicKeyText(privateKey));
  });
  const figure = await repeat(REPETITIONS, () => combineContributions(documents, {}));
  return {
    text: `${documents.length} contributions combined`,
    figure: 1000 * figure,
    unit: 'ms',
    repetitions: REPETITIONS,
    most: 150,
  };
}

function rowsOf(table: CaseTable, wanted: (row: number) => boolean): CaseTable {
  const rows = Array.from({ length: table.n }, (_, row) => row).filter(wanted);
  const columns = new Map(
    [...table.columns].map(([name, column]): [string, Column] => [
      name,
      column.kind === 'text'
        ? { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) }
        : { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row]!) },
    ]),
  );
  return { n: rows.length, rows: Int32Array.from(rows), columns };
}

/** Seconds, as a median; the first turn warms up and does not count. */
async function repeat(turns: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn <= turns; turn++) times.push(await seconds(work));
  return median(times.slice(1));
}
