/** What the result tells besides sums: episodes without a price, open ones, clusters without a review term. */

import { dimensionColumns, type Stage, type SumsDraft } from './sums-draft.ts';
import { inContext, timingOf } from './sums-quantities.ts';
import { select } from './sums-rows.ts';

/** Counts that the result tells besides sums: rows without a price, open episodes. */
export function factStages(draft: SumsDraft): Stage[] {
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
export function unpriced(value: string): string {
  return `coalesce(sum(case when zc_unknown = 1 or zc_gap = 1 then ${value} else 0 end), 0)`;
}

/** Faults that `simulate` would refuse: days of open episodes without an end, clusters without a review term. */
export function openFacts(draft: SumsDraft): (readonly [name: string, from: string])[] {
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
