/** Random cases with money and dates, as a table of an engine and as a case file, with every edge in them. */

import {
  breakdownDimensions,
  bytesSource,
  clusterCodebook,
  type GroupDimension,
  type PreparedSimulation,
  prepareFromSums,
  prepareSimulation,
  RATING_COLUMNS,
  type ResolvedScenario,
  type RuleSet,
  readCaseTable,
  type SqlDialect,
  SUMS_COLUMNS,
  scoreTableByDate,
  simulate,
  simulationNeeds,
  singleRuleBook,
  sumsAbout,
  sumsPlan,
  sumsSql,
  sumsTableOf,
  typingColumns,
} from '../../src/index.ts';
import { lehmer } from '../support/official-tables.ts';

export const COLUMNS = [
  ...['patient', 'episode', 'supercluster', 'chosen_cluster', ...RATING_COLUMNS],
  ...['date', 'start', 'end', 'bed_days', 'current_revenue', 'cost'],
  ...['payer', 'setting', 'site', 'team', 'member'],
] as const;
const DAYS: readonly string[] = ['date', 'start', 'end'];
const NUMBERS: readonly string[] = ['bed_days', 'current_revenue', 'cost'];

export type MoneyCase = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** Patients with several episodes, ratings that rows share, open and impossible episodes, blank cells. */
export function moneyCases(n: number, seed: number): MoneyCase[] {
  const draw = lehmer(seed);
  const pick = <T>(values: readonly T[]): T => values[draw(values.length)]!;
  const iso = (day: number): string => new Date((19_700 + day) * 86_400_000).toISOString().slice(0, 10);
  let before: MoneyCase | undefined;
  return Array.from({ length: n }, (_, at) => {
    const missing = [0, 0, 0, 0, 1, 2, 3][draw(7)]!;
    const ratings: (number | null)[] = Array.from({ length: 19 }, () => draw(5));
    for (let count = 0; count < missing; count += 1) ratings[draw(19)] = [null, -1, 9][draw(3)]!;
    if (draw(60) === 0) ratings[draw(19)] = 5;
    const start = draw(700);
    const rated = Object.fromEntries(RATING_COLUMNS.map((name, item) => [name, ratings[item]!]));
    const again = before !== undefined && draw(3) === 0;
    const made = {
      episode: `e${at}`,
      patient: draw(40) === 0 ? null : `p${draw(Math.ceil(n * 0.7))}`,
      supercluster: draw(12) === 0 ? pick([null, 'x ', 'Q']) : pick(['X', 'Y', 'Z']),
      chosen_cluster:
        draw(3) === 0 ? pick([null, null, 'ZT99']) : pick(['5', 'ZT03', 'zt 12', 'ZT18', '02', 'ZT10']),
      ...rated,
      date: draw(5) === 0 ? null : iso(draw(20)),
      start: draw(30) === 0 ? null : iso(start),
      end: draw(6) === 0 ? null : iso(start + draw(500) - (draw(80) === 0 ? 300 : 0)),
      bed_days: draw(4) === 0 ? draw(120) : draw(9) === 0 ? null : draw(60) === 0 ? -1 : 0,
      current_revenue: draw(25) === 0 ? null : draw(900_000) / 100,
      cost: draw(10) === 0 ? null : draw(900_000) / 100,
      payer: pick(['VZ1', 'VZ2', 'VZ3', "O'Neill", null]),
      setting: pick(['klinisch', 'ambulant', null]),
      site: pick(['Noord', 'Zuid', null]),
      team: pick(['a', 'b', 'c']),
      member: pick(['M1', 'M2']),
    } as unknown as MoneyCase;
    // Another episode of the same rating: same patient, date, ratings and supercluster.
    const shared = ['patient', 'date', 'supercluster', ...RATING_COLUMNS];
    const one =
      again && before!.patient !== null
        ? ({
            ...made,
            ...Object.fromEntries(shared.map((name) => [name, before![name as keyof MoneyCase]])),
          } as MoneyCase)
        : made;
    before = one;
    return one;
  });
}

export function moneyStatements(cases: readonly MoneyCase[]): string[] {
  const text = (value: string | number | null): string =>
    value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
  const type = (name: string): string =>
    DAYS.includes(name)
      ? 'date'
      : NUMBERS.includes(name)
        ? 'double precision'
        : /^hv/.test(name)
          ? 'smallint'
          : 'varchar';
  const statements = [`create table cases (${COLUMNS.map((name) => `"${name}" ${type(name)}`).join(', ')})`];
  for (let start = 0; start < cases.length; start += 5000) {
    const rows = cases.slice(start, start + 5000);
    statements.push(
      `insert into cases values ${rows.map((row) => `(${COLUMNS.map((name) => text(row[name])).join(',')})`).join(',')}`,
    );
  }
  return statements;
}

