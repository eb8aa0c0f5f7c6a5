/**
 * The rows of one member as the network's design sees them, as inner queries: checked, converted, within the
 * windows, with a reason where they take no part. The same steps as `modelRows`, in the same order.
 */

import { refuse } from '../issue/refusal.ts';
import type { MeasureName, ModelName } from '../model/benchmark.ts';
import type { ConversionTable } from '../model/conversion.ts';
import type { BenchmarkDesign } from '../model/disclosure.ts';
import { CASE_COLUMNS } from '../read/case-columns.ts';
import { FIRST_DAY, LAST_DAY } from '../read/parse-day.ts';
import { dayFromIso } from '../table/day.ts';
import { conversionSql, statusSql } from './benchmark-scores.ts';
import { numberText } from './benchmark-words.ts';
import { type DialectRules, dialectRules, type SqlDialect, word } from './dialect.ts';
import type { SqlSource } from './score-sql.ts';
import { tableName } from './table-name.ts';

export interface BenchmarkSqlOptions {
  readonly dialect: SqlDialect;
  readonly source: SqlSource;
  readonly design: BenchmarkDesign;
  readonly conversion?: ConversionTable;
  /** A query that stands in the place of the table: `sql score` of it. */
  readonly scored?: string;
}

/** An inner query: name and text. */
export type Stage = readonly [name: string, text: string];

export interface BenchmarkDraft {
  readonly rules: DialectRules;
  readonly stages: readonly Stage[];
  readonly models: readonly ModelName[];
  readonly measures: readonly MeasureName[];
  /** Covariates that are numbers: columns x0 …, in the order of the gate; and categories, c0 …. */
  readonly numbers: readonly string[];
  readonly categories: readonly string[];
  readonly hasStatus: boolean;
  readonly hasOrigin: boolean;
}

type Kind = 'number' | 'amount' | 'day' | 'text' | 'rating';

const MODELS: readonly (readonly [ModelName, readonly MeasureName[]])[] = [
  ['outcome', ['outcome']],
  ['duration', ['duration']],
  ['cost', ['cost']],
  ['joint', ['outcome', 'duration']],
  ['jointCost', ['outcome', 'cost']],
];

/**
 * Columns of the last inner query, `zc_rows`: zc_id, zc_patient, zc_turn, zc_left, zc_status, zc_outside,
 * zc_instrument, the measures, x0 …, c0 …, k0 … (numbers of those levels), zc_person (a number of
 * the patient) and `in_<model>` (1 or 0). `zc_checked` has the rows before faults were
 * taken out.
 * @throws Refusal `sql-name`, `sql-table`, `sql-benchmark-column`, `sql-benchmark-patient`, `benchmark-without-responses`,
 * `design-period-without-dates`, `windows-without-dates`
 */
