/** The pieces of the result of a query of sums: one long table, a line per number. */

import type { SumsAbout } from '../model/sums.ts';
import { word } from './dialect.ts';
import { dimension, dimensionColumns, type SumsDraft } from './sums-draft.ts';
import { openFacts, unpriced } from './sums-facts.ts';
import { productStages } from './sums-products.ts';
import { timingOf } from './sums-quantities.ts';
import { rowFacts, select } from './sums-rows.ts';

/** Columns of the result, in order. */
export const SUMS_COLUMNS = [
  'kind',
  'a',
  'b',
  'c',
  'frame',
  'item',
  'contract',
  'segment',
  'cluster',
  'setting',
  'payer',
  'site',
  'team',
  'member',
  'value',
  'about',
] as const;

type SumsColumn = (typeof SUMS_COLUMNS)[number];

/** The pieces of the result, each with every column. */
export function resultParts(draft: SumsDraft, about: SumsAbout): string[] {
  const { plan, rules, minimum } = draft;
  const text = (value: string): string => `cast(${value} as ${rules.text})`;
  const piece = (filled: Partial<Record<SumsColumn, string>>, from: string): string =>
    select(
      SUMS_COLUMNS.map((column) => `${cell(column, filled[column])} as ${rules.name(column)}`),
      from,
    );
  const cell = (column: SumsColumn, value: string | undefined): string => {
    if (column === 'value') return `cast(${value ?? '0'} as ${rules.double})`;
    if (['a', 'b', 'c', 'frame', 'segment'].includes(column)) return `cast(${value ?? '-1'} as integer)`;
    return text(value ?? `''`);
  };
  const groups = Object.fromEntries(plan.dimensions.map((name) => [name, dimension(name)]));
  const dimensions = dimensionColumns(draft);
  const grouped = (columns: readonly string[]): string =>
    columns.length === 0 ? '' : `\ngroup by ${columns.join(', ')}`;
  const enough = minimum > 1 ? `\nhaving count(distinct zc_patient) >= ${minimum}` : '';
  const fact = (name: string, value: string, from: string): string =>
    piece({ kind: `'fact'`, item: `'${name}'`, value }, from);
  const own = timingOf(draft, plan.own).at;
  const products = (kind: string, from: string, columns: readonly ('a' | 'b' | 'c')[]): string[] => [
    piece(
      {
        kind: `'${kind}'`,
        ...Object.fromEntries(columns.map((column) => [column, `zc_${column}`])),
        value: 'zc_value',
      },
      `${from} where zc_patients >= ${Math.max(minimum, 1)} and zc_value <> 0`,
    ),
    fact(
      `lines-${kind}`,
      'count(*)',
      `${from} where zc_patients >= ${Math.max(minimum, 1)} and zc_value <> 0`,
    ),
    ...(minimum > 1
      ? [fact(`withheld-${kind}`, 'count(*)', `${from} where zc_patients < ${minimum} and zc_value <> 0`)]
      : []),
  ];
  const parts = [
    piece(
      { kind: `'about'`, about: word(JSON.stringify(about)) },
      `(select 1 as zc_one)${rules.dialect === 'spark' ? '' : ' as one'}`,
    ),
    ...rowFacts(draft).map(([name, value, from]) => fact(name, value, from)),
    fact('not-started', 'coalesce(sum(1 - zc_started), 0)', `zc_time_${own}`),
    fact('unpriced-episodes', unpriced('zc_p'), 'zc_paid'),
    fact(
      'unpriced-days',
      unpriced(`zc_p * case when zc_unknown = 1 or zc_priced = 0 then zc_days else zc_over end`),
      'zc_paid',
    ),
    ...openFacts(draft).map(([name, from]) => fact(name, 'count(*)', from)),
    `${piece({ kind: `'unpriced'`, cluster: 'zc_cluster', value: 'count(*)' }, 'zc_paid where zc_unknown = 1 or zc_gap = 1')}\ngroup by zc_cluster${enough}`,
    `${piece({ kind: `'rows'`, ...groups, value: 'count(*)' }, 'zc_part')}${grouped(dimensions)}`,
    ...plan.dimensions.map(
      (name) =>
        `${piece({ kind: `'patients'`, item: `'${name}'`, [name]: dimension(name), value: 'count(distinct zc_patient)' }, 'zc_part')}${grouped([dimension(name)])}`,
    ),
    ...plan.frames.map((_, frame) => {
      const { at } = timingOf(draft, frame);
      const keys = ['t.zc_cluster', 'd.zc_segment', 'd.zc_started', ...dimensionColumns(draft, 't.')];
      const from = `zc_typed_${frame} as t join zc_time_${at} as d on d.zc_id = t.zc_id`;
      const named = Object.fromEntries(plan.dimensions.map((name) => [name, `t.${dimension(name)}`]));
      const filled = {
        kind: `'episodes'`,
        item: `case when d.zc_started = 1 then 'started' else 'waiting' end`,
        frame: String(frame),
        cluster: 't.zc_cluster',
        segment: 'd.zc_segment',
      };
      return `${piece({ ...filled, ...named, value: 'sum(t.zc_p)' }, from)}${grouped(keys)}${enough}`;
    }),
    ...(plan.current
      ? [
          `${piece({ kind: `'current'`, cluster: 'zc_cluster', value: `sum(zc_p * (zc_revenue * ${rules.number(100)}))` }, `zc_typed_${plan.own}`)}\ngroup by zc_cluster${enough}`,
        ]
      : []),
    piece(
      {
        kind: `'quantity'`,
        a: 'zc_n',
        frame: 'zc_frame',
        item: 'zc_item',
        contract: 'zc_contract',
        segment: 'zc_segment',
        cluster: 'zc_cluster',
        ...groups,
        value: 'zc_value',
      },
      'zc_coordinate',
    ),
    ...(minimum > 1 ? [fact('withheld-quantity', 'count(*)', `zc_sum where zc_patients < ${minimum}`)] : []),
    ...products('pair', 'zc_pair', ['a', 'b']),
    ...(productStages(draft).some(([name]) => name === 'zc_within')
      ? products('typing', 'zc_within', ['a', 'b'])
      : []),
    ...(draft.order === 3 ? products('triple', 'zc_triple', ['a', 'b', 'c']) : []),
    fact('lines-quantity', 'count(*)', 'zc_coordinate'),
  ];
  return parts;
}
