/**
 * Quantities of every episode under every frame, per cluster, unit and date segment: the definitions of
 * `unitQuantities` and of the frame reader, in SQL.
 */

import type { ReviewTerm } from '../model/rule-set.ts';
import type { SumsCoverage, SumsFrame } from '../model/sums.ts';
import { word } from './dialect.ts';
import {
  asDouble,
  codeParts,
  columnParts,
  dimensionColumns,
  type Stage,
  type SumsDraft,
  segmentDays,
  segmentOf,
} from './sums-draft.ts';
import { probability, select } from './sums-rows.ts';

const YEAR: ReviewTerm = { length: 12, unit: 'month' };

interface Timing {
  readonly at: number;
  readonly frame: SumsFrame;
}

/** Frames with the same dates share their quantities. */
export function timingOf({ plan }: SumsDraft, frame: number): Timing {
  const { valuationDate, period } = plan.frames[frame]!;
  const same = (one: SumsFrame): boolean =>
    one.valuationDate === valuationDate &&
    one.period?.from === period?.from &&
    one.period?.until === period?.until;
  const at = plan.frames.findIndex(same);
  return { at, frame: plan.frames[at]! };
}

/** Stages up to `zc_quantity`: one row per episode, frame, cluster, unit and segment that a list speaks of. */
export function quantityStages(draft: SumsDraft): Stage[] {
  const { plan } = draft;
  const timings = [...new Set(plan.frames.map((_, frame) => timingOf(draft, frame).at))];
  const terms = distinctTerms(draft);
  return [
    ...timings.flatMap((at): Stage[] => [
      [`zc_time_${at}`, timeStage(draft, plan.frames[at]!)],
      ...periodStages(draft, at, terms),
      [`zc_unit_${at}`, unitStage(draft, at, terms)],
    ]),
    ...plan.frames.map((frame, at): Stage => [`zc_typed_${at}`, typedStage(draft, frame, terms)]),
    ['zc_raw', plan.frames.map((_, at) => rawStage(draft, at)).join('\nunion all\n')],
    ['zc_list', listStage(draft)],
    ['zc_listed', listedStage(draft)],
    ['zc_quantity', pricedStage(draft)],
  ];
}

/** Start and end as they count, and days inside the period. */
function timeStage(draft: SumsDraft, { valuationDate, period }: SumsFrame): string {
  // In brackets: some grammars take a minus before a name with brackets for part of the name before it.
  const start = '(coalesce(zc_start, 0))';
  const last = valuationDate === undefined ? 'zc_end' : `coalesce(zc_end, ${valuationDate})`;
  const until = `greatest(coalesce(${last}, ${start}), ${start} + 1)`;
  const first = period?.from === undefined ? start : `(greatest(${start}, ${period.from}))`;
  const beyond = period?.until === undefined ? until : `(least(${until}, ${period.until + 1}))`;
  return select(
    [
      'zc_id',
      `${start} as zc_start`,
      `${until} as zc_until`,
      `${first} as zc_first`,
      `${beyond} as zc_beyond`,
      `case when zc_start is null or ${last} is null then 0 else greatest(0, ${beyond} - ${first}) end as zc_days`,
      `case when ${last} is null then 1 else 0 end as zc_open`,
      `case when ${valuationDate === undefined ? '1 = 1' : `${start} < ${valuationDate}`} then 1 else 0 end as zc_started`,
      `${segmentOf(draft, start)} as zc_segment`,
      'coalesce(zc_bed, 0) as zc_bed',
      'zc_cost',
    ],
    'zc_part',
  );
}

function distinctTerms({ plan }: SumsDraft): ReviewTerm[] {
  const terms: ReviewTerm[] = [];
  for (const [, term] of plan.terms) if (!terms.some((one) => sameTerm(one, term))) terms.push(term);
  return terms;
}

function sameTerm(a: ReviewTerm, b: ReviewTerm): boolean {
  return a.length === b.length && a.unit === b.unit;
}

/** `zc_periods_…`: the first days of started periods. */
function periodStages({ plan, rules }: SumsDraft, at: number, terms: readonly ReviewTerm[]): Stage[] {
  const wanted: (readonly [string, ReviewTerm])[] = [
    ...(plan.units.includes('review-period')
      ? terms.map((term, position) => [`${at}_${position}`, term] as const)
      : []),
    ...(plan.units.includes('year') ? [[`${at}_year`, YEAR] as const] : []),
  ];
  return wanted.flatMap(([name, term]): Stage[] => {
    // A month has at least 28 days: no later period can have started.
    const days = term.unit === 'day' ? term.length : 28 * term.length;
    const most = `cast(floor((zc_until - zc_start) / ${rules.number(days)}) as integer)`;
    const day =
      term.unit === 'day'
        ? `zc_start + zc_k * ${term.length}`
        : rules.monthsLater('zc_start', `cast(zc_k * ${term.length} as integer)`);
    return [
      [
        `zc_counted_${name}`,
        select(
          ['zc_id', 'zc_start', 'zc_until', 'zc_first', 'zc_beyond', `${rules.countTo(most)} as zc_k`],
          `zc_time_${at} where zc_started = 1`,
        ),
      ],
      [
        `zc_periods_${name}`,
        select(
          ['zc_id', 'zc_first', 'zc_beyond', 'zc_until', 'zc_k', `${day} as zc_day`],
          `zc_counted_${name}`,
        ),
      ],
    ];
  });
}

