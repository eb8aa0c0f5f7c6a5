/**
 * What contracts look at besides payment, per episode: patients, episodes, bed days and cost, as
 * `MeasureReader` has them. And every coordinate of every episode in one long table.
 */

import type { SumsMeasured } from '../model/sums.ts';
import { dayFromCalendar } from '../table/day.ts';
import { word } from './dialect.ts';
import { asDouble, dimensionColumns, isCluster, type Stage, type SumsDraft } from './sums-draft.ts';
import { timingOf } from './sums-quantities.ts';
import { select } from './sums-rows.ts';

/** What tells coordinates apart; all are filled. */
export function coordinateColumns(draft: SumsDraft): string[] {
  return ['zc_frame', 'zc_item', 'zc_contract', 'zc_segment', 'zc_cluster', ...dimensionColumns(draft)];
}

/** Stages up to `zc_amount`: frame, item, contract, segment, cluster, group, patient, rating, quantity and probability. */
export function amountStages(draft: SumsDraft): Stage[] {
  const { plan } = draft;
  return [
    ...plan.measured.flatMap((measured, at): Stage[] => [
      [`zc_covered_${at}`, coveredStage(draft, measured)],
      ...(measured.measures.includes('patients') ? shareStages(draft, at) : []),
    ]),
    [
      'zc_amount',
      [
        amountsOf(
          draft,
          ['zc_frame', 'zc_item', `''`, 'zc_segment', 'zc_cluster'],
          'zc_q',
          'zc_p',
          'zc_quantity',
        ),
        ...plan.measured.flatMap((measured, at) => measuredParts(draft, measured, at)),
        ...(plan.current
          ? [
              amountsOf(
                draft,
                ['-1', `'current'`, `''`, '0', `''`],
                `zc_revenue * ${draft.rules.number(100)}`,
                asDouble(draft, '1'),
                'zc_part',
              ),
            ]
          : []),
      ].join('\nunion all\n'),
    ],
  ];
}

function amountsOf(
  draft: SumsDraft,
  keys: readonly string[],
  quantity: string,
  chance: string,
  from: string,
  prefix = '',
): string {
  const names = ['zc_frame', 'zc_item', 'zc_contract', 'zc_segment', 'zc_cluster'];
  return select(
    [
      ...keys.map((key, at) => `${key} as ${names[at]}`),
      ...dimensionColumns(draft, prefix),
      ...['zc_patient', 'zc_rating'].map((name) => `${prefix}${name}`),
      `${quantity} as zc_q`,
      `${chance} as zc_p`,
    ],
    from,
  );
}

/** Clusters of each episode that are paid under the contract. */
function coveredStage(draft: SumsDraft, measured: SumsMeasured): string {
  const { list, frame, payers, except, setting, site, cluster, year } = measured;
  const { plan } = draft;
  const words = payers.map(word).join(', ');
  const conditions = [
    `zc_frame = ${frame}`,
    `zc_priced_${list} = 1`,
    ...(payers.length === 0 ? [] : [`zc_payer ${except ? 'not in' : 'in'} (${words})`]),
    ...(setting === undefined ? [] : [`zc_setting = ${word(setting)}`]),
    ...(site === undefined ? [] : [`zc_site = ${word(site)}`]),
    ...(cluster === undefined ? [] : [isCluster(draft, 'zc_cluster', cluster)]),
    ...(year === undefined ? [] : [inYear(plan.cuts, year)]),
  ];
  const own = ['zc_id', 'zc_patient', 'zc_rating', ...dimensionColumns(draft), 'zc_cluster', 'zc_p'];
  return select([`distinct ${own[0]}`, ...own.slice(1)], `zc_quantity where ${conditions.join(' and ')}`);
}

function inYear(cuts: readonly number[], year: number): string {
  const segment = (day: number): number => cuts.filter((cut) => cut <= day).length;
  const first = segment(dayFromCalendar(year, 1, 1));
  const last = segment(dayFromCalendar(year + 1, 1, 1) - 1);
  return `zc_segment between ${first} and ${last}`;
}

/** The chance that at least one episode of a patient falls under the contract, to be divided over them. */
function shareStages(draft: SumsDraft, at: number): Stage[] {
  const { rules } = draft;
  const one = rules.number(1);
  const none = `sum(case when zc_share < ${one} then ln(${one} - zc_share) else ${rules.number(-800)} end)`;
  return [
    [
      `zc_share_${at}`,
      `${select(['zc_id', 'zc_patient', `least(${one}, sum(zc_p)) as zc_share`], `zc_covered_${at}`)}\ngroup by zc_id, zc_patient`,
    ],
    [
      `zc_chance_${at}`,
      `${select(['zc_patient', 'sum(zc_share) as zc_total', `${none} as zc_none`], `zc_share_${at}`)}\ngroup by zc_patient`,
    ],
  ];
}

function measuredParts(draft: SumsDraft, measured: SumsMeasured, at: number): string[] {
  const { rules } = draft;
  const { id, frame, measures } = measured;
  const keys = (measure: string): string[] => [String(frame), word(measure), word(id), '0', 'c.zc_cluster'];
  const one = asDouble(draft, '1');
  // Too small an exponent is refused by PostgreSQL, and counts as 0.
  const chance = `${rules.number(1)} - case when t.zc_none > ${rules.number(-700)} then exp(t.zc_none) else ${rules.number(0)} end`;
  const share = shareOfDays(draft, measured);
  // As with rows: without the column, what care above a ceiling costs is unknown, not 0.
  const known = measures.filter(
    (measure) => measure !== 'cost' || draft.source.absent?.includes('cost') !== true,
  );
  return known.map((measure) => {
    if (measure === 'patients') {
      const from = `zc_covered_${at} as c join zc_chance_${at} as t on t.zc_patient = c.zc_patient`;
      return amountsOf(draft, keys(measure), `(${chance}) * c.zc_p / t.zc_total`, one, from, 'c.');
    }
    const value =
      measure === 'episodes'
        ? one
        : measure === 'bed-days'
          ? 'd.zc_bed'
          : `coalesce(d.zc_cost, ${rules.number(0)}) * ${rules.number(100)}`;
    const from = `zc_covered_${at} as c join zc_time_${timingOf(draft, frame).at} as d on d.zc_id = c.zc_id`;
    return amountsOf(draft, keys(measure), `${value} * ${share} * c.zc_p`, one, from, 'c.');
  });
}

/** Share of the episode's days inside the period and the contract's year. */
function shareOfDays(draft: SumsDraft, { frame, year }: SumsMeasured): string {
  const { period } = draft.plan.frames[frame]!;
  if (period === undefined && year === undefined) return asDouble(draft, '1');
  const first = year === undefined ? 'd.zc_first' : `(greatest(d.zc_first, ${dayFromCalendar(year, 1, 1)}))`;
  const beyond =
    year === undefined ? 'd.zc_beyond' : `(least(d.zc_beyond, ${dayFromCalendar(year + 1, 1, 1)}))`;
  return `(${asDouble(draft, `greatest(0, ${beyond} - ${first})`)} / (d.zc_until - d.zc_start))`;
}
