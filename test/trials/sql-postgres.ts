/**
 * `sql score` and `sql sums` on a real PostgreSQL server and in DuckDB, on 100,000 random cases with
 * every edge: each number against the library's. Needs Debian's package `postgresql`.
 */

import Papa from 'papaparse';
import { loadRuleSet, openEngine, type RuleSet, type SqlDialect, scoreSql } from '../../src/index.ts';
import {
  differencesOf,
  moneyCases,
  moneyStatements,
  preparedByLibrary,
  preparedFromRows,
  sumsQuery,
} from '../pushdown/money-cases.ts';
import {
  largestDifference,
  randomCases,
  randomRuleSet,
  type ScoredRow,
  scoredByLibrary,
  tableStatements,
} from '../pushdown/random-cases.ts';
import { scenarios } from '../pushdown/sums-scenarios.ts';
import { postgresPrograms, startPostgres } from '../support/postgres-server.ts';
import type { TrialResult } from './trial.ts';

const CASES = 100_000;
const REMEDY = 'install the server (Debian: apt-get install postgresql)';

type Rows = readonly Readonly<Record<string, unknown>>[];

interface Place {
  readonly dialect: SqlDialect;
  readonly name: string;
  run(statements: readonly string[]): Promise<void>;
  rows(query: string): Promise<Rows>;
  close(): Promise<void>;
}

export async function trial(): Promise<readonly TrialResult[]> {
  const bin = postgresPrograms();
  if (bin === undefined) {
    return [{ text: 'sql on PostgreSQL', figure: 'no server is installed', limit: REMEDY, verdict: 'fails' }];
  }
  const illustrative = (await loadRuleSet('data/rules/zvt-illustrative')).value!;
  // Ties are common, and about a quarter of the cases that can be typed fit nothing.
  const coarse = randomRuleSet(illustrative, 14, 1, 400);
  const results: TrialResult[] = [];
  for (const place of [await duckDb(), postgres(bin)]) {
    try {
      results.push(
        ...(await scores(place, illustrative, coarse)),
        ...(await sums(place, illustrative, coarse)),
      );
    } finally {
      await place.close();
    }
  }
  return results;
}

async function scores(place: Place, ...sets: readonly RuleSet[]): Promise<TrialResult[]> {
  const cases = randomCases(CASES, 2027);
  await place.run(tableStatements(cases));
  const results: TrialResult[] = [];
  for (const set of sets) {
    const query = scoreSql(set, { dialect: place.dialect, source: { table: 'cases' }, keep: ['patient'] });
    const { rows, seconds } = await timed(() => place.rows(query));
    const expected = scoredByLibrary(set, cases);
    const largest = largestDifference(rows as unknown as ScoredRow[], expected);
    results.push({
      text: `sql score, ${set.id}, ${CASES} cases (${edgesOf(expected)}) on ${place.name} (${seconds} s): largest difference`,
      figure: largest.toExponential(1),
      limit: 'below 1e-9',
      verdict: largest < 1e-9 ? 'holds' : 'fails',
    });
  }
  await place.run(['drop table cases']);
  return results;
}

/** How many cases there are of each edge. */
function edgesOf(rows: readonly ScoredRow[]): string {
  const count = (is: (row: ScoredRow) => boolean): number => rows.filter(is).length;
  const tied = ({ advised_probability: first, second_probability: second }: ScoredRow): boolean =>
    first !== null && second !== null && Math.abs(first - second) < 1e-12;
  const edges = {
    tied: count(tied),
    'nothing fits': count(({ status }) => status === 'none-fits'),
    'items missing': count(({ status }) => status === 'incomplete'),
    'too many missing': count(({ status }) => status === 'too-many-missing'),
    rejected: count(({ status }) => status === 'rejected'),
  };
  return Object.entries(edges)
    .map(([edge, n]) => `${n} ${edge}`)
    .join(', ');
}

async function sums(place: Place, plain: RuleSet, coarse: RuleSet): Promise<TrialResult[]> {
  const cases = moneyCases(CASES, 2028);
  await place.run(moneyStatements(cases));
  const results: TrialResult[] = [];
  for (const [name, scenario] of scenarios) {
    const set = scenario.typing === 'chosen' ? plain : coarse;
    const order = scenario.typing === 'chosen' ? 3 : 2;
    const query = sumsQuery(set, scenario, { dialect: place.dialect, by: ['site'], order });
    const { rows, seconds } = await timed(() => place.rows(query));
    const found = preparedFromRows(rows, set, scenario);
    const differences = differencesOf(found, await preparedByLibrary(cases, set, scenario));
    results.push({
      text: `sql sums, ${name}, ${CASES} cases on ${place.name} (${seconds} s, ${rows.length} lines): numbers that differ`,
      figure: String(differences.length),
      limit: 'none by more than 1e-9 of it',
      verdict: differences.length === 0 ? 'holds' : 'fails',
    });
  }
  return results;
}

async function timed(work: () => Promise<Rows>): Promise<{ readonly rows: Rows; readonly seconds: string }> {
  const started = performance.now();
  const rows = await work();
  return { rows, seconds: ((performance.now() - started) / 1000).toFixed(0) };
}

async function duckDb(): Promise<Place> {
  const engine = await openEngine(':memory:');
  return {
    dialect: 'duckdb',
    name: 'DuckDB',
    run: (statements) =>
      engine.transaction(async ({ run }) => {
        for (const statement of statements) await run(statement);
      }),
    rows: (query) => engine.all(query),
    close: () => engine.close(),
  };
}

const TEXTS: readonly string[] = [
  ...['patient', 'advised_cluster', 'second_cluster', 'status'],
  ...['kind', 'item', 'contract', 'cluster', 'setting', 'payer', 'site', 'team', 'member', 'about'],
];

function postgres(bin: string): Place {
  const server = startPostgres(bin);
  return {
    dialect: 'postgres',
    name: `PostgreSQL ${server.version}`,
    run: async (statements) => server.run(statements),
    rows: async (query) =>
      Papa.parse<Record<string, string>>(server.csv(query), { header: true, skipEmptyLines: true }).data.map(
        (row) =>
          Object.fromEntries(
            Object.entries(row).map(([key, cell]) => [
              key,
              TEXTS.includes(key)
                ? cell === '' && key !== 'about' && !('kind' in row)
                  ? null
                  : cell
                : cell === ''
                  ? null
                  : Number(cell),
            ]),
          ),
      ),
    close: async () => server.stop(),
  };
}
