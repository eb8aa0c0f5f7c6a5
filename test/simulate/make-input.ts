/** Small simulation inputs from records, so that a test shows only what it is about. */

import {
  BLANK_DAY,
  type CaseTable,
  type Column,
  dayFromIso,
  type PriceList,
  type PriceRow,
  type ResolvedScenario,
  type ReviewTerm,
  type SimulationInput,
  TextDictionary,
  type TypingColumns,
} from '../../src/index.ts';

/** One episode; dates in ISO, money in euros. */
export interface CaseRecord {
  readonly patient?: string;
  readonly member?: string;
  readonly site?: string;
  readonly team?: string;
  readonly payer?: string;
  readonly setting?: string;
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly bed_days?: number;
  readonly current_revenue?: number;
  readonly cost?: number;
  readonly chosen?: string;
  readonly chosen_cluster?: string;
  readonly advised?: string;
  readonly probabilities?: Readonly<Record<string, number>>;
}

const TEXT = ['chosen_cluster', 'patient', 'member', 'site', 'team', 'payer', 'setting'] as const;
const DAYS = ['date', 'start', 'end'] as const;
const NUMBERS = ['bed_days', 'current_revenue', 'cost'] as const;

/** Columns that no record fills are absent, as in a file. */
export function tableOf(records: readonly CaseRecord[]): CaseTable {
  const columns = new Map<string, Column>();
  for (const name of TEXT) {
    if (records.every((record) => record[name] === undefined)) continue;
    const dictionary = new TextDictionary();
    const codes = Int32Array.from(records, (record) => dictionary.code(record[name] ?? ''));
    columns.set(name, { kind: 'text', codes, words: dictionary.words });
  }
  for (const name of DAYS) {
    if (records.every((record) => record[name] === undefined)) continue;
    const values = Int32Array.from(records, (record) =>
      record[name] === undefined ? BLANK_DAY : day(record[name]),
    );
    columns.set(name, { kind: 'day', values });
  }
  for (const name of NUMBERS) {
    if (records.every((record) => record[name] === undefined)) continue;
    columns.set(name, { kind: 'number', values: Float64Array.from(records, (r) => r[name] ?? Number.NaN) });
  }
  return { n: records.length, rows: Int32Array.from(records, (_, i) => i + 1), columns };
}

function typingOf(records: readonly CaseRecord[], clusters: readonly string[]): TypingColumns {
  const index = (code: string | undefined): number => (code === undefined ? -1 : clusters.indexOf(code));
  const probabilities = new Float64Array(records.length * clusters.length);
  for (const [row, record] of records.entries()) {
    for (const [code, p] of Object.entries(record.probabilities ?? {})) {
      probabilities[row * clusters.length + index(code)] = p;
    }
  }
  return {
    clusters,
    chosen: Int16Array.from(records, (record) => index(record.chosen)),
    advised: Int16Array.from(records, (record) => index(record.advised)),
    probabilities,
  };
}

export function day(iso: string): number {
  const found = dayFromIso(iso);
  if (found === undefined) throw new Error(`No date: ${iso}`);
  return found;
}

/** `cluster unit euros [setting] [payer] [from] [until] [published]`, one row a line; `-` = blank. */
function listOf(text: string, asOf: number | undefined): PriceList {
  const rows = text
    .trim()
    .split('\n')
    .map((line): PriceRow => {
      const [cluster, unit, euros, setting, payer, from, until, published] = line
        .trim()
        .split(/\s+/)
        .map((word) => (word === '-' ? '' : word));
      return {
        cluster: cluster!,
        unit: unit as PriceRow['unit'],
        setting: setting ?? '',
        payer: payer ?? '',
        ...(from ? { from: day(from) } : {}),
        ...(until ? { until: day(until) } : {}),
        ...(published ? { published: day(published) } : {}),
        amountCents: Number(euros) * 100,
        status: 'hypothetical',
        source: 'test',
      };
    });
  return { id: 'test', rows, ...(asOf === undefined ? {} : { asOf }), sha256: '' };
}

export type ScenarioParts = Partial<Omit<ResolvedScenario, 'prices'>> & {
  readonly list: string;
  readonly asOf?: number;
  readonly overrides?: ResolvedScenario['prices']['overrides'];
};

export function scenarioOf({ list, asOf, overrides = [], ...parts }: ScenarioParts): ResolvedScenario {
  return {
    id: 'test',
    title: 'test',
    baseline: 'current',
    typing: 'chosen',
    index: [],
    volume: [],
    payerGroups: {},
    contracts: [],
    assumptions: [],
    ...parts,
    prices: { list: listOf(list, asOf), overrides },
  };
}

export const TERMS: ReadonlyMap<number, ReviewTerm> = new Map([
  [1, { length: 84, unit: 'day' }],
  [2, { length: 6, unit: 'month' }],
  [3, { length: 12, unit: 'month' }],
]);

export const CLUSTERS: readonly string[] = ['ZT01', 'ZT02', 'ZT03', 'ZT10'];

export function inputOf(
  records: readonly CaseRecord[],
  scenario: ResolvedScenario,
  clusters: readonly string[] = CLUSTERS,
): SimulationInput {
  return { table: tableOf(records), typing: typingOf(records, clusters), reviewTerms: TERMS, scenario };
}