/** What the library makes of the same rows, read as a case file. */
export async function preparedByLibrary(
  cases: readonly MoneyCase[],
  set: RuleSet,
  scenario: ResolvedScenario,
): Promise<PreparedSimulation> {
  const cell = (value: string | number | null): string => (value === null ? '' : String(value));
  const lines = cases.map((row) => COLUMNS.map((name) => cell(row[name])).join(','));
  const csv = `${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
  const needs = simulationNeeds(scenario);
  const { table } = await readCaseTable(bytesSource('cases.csv', new TextEncoder().encode(csv)), {
    uses: [...needs.columns, ...(needs.scores ? [...RATING_COLUMNS, 'supercluster', 'date'] : [])],
    ...(needs.scores ? { codebook: clusterCodebook(set) } : {}),
    decimal: '.',
  });
  const book = singleRuleBook(set);
  const typing = needs.scores
    ? typingColumns(
        table,
        book.clusters.map(({ code }) => code),
        scoreTableByDate(book, table),
      )
    : typingColumns(table);
  return prepareSimulation({ table, typing, reviewTerms: termsOf(set), scenario });
}

function termsOf(set: RuleSet) {
  return new Map(
    set.clusters.flatMap(({ number, reviewTerm }) => (reviewTerm ? [[number, reviewTerm]] : [])),
  );
}

export interface SumsAsked {
  readonly dialect: SqlDialect;
  readonly by?: readonly GroupDimension[];
  readonly order?: 2 | 3;
  readonly minimum?: number;
}

export function sumsQuery(
  set: RuleSet,
  scenario: ResolvedScenario,
  { dialect, by = [], order = 3, minimum = 1 }: SumsAsked,
): string {
  const { scores } = simulationNeeds(scenario);
  const codes = scores ? set.clusters.map(({ code }) => code) : undefined;
  const plan = sumsPlan(scenario, termsOf(set), by, codes);
  const { id, status, sha256 } = set;
  return sumsSql({
    dialect,
    source: { table: 'cases' },
    plan,
    about: sumsAbout(plan, {
      rules: { id, status, sha256 },
      order,
      minimum,
      patientColumn: true,
    }),
    set,
    merging: breakdownDimensions(scenario, plan),
  });
}

/** Rows as an engine gives them. */
export function preparedFromRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  set: RuleSet,
  scenario: ResolvedScenario,
): PreparedSimulation {
  const cells = rows.map((row) =>
    SUMS_COLUMNS.map((name) => {
      const value = row[name];
      return typeof value === 'number' ? value : String(value ?? '');
    }),
  );
  const { scores } = simulationNeeds(scenario);
  return prepareFromSums({
    table: sumsTableOf(SUMS_COLUMNS, cells, 'sums'),
    scenario,
    reviewTerms: termsOf(set),
    ...(scores ? { codes: set.clusters.map(({ code }) => code) } : {}),
  });
}

/**
 * Places where two results differ by more than 1e-9 of the number. Left out: what needs patients or
 * days one by one, notes that speak of them, intervals where the sums hold no products of three or no
 * patients of a cluster, and
 * intervals of groups under contracts: draws of the same distribution, which noise in the last digit turns.
 */
export function differencesOf(found: PreparedSimulation, expected: PreparedSimulation): string[] {
  const kept = found.groupings.map(({ dimension }) => dimension);
  const strip = (prepared: PreparedSimulation): unknown => {
    const { population, total, by, byCluster, waterfall, contracts, lint } = simulate(prepared);
    const { topPercentShare: _, ...people } = population;
    const rest = contracts.map(({ exhaustedOn: _day, monthly: _months, ...one }) => one);
    const groups = Object.fromEntries(kept.map((dimension) => [dimension, by[dimension]]));
    return { people, total, groups, byCluster, waterfall, rest, lint };
  };
  const drawn = found.scenario.contracts.length > 0;
  return gaps('', strip(found), strip(expected)).filter(
    (gap) => !drawn || !/^\/groups\/.*\/interval\//.test(gap),
  );
}

function gaps(path: string, a: unknown, b: unknown): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    // Published cents may fall to either side of a half.
    const cents = Number.isInteger(a) && Number.isInteger(b) && Math.abs(a - b) === 1;
    const close = cents || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1);
    return close ? [] : [`${path}: ${a} for ${b}`];
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b ? [] : [`${path}: ${String(a)} for ${String(b)}`];
  }
  if ('undefined' in a && /--order 3|sommen tonen niet/.test(String(a.undefined))) return [];
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => key !== 'note');
  return keys.flatMap((key) => gaps(`${path}/${key}`, left[key], right[key]));
}
