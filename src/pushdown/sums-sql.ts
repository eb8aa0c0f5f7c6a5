/**
 * The sums of a simulation as one query: rows stay where they are, a long table of sums comes out.
 * Products are over patients (sampling) and within ratings (typing); with order 3 also of three
 * coordinates, from which skewness comes. No number has fewer than `minimum` patients behind it.
 */

import { refuse } from '../issue/refusal.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { GroupDimension } from '../model/simulation.ts';
import type { SumsAbout, SumsPlan } from '../model/sums.ts';
import { dialectRules, type SqlDialect, word } from './dialect.ts';
import type { SqlSource } from './score-sql.ts';
import { dimension, dimensionColumns, type Stage, type SumsDraft } from './sums-draft.ts';
import { amountStages, coordinateColumns } from './sums-measures.ts';
import { inContext, quantityStages, timingOf } from './sums-quantities.ts';
import { rowFacts, rowStages, select } from './sums-rows.ts';

export interface SumsSqlOptions {
  readonly dialect: SqlDialect;
  readonly source: SqlSource;
  readonly plan: SumsPlan;
  readonly about: SumsAbout;
  /** The rule set; needed where the plan scores. */
  readonly set?: RuleSet;
  /** Supercluster code of rows that have neither a supercluster nor a chosen cluster. */
  readonly supercluster?: string;
  /** Dimensions in which groups of few patients are put together. */
  readonly merging: readonly GroupDimension[];
}

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

/** @throws Refusal `sql-name` when a name holds a character that engines take as an escape */
export function sumsSql(options: SumsSqlOptions): string {
  const { plan, about, source } = options;
  const draft: SumsDraft = {
    plan,
    rules: dialectRules(options.dialect),
    source,
    set: options.set,
    supercluster: options.supercluster,
    order: about.order,
    minimum: about.minimum,
    merging: options.merging,
  };
  const names = [source.table, ...Object.values(source.columns ?? {}), ...wordsOf(plan)];
  for (const name of names) if (!/^[^\p{Cc}\\]*$/u.test(name)) throw refuse('sql-name', {}, 2);
  const stages = [
    ...rowStages(draft),
    ...quantityStages(draft),
    ...amountStages(draft),
    ...factStages(draft),
    ...productStages(draft),
  ];
  const inner = stages.map(([name, text]) => `${name} ${draft.rules.once} (\n${text}\n)`);
  const result = resultParts(draft, about).join('\nunion all\n');
  return [
    `-- Sums for simulate --from-sums${about.rules === null ? '' : `, by rule set ${about.rules.id} (${about.rules.status}), sha256 ${about.rules.sha256}`}`,
    `with ${inner.join(', ')}`,
    result,
    '',
  ].join('\n');
}

function wordsOf({ lists, measured }: SumsPlan): string[] {
  return [
    ...[...lists.s, ...lists.b].flatMap(({ cluster, setting, payer }) => [cluster, setting, payer]),
    ...measured.flatMap(({ payers, setting, site, cluster }) => [
      ...payers,
      ...[setting, site, cluster].filter((text) => text !== undefined),
    ]),
  ];
}

