/**
 * `sql benchmark` on a real PostgreSQL server: the contribution from its sums against the one from the rows.
 * Needs Debian's package `postgresql`.
 */

import { contribute } from '../../src/benchmark/exchange/contribute.ts';
import { contributeFromSums, gatePlanOf } from '../../src/benchmark/exchange/contribute-from-sums.ts';
import { madeForText } from '../../src/benchmark/exchange/made-for.ts';
import { type BenchmarkDesign, benchmarkHashesSql, benchmarkSumsSql } from '../../src/index.ts';
import { parseBenchmarkHashes, parseBenchmarkSums } from '../../src/read/benchmark-sums.ts';
import { memberCases, memberStatements, memberTable } from '../pushdown/member-cases.ts';
import { postgresPrograms, startPostgres } from '../support/postgres-server.ts';
import type { TrialResult } from './trial.ts';

const CASES = 100_000;
const SOURCE = { table: 'cases' };
const KEY = Buffer.alloc(32, 7);
const DESIGN: BenchmarkDesign = {
  instrument: 'OQ-45',
  adjust: [
    { column: 'diagnosis', kind: 'category' },
    { column: 'age', kind: 'number' },
    { column: 'setting', kind: 'category' },
  ],
};

export async function trial(): Promise<readonly TrialResult[]> {
  const bin = postgresPrograms();
  if (bin === undefined) {
    const limit = 'install the server (Debian: apt-get install postgresql)';
    return [
      { text: 'sql benchmark on PostgreSQL', figure: 'no server is installed', limit, verdict: 'fails' },
    ];
  }
  const cases = memberCases(CASES, 2029, 6);
  const server = startPostgres(bin);
  try {
    server.run(memberStatements(cases));
    const madeFor = { version: 'trial', design: DESIGN };
    const how = { dialect: 'postgres', source: SOURCE, design: DESIGN } as const;
    const hashed = benchmarkHashesSql({ ...how, key: KEY, madeFor: madeForText(madeFor, SOURCE, KEY) });
    const base = { hashes: parseBenchmarkHashes(server.csv(hashed), 'hashes'), madeFor, key: KEY };
    const started = performance.now();
    let asked = gatePlanOf(base, DESIGN);
    let sums = parseBenchmarkSums(
      'made_for,fact,model,stage,category,level,item,other,amount\n-,,,,,,,,0',
      'none',
    );
    let rounds = 0;
    while (!asked.complete) {
      const query = benchmarkSumsSql({ ...how, madeFor: madeForText(madeFor, SOURCE), plan: asked.plan });
      sums = parseBenchmarkSums(server.csv(query), 'sums');
      asked = gatePlanOf({ ...base, sums }, DESIGN);
      rounds += 1;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const made = contributeFromSums({ ...base, sums }, { memberName: 'Noord', design: DESIGN }).document;
    const expected = contribute(memberTable(cases), {
      ...{ memberName: 'Noord', design: DESIGN, hasIssues: false, synthetic: false },
      rows: { read: CASES, used: CASES, rejected: 0 },
    }).document;
    const { sums: ours, ...rest } = made;
    const { sums: theirs, ...wanted } = expected;
    const largest = Object.entries(theirs).reduce((most, [model, { cross }]) => {
      const own = ours[model as keyof typeof ours]?.cross;
      const differences = cross.flatMap((row, j) =>
        row.map(
          (value, l) =>
            Math.abs((own?.[j]?.[l] ?? Number.NaN) - value) / Math.sqrt(cross[j]![j]! * cross[l]![l]!),
        ),
      );
      return Math.max(most, ...differences);
    }, 0);
    const same = JSON.stringify(sorted(rest)) === JSON.stringify(sorted(wanted));
    return [
      {
        text: `sql benchmark, ${CASES} cases on PostgreSQL ${server.version} (${rounds} queries for sums, ${seconds} s): largest difference`,
        figure: largest.toExponential(1),
        limit: 'below 1e-9, all counts and the report of the gate the same',
        verdict: same && largest < 1e-9 ? 'holds' : 'fails',
      },
    ];
  } finally {
    server.stop();
  }
}

/** Keys in one order: that of levels hangs on the order of the rows. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
