/**
 * Inner queries between the rows of a member and the facts that leave: models and stages, numbers about their means,
 * cells, shares. Without joins: an engine that knows nothing of inner queries may pick the slowest way to join them.
 */

import { FEWEST_IN_CELL, FEWEST_PATIENTS, LARGEST_TOP_TWO } from '../disclosure/rules.ts';
import type { GatePlan } from '../model/gate-plan.ts';
import type { BenchmarkDraft, Stage } from './benchmark-rows.ts';
import { CELL, itemsOf, pairsOf, share } from './benchmark-share.ts';
import { plainText } from './benchmark-text.ts';
import { word } from './dialect.ts';

const MEASURES_OF = {
  outcome: ['outcome'],
  duration: ['duration'],
  cost: ['cost'],
  joint: ['outcome', 'duration'],
  jointCost: ['outcome', 'cost'],
} as const;

/** Rows of a model in a stage, with the models of 30 patients and more only. */
export function placedStages(draft: BenchmarkDraft, { stages }: GatePlan): Stage[] {
  const longest = stages.reduce(
    (most, each) => (each.without.length > most.length ? each.without : most),
    stages[0]!.without,
  );
  const steps = longest.map(({ inModels, notIn, levels }, at) => {
    const conditions = [
      ...inModels.map((model) => `in_${model} = 1`),
      ...notIn.map((model) => `in_${model} = 0`),
      ...levels.map(({ category, words }) => `c${category} in (${words.map(word).join(', ')})`),
    ];
    return `when ${conditions.join(' and ')} then ${at + 1}`;
  });
  const never = longest.length + 1;
  const leaves = steps.length === 0 ? String(never) : `case ${steps.join('\n    ')} else ${never} end`;
  const values = stages.map(({ key, without }) => `(${word(key)}, ${without.length})`).join(', ');
  const used = draft.models.map((model) => {
    const measures = draft.measures.map((measure) =>
      (MEASURES_OF[model] as readonly string[]).includes(measure)
        ? `zc_${measure} as v_${measure}`
        : `cast(null as ${draft.rules.double}) as v_${measure}`,
    );
    const columns = [
      `${plainText(draft.rules, model)} as model`,
      ...['zc_id', 'zc_patient', 'zc_leaves'],
      ...draft.numbers.map((_, at) => `x${at} as v_x${at}`),
      ...measures,
      ...draft.categories.map((_, at) => `c${at}`),
    ];
    return `select ${columns.join(', ')} from zc_leaving where in_${model} = 1`;
  });
  const first = 'row_number() over (partition by model, stage, zc_patient order by zc_id)';
  return [
    ['zc_leaving', `select zc_rows.*, ${leaves} as zc_leaves from zc_rows`],
    ['zc_used', used.join('\nunion all\n')],
    ['zc_stage', `select stage, zc_after from (values ${values}) as zc_steps(stage, zc_after)`],
    [
      'zc_placed',
      'select zc_stage.stage, zc_used.* from zc_used cross join zc_stage where zc_used.zc_leaves > zc_stage.zc_after',
    ],
    ['zc_firsts', `select zc_placed.*, case when ${first} = 1 then 1 else 0 end as zc_first from zc_placed`],
    [
      'zc_counted',
      'select zc_firsts.*, sum(zc_first) over (partition by model, stage) as zc_patients, count(*) over (partition by model, stage) as zc_n from zc_firsts',
    ],
    ['zc_here', `select * from zc_counted where zc_patients >= ${FEWEST_PATIENTS}`],
  ];
}

/** Every column of numbers about its mean, with what is known of its ends; `h_` which of two values it is. */
export function numberStages(draft: BenchmarkDraft): Stage[] {
  const items = itemsOf(draft);
  const over = 'over (partition by model, stage)';
  const each = (columns: (item: string) => readonly string[]): string => items.flatMap(columns).join(', ');
  const { number } = draft.rules;
  return [
    [
      'zc_known',
      `select zc_here.*, ${each((i) => [
        `avg(v_${i}) ${over} as m_${i}`,
        `min(v_${i}) ${over} as lo_${i}`,
        `max(v_${i}) ${over} as hi_${i}`,
        `sum(case when v_${i} <> ${number(0)} then 1 else 0 end) ${over} as f_${i}`,
      ])} from zc_here`,
    ],
    [
      'zc_centre',
      `select zc_known.*, ${each((i) => [
        `m_${i} + avg(v_${i} - m_${i}) ${over} as mean_${i}`,
        `min(case when v_${i} = lo_${i} or v_${i} = hi_${i} then 1 else 0 end) ${over} as two_${i}`,
      ])} from zc_known`,
    ],
    [
      'zc_wide',
      `select zc_centre.*, ${each((i) => [
        `v_${i} - mean_${i} as d_${i}`,
        `case when two_${i} = 1 and lo_${i} < hi_${i} then case when v_${i} = lo_${i} then '0' else '1' end end as h_${i}`,
      ])} from zc_centre`,
    ],
    [
      'zc_crossed',
      `select model, stage, max(zc_n) as zc_n, ${each((i) => [`max(mean_${i}) as mean_${i}`])}, ${pairsOf(
        items,
      )
        .map(([i, j]) => `sum(d_${i} * d_${j}) as p_${i}_${j}`)
        .join(', ')} from zc_wide group by model, stage`,
    ],
  ];
}