/** Counts that the result tells besides sums: rows without a price, open episodes. */
function factStages(draft: SumsDraft): Stage[] {
  const { plan } = draft;
  const { at } = timingOf(draft, plan.own);
  const byDay = `(case when max(case when q.zc_item = 'day' then q.zc_has_s end) = 1 then 'day' else 'bed-day' end)`;
  const overDays = (unit: string): string =>
    `sum(case when q.zc_priced_s = 0 and q.zc_item = '${unit}' then q.zc_over else 0 end)`;
  const unitsIn = ['zc_id', 'zc_cluster'].map((column) => `q.${column} = t.${column}`).join(' and ');
  return [
    spokenStage(draft),
    [
      'zc_paid',
      `${select(
        [
          't.zc_id',
          't.zc_cluster',
          't.zc_patient',
          'max(t.zc_p) as zc_p',
          'max(d.zc_days) as zc_days',
          `max(case when l.zc_cluster is null then 1 else 0 end) as zc_unknown`,
          `max(case when q.zc_has_s = 1 and q.zc_priced_s = 0 then 1 else 0 end) as zc_gap`,
          `max(case when q.zc_priced_s = 1 then 1 else 0 end) as zc_priced`,
          `case when ${byDay} = 'day' then ${overDays('day')} else ${overDays('bed-day')} end as zc_over`,
        ],
        [
          `zc_typed_${plan.own} as t`,
          `join zc_time_${at} as d on d.zc_id = t.zc_id and d.zc_started = 1`,
          `left join zc_spoken as l on ${spokenKeys(draft)
            .map((column) => `l.${column} = t.${column}`)
            .join(' and ')}`,
          `left join zc_quantity as q on ${unitsIn} and q.zc_frame = ${plan.own} and q.zc_has_s = 1`,
        ].join('\n'),
      )}\ngroup by t.zc_id, t.zc_cluster, t.zc_patient`,
    ],
  ];
}

function spokenKeys(draft: SumsDraft): string[] {
  return [
    'zc_cluster',
    ...dimensionColumns(draft).filter((column) => ['zc_setting', 'zc_payer'].includes(column)),
  ];
}

/** Clusters and contexts of which the scenario's list speaks at all. */
function spokenStage(draft: SumsDraft): Stage {
  const keys = spokenKeys(draft);
  const typed = `(select distinct ${keys.join(', ')} from zc_typed_${draft.plan.own}) as c`;
  const columns = keys.map((key) => `c.${key}`);
  return [
    'zc_spoken',
    select(
      [`distinct ${columns[0]}`, ...columns.slice(1)],
      `${typed} join zc_list as l on l.zc_l_side = 's' and ${inContext(draft, 'c', 'l')}`,
    ),
  ];
}

/** Coordinates with their numbers, what each patient and rating has of them, and products. */
function productStages(draft: SumsDraft): Stage[] {
  const { plan, minimum, order } = draft;
  const keys = coordinateColumns(draft);
  const main = [
    ...new Set([plan.own, ...(plan.other < 0 ? [] : [plan.other]), ...(plan.current ? [-1] : [])]),
  ];
  const same = keys.map((key) => `c.${key} = m.${key}`).join(' and ');
  const drawn = [...new Set([plan.own, ...(plan.other < 0 ? [] : [plan.other])])].filter(
    (frame) => plan.frames[frame]!.typing === 'expected',
  );
  const numbered = 'm.zc_patient, c.zc_n';
  const stages: Stage[] = [
    [
      'zc_sum',
      `${select([...keys, 'sum(zc_q * zc_p) as zc_value', 'count(distinct zc_patient) as zc_patients'], 'zc_amount')}\ngroup by ${keys.join(', ')}`,
    ],
    [
      'zc_coordinate',
      select(
        [...keys, 'zc_value', `row_number() over (order by ${keys.join(', ')}) as zc_n`],
        `zc_sum where zc_patients >= ${Math.max(minimum, 1)}`,
      ),
    ],
    [
      'zc_of_patient',
      `${select(
        [numbered, 'sum(m.zc_q * m.zc_p) as zc_z'],
        `zc_amount as m join zc_coordinate as c on ${same} and m.zc_frame in (${main.join(', ')})`,
      )}\ngroup by ${numbered}`,
    ],
    [
      'zc_pair',
      `${select(
        ['x.zc_n as zc_a', 'y.zc_n as zc_b', 'sum(x.zc_z * y.zc_z) as zc_value', 'count(*) as zc_patients'],
        'zc_of_patient as x join zc_of_patient as y on y.zc_patient = x.zc_patient and y.zc_n <= x.zc_n',
      )}\ngroup by x.zc_n, y.zc_n`,
    ],
  ];
  if (drawn.length > 0) stages.push(...typingStages(drawn, same));
  if (order === 3) {
    stages.push([
      'zc_triple',
      `${select(
        [
          'x.zc_n as zc_a',
          'y.zc_n as zc_b',
          'w.zc_n as zc_c',
          'sum(x.zc_z * y.zc_z * w.zc_z) as zc_value',
          'count(*) as zc_patients',
        ],
        'zc_of_patient as x join zc_of_patient as y on y.zc_patient = x.zc_patient and y.zc_n <= x.zc_n join zc_of_patient as w on w.zc_patient = x.zc_patient and w.zc_n <= y.zc_n',
      )}\ngroup by x.zc_n, y.zc_n, w.zc_n`,
    ]);
  }
  return stages;
}

