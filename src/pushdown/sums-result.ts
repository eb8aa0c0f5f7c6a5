/**
 * The result of a query of sums: one long table, a line per number. Its facts tell how many lines of each kind there
 * are and what their values, and the logarithms of their values, add up to, so that a reader sees when one was lost,
 * doubled or changed: a small number among large ones shows in the logarithms.
 */

import type { SumsAbout } from '../model/sums.ts';
import { SUMS_KINDS } from '../read/whole-sums.ts';
import { word } from './dialect.ts';
import { dimension, dimensionColumns, type Stage, type SumsDraft } from './sums-draft.ts';
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

/** The last inner queries, and the result that is made of them. */
export function resultStages(
  draft: SumsDraft,
  about: SumsAbout,
): { readonly stages: readonly Stage[]; readonly result: string } {
  const { rules } = draft;
  const piece = pieceOf(draft);
  const all = '\nunion all\n';
  const total = (of: string, name: string): string =>
    `cast(coalesce(sum(${of}), 0) as ${rules.double}) as ${name}`;
  const value = rules.name('value');
  const size = `ln(${rules.number(1)} + abs(${value}))`;
  const own = SUMS_KINDS.flatMap((kind) => [
    total(`case when kind = '${kind}' then 1 else 0 end`, `zc_l_${kind}`),
    total(`case when kind = '${kind}' then ${value} end`, `zc_t_${kind}`),
    total(`case when kind = '${kind}' then ${size} end`, `zc_s_${kind}`),
  ]);
  const told = (kind: string, from: string): string[] =>
    (['lines', 'total', 'sizes'] as const).map((what) =>
      piece({ kind: `'fact'`, item: `'${what}-${kind}'`, value: `zc_${what[0]}_${kind}` }, from),
    );
  const everything = `select ${SUMS_COLUMNS.map(rules.name).join(', ')} from`;
  return {
    stages: [
      ['zc_lines', linesOf(draft, piece).join(all)],
      ['zc_facts', factsOf(draft, about, piece).join(all)],
      ['zc_totals', select(own, 'zc_lines')],
      [
        'zc_fact_totals',
        select([total('1', 'zc_l_fact'), total(value, 'zc_t_fact'), total(size, 'zc_s_fact')], 'zc_facts'),
      ],
    ],
    result: [
      piece(
        { kind: `'about'`, about: word(JSON.stringify(about)) },
        `(select 1 as zc_one)${rules.dialect === 'spark' ? '' : ' as one'}`,
      ),
      `${everything} zc_lines`,
      `${everything} zc_facts`,
      ...SUMS_KINDS.flatMap((kind) => told(kind, 'zc_totals')),
      ...told('fact', 'zc_fact_totals'),
    ].join(all),
  };
}

type Piece = (filled: Partial<Record<SumsColumn, string>>, from: string) => string;

/** A piece of the table, with every column. */
function pieceOf({ rules }: SumsDraft): Piece {
  const text = (value: string): string => `cast(${value} as ${rules.text})`;
  const cell = (column: SumsColumn, value: string | undefined): string => {
    if (column === 'value') return `cast(${value ?? '0'} as ${rules.double})`;
    if (['a', 'b', 'c', 'frame', 'segment'].includes(column)) return `cast(${value ?? '-1'} as integer)`;
    return text(value ?? `''`);
  };
  return (filled, from) =>
    select(
      SUMS_COLUMNS.map((column) => `${cell(column, filled[column])} as ${rules.name(column)}`),
      from,
    );
}

const least = ({ minimum }: SumsDraft): number => Math.max(minimum, 1);

/** Facts: counts that are not sums. Order, minimum and cuts are told again, for what the file says of itself. */
function factsOf(draft: SumsDraft, about: SumsAbout, piece: Piece): string[] {
  const { plan, minimum, rules } = draft;
  const fact = (name: string, value: string, from: string): string =>
    piece({ kind: `'fact'`, item: `'${name}'`, value }, from);
  const own = timingOf(draft, plan.own).at;
  const withheld = (kind: string, from: string): string[] =>
    minimum > 1
      ? [fact(`withheld-${kind}`, 'count(*)', `${from} where zc_patients < ${minimum} and zc_value <> 0`)]
      : [];
  const one = `(select 1 as zc_one)${rules.dialect === 'spark' ? '' : ' as one'}`;
  return [
    fact('order', String(about.order), one),
    fact('minimum', String(about.minimum), one),
    fact('cuts', String(about.cuts.reduce((sum, cut) => sum + cut, 0)), one),
    ...rowFacts(draft).map(([name, value, from]) => fact(name, value, from)),
    fact('not-started', 'coalesce(sum(1 - zc_started), 0)', `zc_time_${own}`),
    fact('unpriced-episodes', unpriced('zc_p'), 'zc_paid'),
    fact(
      'unpriced-days',
      unpriced(`zc_p * case when zc_unknown = 1 or zc_priced = 0 then zc_days else zc_over end`),
      'zc_paid',
    ),
    ...openFacts(draft).map(([name, from]) => fact(name, 'count(*)', from)),
    ...(minimum > 1 ? [fact('withheld-quantity', 'count(*)', `zc_sum where zc_patients < ${minimum}`)] : []),
    ...withheld('pair', 'zc_pair'),
    ...(drawsTypes(draft) ? withheld('typing', 'zc_within') : []),
    ...(draft.order === 3 ? withheld('triple', 'zc_triple') : []),
  ];
}

function drawsTypes(draft: SumsDraft): boolean {
  return productStages(draft).some(([name]) => name === 'zc_within');
}

/** Lines that are no facts. */
function linesOf(draft: SumsDraft, piece: Piece): string[] {
  const { plan, rules, minimum } = draft;
  const groups = Object.fromEntries(plan.dimensions.map((name) => [name, dimension(name)]));
  const dimensions = dimensionColumns(draft);
  const grouped = (columns: readonly string[]): string =>
    columns.length === 0 ? '' : `\ngroup by ${columns.join(', ')}`;
  const enough = minimum > 1 ? `\nhaving count(distinct zc_patient) >= ${minimum}` : '';
  const products = (kind: string, from: string, columns: readonly ('a' | 'b' | 'c')[]): string =>
    piece(
      {
        kind: `'${kind}'`,
        ...Object.fromEntries(columns.map((column) => [column, `zc_${column}`])),
        value: 'zc_value',
      },
      `${from} where zc_patients >= ${least(draft)} and zc_value <> 0`,
    );
  return [
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
    products('pair', 'zc_pair', ['a', 'b']),
    ...(drawsTypes(draft) ? [products('typing', 'zc_within', ['a', 'b'])] : []),
    ...(draft.order === 3 ? [products('triple', 'zc_triple', ['a', 'b', 'c'])] : []),
  ];
}