const UNIT_COLUMNS = ['zc_id', 'zc_item', 'zc_term', 'zc_segment', 'zc_q', 'zc_over'] as const;

/** Quantities per unit and segment, whatever the cluster; `zc_over` = days over which they fall. */
function unitStage(draft: SumsDraft, at: number, terms: readonly ReviewTerm[]): string {
  const { plan } = draft;
  const time = `zc_time_${at}`;
  const row = (values: readonly string[], from: string): string =>
    select(
      values.map((value, i) => `${value} as ${UNIT_COLUMNS[i]}`),
      from,
    );
  const inPeriod = insidePeriod(plan.frames[at]!);
  const parts = plan.units.flatMap((unit): string[] => {
    switch (unit) {
      case 'episode':
      case 'assessment': {
        const from = `${time} where zc_started = 1 and ${inPeriod('zc_start')}`;
        return [row(['zc_id', word(unit), '-1', 'zc_segment', asDouble(draft, '1'), '1'], from)];
      }
      case 'day':
      case 'bed-day':
        return Array.from({ length: plan.cuts.length + 1 }, (_, segment) => {
          const { from, until } = segmentDays(draft, segment);
          const first = from === undefined ? 'zc_first' : `(greatest(zc_first, ${from}))`;
          const beyond = until === undefined ? 'zc_beyond' : `(least(zc_beyond, ${until}))`;
          const days = asDouble(draft, `${beyond} - ${first}`);
          const amount = unit === 'day' ? days : `${days} * (zc_bed / (zc_until - zc_start))`;
          const where = `zc_started = 1 and ${first} < ${beyond}${unit === 'day' ? '' : ' and zc_bed <> 0'}`;
          const values = ['zc_id', word(unit), '-1', String(segment), amount, `${beyond} - ${first}`];
          return row(values, `${time} where ${where}`);
        });
      default: {
        const names = unit === 'year' ? [['year', -1] as const] : terms.map((_, i) => [`${i}`, i] as const);
        return names.map(([name, term]) => {
          const from = `zc_periods_${at}_${name} where (zc_k = 0 or zc_day < zc_until) and ${inPeriod('zc_day')}`;
          const segment = segmentOf(draft, 'zc_day');
          const count = asDouble(draft, 'count(*)');
          return `${row(['zc_id', word(unit), String(term), segment, count, 'cast(count(*) as integer)'], from)}\ngroup by zc_id, ${segment}`;
        });
      }
    }
  });
  return parts.join('\nunion all\n');
}

function insidePeriod({ period }: SumsFrame): (day: string) => string {
  return (day) =>
    [
      '1 = 1',
      ...(period?.from === undefined ? [] : [`${day} >= ${period.from}`]),
      ...(period?.until === undefined ? [] : [`${day} <= ${period.until}`]),
    ].join(' and ');
}

/** Clusters of each row with their probabilities, and the review term of each. */
function typedStage(draft: SumsDraft, { typing }: SumsFrame, terms: readonly ReviewTerm[]): string {
  const own = ['zc_id', 'zc_patient', 'zc_rating', 'zc_revenue', ...dimensionColumns(draft)];
  const one = asDouble(draft, '1');
  const typed = (cluster: string, chance: string, where: string): string =>
    select(
      [
        ...own,
        `${cluster} as zc_cluster`,
        `${chance} as zc_p`,
        `${termOf(draft, cluster, terms)} as zc_term`,
      ],
      `zc_part where ${where}`,
    );
  const chosen = typed('zc_chosen', one, 'zc_chosen is not null');
  const kind = typeof typing === 'string' ? typing : typing.chosenElse;
  if (kind === 'chosen') return chosen;
  const advised = (where: string): string[] =>
    kind === 'advised'
      ? [typed('zc_advised', one, `zc_advised is not null${where}`)]
      : draft.set!.clusters.map(({ code }) => {
          const chance = probability(draft, code);
          return typed(word(code), chance, `zc_advised is not null and ${chance} > 0${where}`);
        });
  const parts =
    typeof typing === 'string'
      ? [...advised(''), typed('zc_chosen', one, 'zc_advised is null and zc_chosen is not null')]
      : [chosen, ...advised(' and zc_chosen is null')];
  return parts.join('\nunion all\n');
}

