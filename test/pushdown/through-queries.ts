/** One contribution by the queries of an engine and by its rows, and what must be the same of the two. */

import { expect } from 'vitest';
import { contribute } from '../../src/benchmark/exchange/contribute.ts';
import { type FromSums, gatePlanOf } from '../../src/benchmark/exchange/contribute-from-sums.ts';
import { madeForText } from '../../src/benchmark/exchange/made-for.ts';
import type { OpenContribution } from '../../src/benchmark/exchange/open-contribution.ts';
import { releaseTable } from '../../src/disclosure/ledger/release.ts';
import { loadRuleSet } from '../../src/index.ts';
import type { ConversionTable } from '../../src/model/conversion.ts';
import type { BenchmarkDesign } from '../../src/model/disclosure.ts';
import { convertScores } from '../../src/outcomes/convert-scores.ts';
import { benchmarkHashesSql } from '../../src/pushdown/benchmark-hashes.ts';
import { benchmarkSumsSql } from '../../src/pushdown/benchmark-sums.ts';
import type { SqlDialect } from '../../src/pushdown/dialect.ts';
import { parseBenchmarkHashes, parseBenchmarkSums } from '../../src/read/benchmark-sums.ts';
import { csv, type MemberCase, memberTable } from './member-cases.ts';

export const illustrative = (await loadRuleSet('data/rules/zvt-illustrative')).value!;
export const KEY = Buffer.alloc(32, 7);
export const SOURCE = { table: 'cases' };
/** Steps of unequal width, with T-scores that are no whole numbers. */
const raw = [14, 15, 17, 20, 26, 33, 45];
export const CONVERSION: ConversionTable = {
  ...{ id: 'OQ-45@1#abc', sha256: 'abc', instrument: 'OQ-45', version: '1', source: 'made up' },
  ...{ raw, t: raw.map((value) => 30 + value ** 1.1) },
};
export const number = (column: string) => ({ column, kind: 'number' }) as const;
export const category = (column: string, levels?: readonly string[]) =>
  ({ column, kind: 'category', ...(levels === undefined ? {} : { levels }) }) as const;

export interface Case {
  readonly design: BenchmarkDesign;
  readonly conversion?: ConversionTable;
  /** Largest number of queries for sums that it may take. */
  readonly rounds: number;
}

export const CASES: Readonly<Record<string, Case>> = {
  'numbers and windows': {
    rounds: 2,
    design: {
      instrument: 'OQ-45',
      adjust: [number('age'), number('pre'), number('sex')],
      windows: { pre: { fromDays: 0, untilDays: 14 }, post: { fromDays: -30, untilDays: 0 } },
    },
  },
  'levels that are merged, rows that leave': {
    rounds: 3,
    design: {
      instrument: 'OQ-45',
      direction: 'higher',
      adjust: [category('diagnosis'), number('age'), category('setting')],
    },
  },
  'agreed levels, T-scores, a period and a filter': {
    rounds: 3,
    conversion: CONVERSION,
    design: {
      ...{ instrument: 'OQ-45', conversion: 'OQ-45@1', better: 'lower' },
      adjust: [category('diagnosis', ['stemming', "angst'"]), number('sex')],
      period: { from: '2024-03-01', until: '2024-12-31' },
      where: [{ column: 'setting', values: ['ambulant', 'kliniek', 'dag'] }],
    },
  },
  'columns by name': {
    rounds: 2,
    design: { instrument: 'OQ-45', outcome: 'minutes', duration: 'bed_days', adjust: [category('sex')] },
  },
};

export type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** As a user does it: hashes, sums, and sums again until the gate has nothing more to ask. */
export async function throughQueries(
  query: Query,
  dialect: SqlDialect,
  { design, conversion }: Pick<Case, 'design' | 'conversion'>,
): Promise<{ readonly from: FromSums; readonly rounds: number }> {
  const madeFor = {
    version: 'test',
    design,
    ...(conversion === undefined ? {} : { conversion: conversion.id }),
  };
  const how = { dialect, source: SOURCE, design, ...(conversion === undefined ? {} : { conversion }) };
  const said = madeForText(madeFor, SOURCE);
  const hashes = parseBenchmarkHashes(
    csv(await query(benchmarkHashesSql({ ...how, key: KEY, madeFor: madeForText(madeFor, SOURCE, KEY) }))),
    'hashes.csv',
  );
  const base = { hashes, madeFor, key: KEY, ...(conversion === undefined ? {} : { conversion }) };
  let { plan } = gatePlanOf(base, design);
  for (let rounds = 1; ; rounds += 1) {
    const sums = parseBenchmarkSums(
      csv(await query(benchmarkSumsSql({ ...how, madeFor: said, plan }))),
      'sums.csv',
    );
    const next = gatePlanOf({ ...base, sums }, design);
    if (next.complete) return { from: { ...base, sums }, rounds };
    if (rounds === 6) throw new Error('The gate goes on asking.');
    plan = next.plan;
  }
}

export function fromRows(cases: readonly MemberCase[], { design, conversion }: Case): OpenContribution {
  const table = memberTable(cases);
  return contribute(conversion === undefined ? table : convertScores(table, conversion, design.instrument), {
    memberName: 'Noord',
    design,
    rows: { read: table.n, used: table.n, rejected: 0 },
    hasIssues: false,
    synthetic: false,
    ...(conversion === undefined ? {} : { conversion: conversion.id }),
  });
}

/** Numbers to nine digits of the size of their column; everything else as it is. */
export function expectSame(sums: OpenContribution, rows: OpenContribution): void {
  const { sums: ours, ...document } = sums.document;
  const { sums: theirs, ...expected } = rows.document;
  expect(document).toEqual(expected);
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  for (const [model, own] of Object.entries(ours)) {
    const other = theirs[model as keyof typeof theirs]!;
    expect({ n: own.n, columns: own.columns, responses: own.responses }).toEqual({
      n: other.n,
      columns: other.columns,
      responses: other.responses,
    });
    own.means.forEach((mean, j) => {
      expect(Math.abs(mean - other.means[j]!)).toBeLessThan(1e-9 * Math.max(1, Math.abs(other.means[j]!)));
      own.cross[j]!.forEach((value, l) => {
        const size = Math.sqrt(other.cross[j]![j]! * other.cross[l]![l]!);
        expect(Math.abs(value - other.cross[j]![l]!)).toBeLessThan(1e-9 * size);
      });
    });
  }
  expect(sums.mergedNames).toEqual(rows.mergedNames);
  expect(releaseLines(sums)).toEqual(releaseLines(rows));
}

/** Lines with words for codes: which code a word has depends on the order of the rows. */
function releaseLines({ ledger, patients, tokens }: OpenContribution): unknown {
  return ledger.map((source) => {
    const { lines, categories, ...table } = releaseTable(KEY, patients, source, tokens);
    return {
      ...table,
      lines: lines.map(([who, turn, codes, values]) => [
        who,
        turn,
        codes.map((code, at) => categories[at]!.words[code] ?? ''),
        values,
      ]),
    };
  });
}