export function benchmarkRows(options: BenchmarkSqlOptions): BenchmarkDraft {
  const { design, source, conversion } = options;
  const rules = dialectRules(options.dialect);
  const { number, text, double, name } = rules;
  const absent = (column: string): boolean => source.absent?.includes(column) === true;
  const hasAll = (...columns: readonly string[]): boolean => !columns.some(absent);
  if (absent('patient')) throw refuse('sql-benchmark-patient', {}, 2);
  const { windows = {}, period } = design;
  const hasPeriod = period?.from !== undefined || period?.until !== undefined;
  if (hasPeriod && !hasAll('start', 'end')) throw refuse('design-period-without-dates');
  const dated = design.windows !== undefined || hasPeriod;

  const reads = new Map<
    string,
    { readonly column: string; readonly as: 'number' | 'day' | 'text'; readonly kind: Kind }
  >();
  const read = (column: string, as: 'number' | 'day' | 'text'): string => {
    const alias = `zc_${as[0]}_${column}`;
    reads.set(alias, { column, as, kind: kindOf(column, as) });
    return name(alias);
  };
  const days = (column: string): string => `${read(column, 'day')}`;

  // The change by its own name is the same change.
  const outcomeName = design.outcome === 'change' ? undefined : design.outcome;
  const measured = hasAll('pre', 'post');
  const pre = read('pre', 'number');
  const post = read('post', 'number');
  const converted = conversion === undefined ? { pre, post } : { pre: 'zc_t_pre', post: 'zc_t_post' };
  const windowed = {
    pre: windows.pre === undefined || absent('pre') ? converted.pre : 'zc_w_pre',
    post: windows.post === undefined || absent('post') ? converted.post : 'zc_w_post',
  };
  const inWindow = (side: 'pre' | 'post'): string => {
    const [moment, anchor] = side === 'pre' ? ['pre_date', 'start'] : ['post_date', 'end'];
    for (const column of [moment!, anchor!])
      if (absent(column)) throw refuse('windows-without-dates', { column });
    const { fromDays, untilDays } = windows[side]!;
    return `case when ${days(moment!)} - ${days(anchor!)} between ${fromDays} and ${untilDays} then ${converted[side]} end as zc_w_${side}`;
  };
  /** A column of numbers; `seen` = with measurements outside the windows blank. */
  const numeric = (column: string, seen = true): string => {
    if (column === 'pre' || column === 'post') return (seen ? windowed : converted)[column];
    if (kindOf(column, 'number') === 'day') return `cast(${days(column)} as ${double})`;
    return read(column, 'number');
  };
  const worded = (column: string): string => {
    const kind = kindOf(column, 'text');
    if (kind === 'text') return read(column, 'text');
    if (kind === 'day') throw refuse('sql-benchmark-column', { column });
    return numberText(rules, numeric(column));
  };
  const outcomeOf = (seen: boolean): string | undefined => {
    if (outcomeName !== undefined) return numeric(outcomeName, seen);
    if (!measured) return undefined;
    const { pre: before, post: after } = seen ? windowed : converted;
    return design.direction === 'higher' ? `${after} - ${before}` : `${before} - ${after}`;
  };
  const outcome = outcomeOf(true);
  const start = design.duration === undefined || dated ? days('start') : undefined;
  const end = days('end');
  const duration =
    design.duration !== undefined
      ? numeric(design.duration)
      : hasAll('start', 'end')
        ? `cast(case when ${end} - ${start} >= 1 then ${end} - ${start} when ${end} - ${start} < 1 then 1 end as ${double})`
        : undefined;
  const cost =
    design.cost !== undefined ? numeric(design.cost) : absent('cost') ? undefined : numeric('cost');
  if (outcome === undefined && duration === undefined) throw refuse('benchmark-without-responses');
  const responses = { outcome, duration, cost };
  const measures = (['outcome', 'duration', 'cost'] as const).filter((each) => responses[each] !== undefined);
  const models = MODELS.filter(([, needs]) => needs.every((each) => measures.includes(each)));

  const numbers = design.adjust.filter(({ kind }) => kind === 'number');
  const categories = design.adjust.filter(({ kind }) => kind === 'category');
  const leveled = categories.map(({ column, levels }) => {
    const from = worded(column);
    return levels === undefined
      ? from
      : `case when ${from} in (${levels.map(word).join(', ') || 'null'}) then ${from} when ${from} is not null then 'other' end`;
  });
  const chosen = (design.where ?? []).map(({ column, values }) => {
    const kind = kindOf(column, 'text');
    if (kind === 'day') throw refuse('sql-benchmark-column', { column });
    const own =
      kind === 'text'
        ? values.map(word)
        : values
            .filter((each) => Number.isFinite(Number(each)) && each.trim() !== '')
            .map((each) => number(Number(each)));
    return `coalesce(${kind === 'text' ? read(column, 'text') : numeric(column)} in (${own.join(', ') || 'null'}), false)`;
  });
  const instrument = read('instrument', 'text');
  const last = `coalesce(${end}, ${start ?? end})`;
  const inPeriod = [
    ...(period?.from === undefined ? [] : [`${last} >= ${dayFromIso(period.from)!}`]),
    ...(period?.until === undefined ? [] : [`${last} <= ${dayFromIso(period.until)!}`]),
  ];
  const left = [
    ...(design.instrument === undefined
      ? []
      : [`when ${instrument} <> ${word(design.instrument)} then 'other-instrument'`]),
    ...(chosen.length === 0 ? [] : [`when not (${chosen.join(' and ')}) then 'not-chosen'`]),
    ...(inPeriod.length === 0
      ? []
      : [`when not coalesce(${inPeriod.join(' and ')}, false) then 'outside-period'`]),
  ];
  const hasStatus = !absent('pre');
  const origin = source.columns?.origin === undefined ? undefined : read('origin', 'text');
  const patient = read('patient', 'text');
  const episode = read('episode', 'text');
  const status = hasStatus
    ? statusSql(rules, {
        ...windowed,
        end,
        stated: read('rom_status', 'text'),
        minutes: read('minutes', 'number'),
        bedDays: read('bed_days', 'number'),
      })
    : 'null';
  // Whatever else a design names was asked for by now: only then are all columns known that rows are checked in.
  const raw = outcomeOf(false);
  const outside =
    design.windows === undefined || raw === undefined
      ? '0'
      : `case when ${raw} is not null and ${outcome} is null then 1 else 0 end`;
  const x = numbers.map(({ column }, at) => `${numeric(column)} as x${at}`);
  const windowStage = (['pre', 'post'] as const)
    .filter((side) => windows[side] !== undefined && !absent(side))
    .map(inWindow);

  const readable = [...reads].map(([alias, { column, as, kind }]) => {
    const from = name(source.columns?.[column] ?? column);
    const blank = { number: double, day: 'integer', text }[as];
    if (absent(column)) return `cast(null as ${blank}) as ${name(alias)}`;
    if (as === 'text') return `nullif(trim(cast(${from} as ${text})), '') as ${name(alias)}`;
    if (as === 'day') return `${rules.day(from)} as ${name(alias)}`;
    const value = `cast(${from} as ${double})`;
    return `${kind === 'rating' ? `case when ${from} not in (-1, 9) then ${value} end` : value} as ${name(alias)}`;
  });
  const faults = [...reads].flatMap(([alias, { as, kind }]) => {
    const column = name(alias);
    if (as === 'day') return [`${column} < ${FIRST_DAY}`, `${column} > ${LAST_DAY}`];
    if (kind === 'amount') return [`${column} < ${number(0)}`];
    return kind === 'rating' ? [`${column} not in (${[0, 1, 2, 3, 4].map(number).join(', ')})`] : [];
  });
  if (start !== undefined && !absent('start') && !absent('end')) faults.push(`${start} > ${end}`);
  // Not checked: a column that the design does not use rejects no row.
  const order = `zc_begun, ${end}, ${episode}`;
  const begun = absent('start')
    ? 'cast(null as integer) as zc_begun'
    : `${rules.day(name(source.columns?.start ?? 'start'))} as zc_begun`;
  const from =
    options.scored === undefined
      ? tableName(source.table, rules)
      : `(\n${options.scored}\n) as zc_scored_rows\nwhere status <> 'rejected'`;
  const parts = models.map(([model, needs]) => {
    const all = [
      ...needs.map((each) => `zc_${each}`),
      ...x.map((_, at) => `x${at}`),
      ...leveled.map((_, at) => `c${at}`),
    ];
    return `case when zc_left is null and ${all.map((each) => `${each} is not null`).join(' and ')} then 1 else 0 end as in_${model}`;
  });
  const body = (columns: readonly string[], source: string): string =>
    `select\n  ${columns.join(',\n  ')}\nfrom ${source}`;
  const values = (extra: readonly string[], source: string): string => body(['*', ...extra], source);
  return {
    rules,
    models: models.map(([model]) => model),
    measures,
    numbers: numbers.map(({ column }) => column),
    categories: categories.map(({ column }) => column),
    hasStatus,
    hasOrigin: origin !== undefined,
    stages: [
      ['zc_read', body([...readable, begun], from)],
      [
        'zc_checked',
        values([`case when ${faults.join('\n    or ') || '1 = 0'} then 1 else 0 end as zc_fault`], 'zc_read'),
      ],
      [
        'zc_converted',
        `${values(
          conversion === undefined
            ? []
            : (['pre', 'post'] as const).flatMap((side) =>
                conversionSql(
                  rules,
                  conversion,
                  side === 'pre' ? pre : post,
                  design.instrument === undefined
                    ? undefined
                    : `coalesce(${instrument} = ${word(design.instrument)}, true)`,
                  side,
                ),
              ),
          'zc_checked',
        )}\nwhere zc_fault = 0`,
      ],
      ['zc_windowed', values(windowStage, 'zc_converted')],
      [
        'zc_measured',
        body(
          [
            `${patient} as zc_patient`,
            `${episode} as zc_episode`,
            `row_number() over (partition by ${patient} order by ${order}) - 1 as zc_turn`,
            `${instrument} as zc_instrument`,
            `${left.length === 0 ? `cast(null as ${text})` : `case ${left.join('\n    ')} end`} as zc_left`,
            `${status === 'null' ? `cast(null as ${text})` : status} as zc_status`,
            `${outside} as zc_outside`,
            ...measures.map((each) => `${responses[each]} as zc_${each}`),
            ...x,
            ...leveled.map((each, at) => `${each} as c${at}`),
            `case when ${post} is not null and ${pre} is null then 1 else 0 end as zc_warned`,
            ...(origin === undefined
              ? []
              : [`case when ${origin} = 'synthetic' then 1 else 0 end as zc_synthetic`]),
            ...(conversion === undefined ? [] : ['zc_o_pre + zc_o_post as zc_beyond']),
          ],
          'zc_windowed',
        ),
      ],
      [
        'zc_rows',
        values(
          [
            'row_number() over (order by zc_patient, zc_turn) as zc_id',
            // Whole numbers for who and which level: engines sort and compare them many times faster than texts.
            'case when zc_patient is not null then dense_rank() over (order by zc_patient) end as zc_person',
            ...leveled.map((_, at) => `dense_rank() over (order by c${at}) as k${at}`),
            ...parts,
          ],
          'zc_measured',
        ),
      ],
    ],
  };
}

/** What a column holds: as a case file's, else as it was asked for. */
function kindOf(column: string, as: 'number' | 'day' | 'text'): Kind {
  const kind = CASE_COLUMNS.find(({ name }) => name === column)?.kind;
  if (kind === undefined) return as;
  return kind === 'cluster' || kind === 'supercluster' || kind === 'text'
    ? as === 'number'
      ? 'number'
      : 'text'
    : kind;
}