/** Position of the cluster's review term; -2 = it has none. */
function termOf({ plan, set }: SumsDraft, cluster: string, terms: readonly ReviewTerm[]): string {
  if (!plan.units.includes('review-period')) return '-1';
  const at = (term: ReviewTerm): number => terms.findIndex((one) => sameTerm(one, term));
  const known = new Map(plan.terms);
  if (plan.scores && set !== undefined) {
    const cases = set.clusters.flatMap(({ code }) => {
      const term = known.get(Number(codeParts(code).number));
      return term === undefined ? [] : [`when ${word(code)} then ${at(term)}`];
    });
    return cases.length === 0 ? '-2' : `case ${cluster} ${cases.join(' ')} else -2 end`;
  }
  const cases = plan.terms.map(([number, term]) => `when ${word(String(number))} then ${at(term)}`);
  return cases.length === 0 ? '-2' : `case ${columnParts(cluster).number} ${cases.join(' ')} else -2 end`;
}

function rawStage(draft: SumsDraft, frame: number): string {
  const own = ['zc_id', 'zc_patient', 'zc_rating', ...dimensionColumns(draft), 'zc_cluster', 'zc_p'];
  return select(
    [
      `${frame} as zc_frame`,
      ...own.map((column) => `t.${column}`),
      ...['zc_item', 'zc_segment', 'zc_q', 'zc_over'].map((column) => `u.${column}`),
    ],
    `zc_typed_${frame} as t join zc_unit_${timingOf(draft, frame).at} as u on u.zc_id = t.zc_id and (u.zc_term = -1 or u.zc_term = t.zc_term)`,
  );
}

/** Where the price lists hold, without their amounts. */
function listStage({ plan, rules }: SumsDraft): string {
  const inSegments = ({ from, until }: SumsCoverage): readonly [number, number] => [
    from === undefined ? 0 : plan.cuts.filter((cut) => cut <= from).length,
    until === undefined ? plan.cuts.length : plan.cuts.filter((cut) => cut <= until).length,
  ];
  const rows = (['s', 'b'] as const).flatMap((side) =>
    plan.lists[side].map((row) => {
      const { letters, number } = codeParts(row.cluster);
      const texts = [side, row.cluster, letters, number, row.unit, row.setting, row.payer].map(word);
      return `(${[...texts, ...inSegments(row)].join(', ')})`;
    }),
  );
  const names = ['side', 'code', 'letters', 'number', 'item', 'setting', 'payer', 'since', 'till'];
  const inline = `(values\n  ${rows.join(',\n  ')}\n)`;
  const columns = names.map((name) => rules.name(`zc_l_${name}`));
  return `select * from ${inline} as v(${columns.join(', ')})`;
}

/** Which lists speak of a cluster and unit in a context, and which have a price for it in a segment. */
function listedStage(draft: SumsDraft): string {
  const keys = ['zc_cluster', 'zc_item', 'zc_segment', ...contextColumns(draft)];
  const flag = (side: string, more: string): string =>
    `max(case when l.zc_l_side = '${side}'${more} then 1 else 0 end)`;
  const inside = ' and c.zc_segment between l.zc_l_since and l.zc_l_till';
  const own = keys.map((key) => `c.${key}`);
  return `${select(
    [
      ...own,
      `${flag('s', '')} as zc_has_s`,
      `${flag('s', inside)} as zc_priced_s`,
      `${flag('b', '')} as zc_has_b`,
      `${flag('b', inside)} as zc_priced_b`,
    ],
    `(select distinct ${keys.join(', ')} from zc_raw) as c join zc_list as l on l.zc_l_item = c.zc_item and ${inContext(draft, 'c', 'l')}`,
  )}\ngroup by ${own.join(', ')}`;
}

function contextColumns({ plan }: SumsDraft): string[] {
  return plan.dimensions.flatMap((name) => (name === 'setting' || name === 'payer' ? [`zc_${name}`] : []));
}

/** A line of a list holds for a row: its cluster, and blank or the same setting and payer. */
export function inContext(draft: SumsDraft, row: string, list: string): string {
  const { plan, set } = draft;
  const cluster = `${row}.zc_cluster`;
  const parts = columnParts(cluster);
  const alike = `(${list}.zc_l_letters = '' or ${parts.letters} = '' or ${list}.zc_l_letters = ${parts.letters})`;
  const exact = `${list}.zc_l_code = ${cluster}`;
  const same = `(${exact} or (${list}.zc_l_number <> '' and ${list}.zc_l_number = ${parts.number} and ${alike}))`;
  const places = contextColumns(draft).map(
    (column) =>
      `(${list}.zc_l_${column.slice(3)} = '' or ${list}.zc_l_${column.slice(3)} = ${row}.${column})`,
  );
  return [plan.scores && set !== undefined ? exact : same, ...places].join(' and ');
}

function pricedStage(draft: SumsDraft): string {
  const keys = ['zc_cluster', 'zc_item', 'zc_segment', ...contextColumns(draft)];
  return select(
    ['q.*', ...['has_s', 'priced_s', 'has_b', 'priced_b'].map((flag) => `l.zc_${flag}`)],
    `zc_raw as q join zc_listed as l on ${keys.map((key) => `l.${key} = q.${key}`).join(' and ')}`,
  );
}
