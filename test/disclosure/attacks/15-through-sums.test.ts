/** The same attacks on what leaves when an engine made the sums: the gate is one, and so is the ledger. */

import { afterAll, beforeEach, expect, it } from 'vitest';
import { contributeFromSums, gatePlanOf } from '../../../src/benchmark/exchange/contribute-from-sums.ts';
import { madeForText } from '../../../src/benchmark/exchange/made-for.ts';
import type { OpenContribution } from '../../../src/benchmark/exchange/open-contribution.ts';
import type { ReleaseTable } from '../../../src/disclosure/ledger/release.ts';
import { hasSmallPattern } from '../../../src/disclosure/ledger/small-pattern.ts';
import { openEngine, Refusal } from '../../../src/index.ts';
import { benchmarkHashesSql } from '../../../src/pushdown/benchmark-hashes.ts';
import { benchmarkSumsSql } from '../../../src/pushdown/benchmark-sums.ts';
import { parseBenchmarkHashes, parseBenchmarkSums } from '../../../src/read/benchmark-sums.ts';
import { csv } from '../../pushdown/member-cases.ts';
import { DESIGN, type Patient, patientsIn, releaseOf, seal } from '../../support/exchange.ts';
import {
  bypassed,
  expectSafe,
  levelCount,
  responseSum,
  type Secret,
  type Step,
  VICTIM,
  type View,
} from './attack.ts';

const KEY = Buffer.alloc(32, 7);
const SOURCE = {
  table: 'cases',
  absent: [
    ...['episode', 'instrument', 'pre', 'post', 'start', 'end', 'minutes', 'bed_days', 'cost'],
    'rom_status',
  ],
};
const engine = await openEngine(':memory:');
afterAll(() => engine.close());
beforeEach(() => engine.transaction(({ run }) => run('drop table if exists cases')));

/** As a user does it: hashes, sums, and sums again until the gate has nothing more to ask. */
async function opened({ rows, design = DESIGN }: Step): Promise<OpenContribution> {
  const cell = (value: string | number | undefined): string =>
    value === undefined ? 'null' : typeof value === 'number' ? String(value) : `'${value}'`;
  const lines = rows.map(
    (row) =>
      `(${[row.patient, row.age, row.setting, row.sex, row.outcome, row.duration].map(cell).join(', ')})`,
  );
  await engine.transaction(async ({ run }) => {
    await run(
      'create or replace table cases (patient varchar, age double, setting varchar, sex varchar, outcome double, duration double)',
    );
    await run(`insert into cases values ${lines.join(', ')}`);
  });
  const madeFor = { version: 'test', design };
  const how = { dialect: 'duckdb', source: SOURCE, design } as const;
  const hashed = benchmarkHashesSql({ ...how, key: KEY, madeFor: madeForText(madeFor, SOURCE, KEY) });
  const base = {
    hashes: parseBenchmarkHashes(csv(await engine.all(hashed)), 'hashes.csv'),
    ...{ madeFor, key: KEY },
  };
  let { plan } = gatePlanOf(base, design);
  for (let rounds = 1; rounds < 6; rounds += 1) {
    const query = benchmarkSumsSql({ ...how, madeFor: madeForText(madeFor, SOURCE), plan });
    const sums = parseBenchmarkSums(csv(await engine.all(query)), 'sums.csv');
    const next = gatePlanOf({ ...base, sums }, design);
    if (next.complete) {
      return contributeFromSums({ ...base, sums }, { memberName: rows[0]!.member, design });
    }
    plan = next.plan;
  }
  throw new Error('The gate goes on asking.');
}

/** What leaves a member over time: refused steps leave nothing. */
async function gatedBySums(...steps: readonly Step[]): Promise<View[]> {
  const views: View[] = [];
  const ledger: ReleaseTable[] = [];
  for (const step of steps) {
    try {
      const contribution = await opened(step);
      const { tables } = releaseOf(contribution);
      if (hasSmallPattern(ledger, tables)) continue;
      ledger.push(...tables);
      views.push(seal(contribution.document));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return views;
}

const others = patientsIn({ members: [{ name: 'a', n: 200, settings: ['home', 'day', 'clinic'] }], seed: 1 });
const victim: Patient = { ...others[0]!, ...VICTIM };

/** Everybody and every level: number and sum of a response. */
function groupsOf({ sums }: View, measure: 'outcome' | 'duration'): { n: number; sum: number }[] {
  const own = sums[measure];
  if (own === undefined) return [];
  const levels = own.columns.flatMap(({ level }, at) =>
    level === undefined ? [] : [{ n: levelCount(own, at), sum: responseSum(own, 0, at) }],
  );
  return [{ n: own.n, sum: responseSum(own, 0) }, ...levels];
}

const MEASURES = ['outcome', 'duration'] as const;

/** Small groups, what a total leaves beside its levels, and groups of two files that differ by one patient. */
function found(views: readonly View[]): Partial<Secret>[] {
  return MEASURES.flatMap((measure) => {
    const each = views.map((view) => groupsOf(view, measure));
    const small = each.flat().flatMap(({ n, sum }) => (n > 0 && n < 10 ? [{ [measure]: sum / n }] : []));
    const rest = each.flatMap(([all, ...levels]) => {
      const left = all === undefined ? 0 : all.n - levels.reduce((total, { n }) => total + n, 0);
      if (all === undefined || levels.length === 0 || Math.round(left) !== 1) return [];
      return [{ [measure]: all.sum - levels.reduce((total, { sum }) => total + sum, 0) }];
    });
    const [first = [], ...later] = each;
    const apart = first.flatMap((a) =>
      later.flat().flatMap((b) => (Math.round(b.n - a.n) === 1 ? [{ [measure]: b.sum - a.sum }] : [])),
    );
    return [...small, ...rest, ...apart];
  });
}

it.each<[string, readonly Step[]]>([
  ['a level of one patient', [{ rows: [...others, { ...victim, setting: 'forensic' }] }]],
  ['one more patient in a new month', [{ rows: others }, { rows: [...others, victim] }]],
  [
    'one more patient, under another design',
    [{ rows: others, design: { ...DESIGN, adjust: [] } }, { rows: [...others, victim] }],
  ],
])('%s', async (_what, steps) => {
  const safe = await gatedBySums(...steps);
  expect(safe.length).toBeGreaterThan(0);
  expectSafe(found, { safe, open: bypassed(...steps), secret: VICTIM });
});
