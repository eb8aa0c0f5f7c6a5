/**
 * From the table to one row per episode that takes part: read, scored, judged as the readers and
 * `simulate` judge rows, and with small groups put together.
 */

import { dayFromCalendar } from '../table/day.ts';
import { word } from './dialect.ts';
import { scoreSql } from './score-sql.ts';
import { asDouble, dimension, dimensionColumns, type Stage, type SumsDraft } from './sums-draft.ts';
import { tableName } from './table-name.ts';
import { typedWords } from './typed-words.ts';

/** Group into which small ones are put together. */
const MERGED = '~';

const LONG_STAY_DAYS = 90;

/** Stages `zc_case`, `zc_read`, `zc_judged` and `zc_part`. */
export function rowStages(draft: SumsDraft): Stage[] {
  return [
    ['zc_case', caseStage(draft)],
    ['zc_read', readStage(draft)],
    ['zc_judged', judgedStage(draft)],
    ...mergedStages(draft),
  ];
}

/** Canonical columns under names of our own; days as numbers. */
function caseStage({ plan, rules, source, set }: SumsDraft): string {
  const column = (name: string): string | undefined =>
    source.absent?.includes(name) ? undefined : rules.name(source.columns?.[name] ?? name);
  const text = (name: string): string => {
    const from = column(name);
    return from === undefined ? `cast(null as ${rules.text})` : `trim(cast(${from} as ${rules.text}))`;
  };
  const day = (name: string): string => {
    const from = column(name);
    return from === undefined ? 'cast(null as integer)' : rules.day(from);
  };
  const amount = (name: string, used: boolean): string => {
    const from = used ? column(name) : undefined;
    return `cast(${from ?? 'null'} as ${rules.double})`;
  };
  const scored = plan.scores && set !== undefined;
  const rated = scored ? [...set.items.map(({ code }) => code.toLowerCase()), 'supercluster'] : [];
  const ratings = rated.flatMap((name) => {
    const from = column(name);
    return from === undefined ? [] : [`${from} as ${rules.name(name)}`];
  });
  const chosen = column('chosen_cluster');
  const id = rules.rowNumber(
    [...new Set([column('patient'), column('start'), ...rated.map(column)])].filter(
      (name) => name !== undefined,
    ),
  );
  const columns = [
    `${id} as zc_id`,
    `${text('patient')} as zc_name`,
    ...plan.dimensions.map((name) => `coalesce(${text(name)}, '') as ${dimension(name)}`),
    `${day('start')} as zc_start`,
    `${day('end')} as zc_end`,
    `${scored ? day('date') : 'cast(null as integer)'} as zc_date`,
    `${amount('bed_days', usesBedDays(plan))} as zc_bed`,
    `${amount('current_revenue', plan.current)} as zc_revenue`,
    `${amount('cost', plan.cost)} as zc_cost`,
    ...ratings,
    ...(chosen === undefined || !scored ? [] : [`${chosen} as ${rules.name('chosen_cluster')}`]),
    `${text('chosen_cluster')} as zc_word`,
    // Read only where it is named: most tables have no such column.
    `${source.columns?.origin === undefined ? `cast(null as ${rules.text})` : text('origin')} as zc_origin`,
  ];
  return select(columns, tableName(source.table, rules));
}

function usesBedDays({ units, measured }: SumsDraft['plan']): boolean {
  return units.includes('bed-day') || measured.some(({ measures }) => measures.includes('bed-days'));
}

const OWN = [
  'zc_id',
  'zc_name',
  'zc_start',
  'zc_end',
  'zc_date',
  'zc_bed',
  'zc_revenue',
  'zc_cost',
  'zc_word',
  'zc_origin',
];

/** Advice and probabilities where they are needed; the chosen cluster by its code. */
function readStage(draft: SumsDraft): string {
  const { plan, rules, source, set, supercluster } = draft;
  const own = [...OWN, ...dimensionColumns(draft)];
  if (!plan.scores || set === undefined) {
    return select(
      [...own, `case when zc_word <> '' then zc_word end as zc_chosen`, '0 as zc_rejected'],
      'zc_case',
    );
  }
  const words = [...typedWords(set).codes];
  const chosen = words.map(
    ([code, list]) => `when lower(zc_word) in (${list.map(word).join(', ')}) then ${word(code)}`,
  );
  const absent = source.absent ?? [];
  const advice = scoreSql(set, {
    dialect: rules.dialect,
    source: { table: 'zc_case', absent },
    keep: own,
    probabilities: true,
    ...(supercluster === undefined ? {} : { supercluster }),
  });
  return select(
    [
      ...own,
      `case ${chosen.join('\n    ')} end as zc_chosen`,
      `case when status = 'rejected' then 1 else 0 end as zc_rejected`,
      'advised_cluster as zc_advised',
      ...set.clusters.map(({ code }) => `${rules.name(`p_${code}`)} as ${probability(draft, code)}`),
    ],
    `(\n${advice})${rules.dialect === 'spark' ? '' : ' as'} zc_advice`,
  );
}

/** Column with the probability of a cluster. */
export function probability({ rules }: SumsDraft, code: string): string {
  return rules.name(`zc_p_${code}`);
}