/** One cluster is drawn per rating: quantities of the same cluster come together, of others never. */
function typingStages(drawn: readonly number[], same: string): Stage[] {
  const numbered = 'm.zc_patient, m.zc_rating, c.zc_n, m.zc_cluster';
  const chance = 'case when x.zc_cluster = y.zc_cluster then x.zc_p else 0 end - x.zc_p * y.zc_p';
  const product = `(${chance}) * x.zc_q * y.zc_q`;
  return [
    [
      'zc_of_rating',
      `${select(
        [numbered, 'sum(m.zc_q) as zc_q', 'max(m.zc_p) as zc_p'],
        `zc_amount as m join zc_coordinate as c on ${same} and m.zc_contract = '' and m.zc_frame in (${drawn.join(', ')})`,
      )}\ngroup by ${numbered}`,
    ],
    [
      'zc_within',
      `${select(
        [
          'x.zc_n as zc_a',
          'y.zc_n as zc_b',
          `sum(${product}) as zc_value`,
          'count(distinct x.zc_patient) as zc_patients',
        ],
        `zc_of_rating as x join zc_of_rating as y on y.zc_rating = x.zc_rating and y.zc_n <= x.zc_n`,
      )}\ngroup by x.zc_n, y.zc_n`,
    ],
  ];
}

/** The pieces of the result, each with every column. */
function resultParts(draft: SumsDraft, about: SumsAbout): string[] {
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

function unpriced(value: string): string {
  return `coalesce(sum(case when zc_unknown = 1 or zc_gap = 1 then ${value} else 0 end), 0)`;
}

/** Faults that `simulate` would refuse: days of open episodes without an end, clusters without a review term. */
function openFacts(draft: SumsDraft): (readonly [name: string, from: string])[] {
  const { plan } = draft;
  const sides = [
    { frame: plan.own, list: 's' },
    ...(plan.other < 0 ? [] : [{ frame: plan.other, list: 'b' }]),
  ];
  return sides.flatMap(({ frame, list }) => {
    const { at } = timingOf(draft, frame);
    const counts = `(q.zc_item in ('day', 'review-period', 'year') or q.zc_item = 'bed-day')`;
    const open = `zc_time_${at} as d where d.zc_open = 1 and exists (select 1 from zc_quantity as q where q.zc_id = d.zc_id and q.zc_frame = ${frame} and q.zc_has_${list} = 1 and ${counts})`;
    const spoken = list === 's' && plan.units.includes('review-period');
    const termless = `zc_typed_${frame} as t join zc_spoken as s on ${spokenKeys(draft)
      .map((column) => `s.${column} = t.${column}`)
      .join(' and ')} where t.zc_term = -2`;
    return [
      [`open-${list}`, open] as const,
      ...(spoken ? [[`termless`, `${termless} and ${reviewListed()}`] as const] : []),
    ];
  });
}

/** Only clusters that the list pays per review period need a term. */
function reviewListed(): string {
  return `exists (select 1 from zc_list as l where l.zc_l_item = 'review-period' and l.zc_l_code = t.zc_cluster)`;
}