/** Rows per cell: everybody, levels as they are and put together, and the two values of a column that has two. */
export function cellStages(draft: BenchmarkDraft, { sets }: GatePlan): Stage[] {
  const items = itemsOf(draft);
  const carried = items.flatMap((i) => [`v_${i}`, `d_${i}`, `h_${i}`]).join(', ');
  const level = (category: string, name: string, where: string): string =>
    `select model, stage, zc_id, zc_patient, ${plainText(draft.rules, category)} as category, ${name} as level, ${carried} from zc_wide where ${where}`;
  const levels = [
    level('', plainText(draft.rules, ''), '1 = 1'),
    ...draft.categories.map((_, at) => level(`c${at}`, `c${at}`, '1 = 1')),
    ...sets.map(({ key, category, words }) =>
      level(`s${category}`, plainText(draft.rules, key), `c${category} in (${words.map(word).join(', ')})`),
    ),
    ...items.map((i) => level(`b:${i}`, `h_${i}`, `h_${i} is not null`)),
  ];
  const within = CELL.join(', ');
  const first = `row_number() over (partition by ${within}, zc_patient order by zc_id)`;
  const key = `${within}, item`;
  const long = items.map(
    (i) =>
      `select ${within}, zc_patient, ${plainText(draft.rules, i)} as item, v_${i} as v, d_${i} as d from zc_cell where v_${i} is not null and category <> 'b:${i}'`,
  );
  return [
    ['zc_level', levels.join('\nunion all\n')],
    [
      'zc_level_first',
      `select zc_level.*, case when ${first} = 1 then 1 else 0 end as zc_first from zc_level`,
    ],
    [
      'zc_level_counted',
      `select zc_level_first.*, sum(zc_first) over (partition by ${within}) as zc_patients from zc_level_first`,
    ],
    ['zc_cell', `select * from zc_level_counted where zc_patients >= ${FEWEST_IN_CELL}`],
    ['zc_long', long.join('\nunion all\n')],
    [
      'zc_ended',
      `select zc_long.*, min(v) over (partition by ${key}) as lo, max(v) over (partition by ${key}) as hi from zc_long`,
    ],
    [
      'zc_off',
      `select ${key}, count(*) as n, count(distinct v) as zc_distinct, sum(d) as zc_dev, ${(
        ['lo', 'hi'] as const
      )
        .map(
          (end) =>
            `sum(case when v <> ${end} then 1 else 0 end) as rows_${end}, count(distinct case when v <> ${end} then zc_patient end) as patients_${end}`,
        )
        .join(', ')} from zc_ended group by ${key}`,
    ],
  ];
}

/** Totals per patient of every amount, and what the two largest have of their sum. */
export function shareStages(): Stage[] {
  const key = [...CELL, 'item'].join(', ');
  const amounts: readonly (readonly [name: string, value: string, where: string])[] = [
    ['size', 'abs(v)', '1 = 1'],
    ['square', 'v * v', "category = ''"],
    ['spread', 'd * d', "category = ''"],
    ['above-low', 'v - lo', "category <> ''"],
    ['below-high', 'hi - v', "category <> ''"],
  ];
  const totals = amounts.map(
    ([name, value, where]) =>
      `select ${key}, '${name}' as other, zc_patient, sum(${value}) as total from zc_ended where ${where} group by ${key}, zc_patient`,
  );
  return [
    ['zc_total', totals.join('\nunion all\n')],
    [
      'zc_ranked',
      `select ${key}, other, total, row_number() over (partition by ${key}, other order by total desc) as zc_rank from zc_total`,
    ],
    [
      'zc_share',
      `select ${key}, other, ${share('total', 'zc_rank')} as zc_share from zc_ranked group by ${key}, other`,
    ],
  ];
}

/** Pairs of columns that are both mostly 0: how much hangs on the few who have both. */
export function pairStages(draft: BenchmarkDraft): Stage[] {
  const pairs = pairsOf(itemsOf(draft)).filter(([i, j]) => i !== j);
  if (pairs.length === 0) return [];
  const { number } = draft.rules;
  const products = pairs.flatMap(([i, j]) => [
    `max(case when 2 * f_${i} <= zc_n and 2 * f_${j} <= zc_n then 1 else 0 end) as sparse_${i}_${j}`,
    `sum(case when v_${i} <> ${number(0)} and v_${j} <> ${number(0)} then 1 else 0 end) as both_${i}_${j}`,
    `coalesce(sum(abs(v_${i} * v_${j})), ${number(0)}) as total_${i}_${j}`,
  ]);
  const ranks = pairs.map(
    ([i, j]) =>
      `row_number() over (partition by model, stage order by total_${i}_${j} desc) as rank_${i}_${j}`,
  );
  const few = pairs.map(
    ([i, j]) =>
      `case when max(sparse_${i}_${j}) = 1 and sum(both_${i}_${j}) > 0 and (sum(case when both_${i}_${j} > 0 then 1 else 0 end) < ${FEWEST_IN_CELL} or ${share(`total_${i}_${j}`, `rank_${i}_${j}`)} > ${LARGEST_TOP_TWO}) then 1 else 0 end as few_${i}_${j}`,
  );
  return [
    [
      'zc_product',
      `select model, stage, zc_patient, ${products.join(', ')} from zc_wide group by model, stage, zc_patient`,
    ],
    ['zc_product_ranked', `select zc_product.*, ${ranks.join(', ')} from zc_product`],
    ['zc_pair', `select model, stage, ${few.join(', ')} from zc_product_ranked group by model, stage`],
  ];
}