/** Why a row leaves: rejected, or for the reasons of `simulate`, in its order. */
function judgedStage(draft: SumsDraft): string {
  const { plan, rules } = draft;
  const first = dayFromCalendar(1900, 1, 1);
  const last = dayFromCalendar(2100, 12, 31);
  const faults = [
    'zc_rejected = 1',
    ...['zc_start', 'zc_end'].flatMap((day) => [`${day} < ${first}`, `${day} > ${last}`]),
    'zc_start > zc_end',
    'zc_bed < 0',
  ];
  const frames = [plan.own, ...(plan.other < 0 ? [] : [plan.other])].map((at) => plan.frames[at]!);
  const chosenOnly = frames.some(({ typing }) => typing === 'chosen');
  const without = plan.scores
    ? chosenOnly
      ? 'zc_chosen is null'
      : 'zc_chosen is null and zc_advised is null'
    : 'zc_chosen is null';
  return select(
    [
      '*',
      `case when zc_name is null or zc_name = '' then 'r' || cast(zc_id as ${rules.text}) else 'p' || zc_name end as zc_patient`,
      [
        `case when ${faults.join(' or ')} then 'rejected'`,
        ...(plan.current ? [`when zc_revenue is null then 'without-baseline'`] : []),
        `when ${without} then 'without-cluster'`,
        ...(plan.needsStart ? [`when zc_start is null then 'without-start'`] : []),
        `else 'part' end as zc_left`,
      ].join('\n    '),
    ],
    'zc_read',
  );
}

/** `zc_part`: who takes part. Groups of few patients are put together; where that does not help, rows stay out. */
function mergedStages(draft: SumsDraft): Stage[] {
  const { minimum, merging } = draft;
  const dimensions = dimensionColumns(draft);
  const rest = dimensions.filter((column) => !merging.map(dimension).includes(column));
  const columns = [
    ...OWN.filter((name) => !['zc_name', 'zc_word'].includes(name)),
    'zc_patient',
    'zc_chosen',
    ...(draft.plan.scores && draft.set !== undefined
      ? ['zc_advised', ...draft.set.clusters.map(({ code }) => probability(draft, code))]
      : []),
  ];
  const rating = ratingOf(draft);
  const finish = (from: string): Stage => [
    'zc_part',
    select([...columns, ...dimensions, `${rating} as zc_rating`], from),
  ];
  if (minimum <= 1 || dimensions.length === 0) {
    return [['zc_kept', select(['*'], `zc_judged where zc_left = 'part'`)], finish('zc_kept')];
  }
  const counted = (name: string, from: string): Stage => [
    name,
    `${select([...dimensions, 'count(distinct zc_patient) as zc_patients'], from)}\ngroup by ${dimensions.join(', ')}`,
  ];
  const joined = (from: string, groups: string): string =>
    `${from} as r join ${groups} as g on ${dimensions.map((column) => `g.${column} = r.${column}`).join(' and ')}`;
  const merged = merging
    .map(dimension)
    .map(
      (column) => `case when g.zc_patients < ${minimum} then '${MERGED}' else r.${column} end as ${column}`,
    );
  return [
    ['zc_all_parts', select(['*'], `zc_judged where zc_left = 'part'`)],
    counted('zc_groups', 'zc_all_parts'),
    [
      'zc_merged',
      select(
        [...columns.map((column) => `r.${column}`), ...rest.map((column) => `r.${column}`), ...merged],
        joined('zc_all_parts', 'zc_groups'),
      ),
    ],
    counted('zc_groups_left', 'zc_merged'),
    [
      'zc_kept',
      select(['r.*'], `${joined('zc_merged', 'zc_groups_left')} where g.zc_patients >= ${minimum}`),
    ],
    finish('zc_kept'),
  ];
}

/** Rows of one patient with one date and the same probabilities share one rating. */
function ratingOf(draft: SumsDraft): string {
  const { plan, set } = draft;
  if (!plan.scores || set === undefined) return 'zc_id';
  const same = ['zc_patient', 'zc_date', ...set.clusters.map(({ code }) => probability(draft, code))];
  const shared = `min(zc_id) over (partition by ${same.join(', ')})`;
  return `case when zc_date is null or zc_advised is null then zc_id else ${shared} end`;
}

/** Counts of rows: a name and a number each. */
export function rowFacts(
  draft: SumsDraft,
): readonly (readonly [name: string, value: string, from: string])[] {
  const { plan } = draft;
  const left = ['rejected', 'without-baseline', 'without-cluster', 'without-start'];
  const count = (condition: string): string => `sum(case when ${condition} then 1 else 0 end)`;
  return [
    ['read', 'count(*)', 'zc_judged'],
    ...left.map((why) => [why, count(`zc_left = '${why}'`), 'zc_judged'] as const),
    ['synthetic', count(`zc_origin = 'synthetic'`), 'zc_judged'],
    ['candidates', count(`zc_left = 'part'`), 'zc_judged'],
    ['episodes', 'count(*)', 'zc_part'],
    ['patients', 'count(distinct zc_patient)', 'zc_part'],
    ...(usesBedDays(plan) ? [['long-stays', count(`zc_bed >= ${LONG_STAY_DAYS}`), 'zc_part'] as const] : []),
    // A column that is not there is not blank: nothing is said of cost at all.
    ...(plan.cost && draft.source.absent?.includes('cost') !== true
      ? [['blank-costs', count('zc_cost is null'), 'zc_part'] as const]
      : []),
  ].map(([name, value, from]) => [name!, asDouble(draft, `coalesce(${value}, 0)`), from!] as const);
}

export function select(columns: readonly string[], from: string): string {
  return `select\n  ${columns.join(',\n  ')}\nfrom ${from}`;
}
