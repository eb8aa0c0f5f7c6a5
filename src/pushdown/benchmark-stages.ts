/**
 * Inner queries between the rows of a member and the facts that leave: models and stages, numbers about their means,
 * cells, shares. Without joins of rows: an engine that knows nothing of inner queries may pick the slowest way. What is
 * sorted or compared goes by whole numbers; the names of cells are joined to a few lines at the end.
 */

import { FEWEST_IN_CELL, FEWEST_PATIENTS, LARGEST_TOP_TWO } from '../disclosure/rules.ts';
import type { GatePlan } from '../model/gate-plan.ts';
import type { BenchmarkDraft, Stage } from './benchmark-rows.ts';
import { CELL, itemsOf, pairsOf, shareOfTwo } from './benchmark-share.ts';
import { plainText } from './benchmark-text.ts';
import { word } from './dialect.ts';

const MEASURES_OF = {
  outcome: ['outcome'],
  duration: ['duration'],
  cost: ['cost'],
  joint: ['outcome', 'duration'],
  jointCost: ['outcome', 'cost'],
} as const;

const CELL_NAMES = CELL.join(', ');

/** More than a category has levels; cells are numbered from it on. */
const LEVELS = 2 ** 31;

/** What is summed per patient; `all`: of all rows of a model alone (1), or of their cells alone (0). */
export const AMOUNTS: readonly { readonly name: string; readonly value: string; readonly all?: 0 | 1 }[] = [
  { name: 'size', value: 'abs(v)' },
  { name: 'square', value: 'v * v', all: 1 },
  { name: 'spread', value: 'd * d', all: 1 },
  { name: 'above-low', value: 'v - lo', all: 0 },
  { name: 'below-high', value: 'hi - v', all: 0 },
];

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
  const values = stages.map(({ key, without }, at) => `(${word(key)}, ${without.length}, ${at})`).join(', ');
  const used = draft.models.map((model, at) => {
    const measures = draft.measures.map((measure) =>
      (MEASURES_OF[model] as readonly string[]).includes(measure)
        ? `zc_${measure} as v_${measure}`
        : `cast(null as ${draft.rules.double}) as v_${measure}`,
    );
    const columns = [
      `${plainText(draft.rules, model)} as model`,
      `${at * stages.length} as zc_start`,
      ...['zc_id', 'zc_person', 'zc_leaves'],
      ...draft.numbers.map((_, at) => `x${at} as v_x${at}`),
      ...measures,
      ...draft.categories.flatMap((_, own) => [`c${own}`, `k${own}`]),
    ];
    return `select ${columns.join(', ')} from zc_leaving where in_${model} = 1`;
  });
  const first = 'row_number() over (partition by zc_place, zc_person order by zc_id)';
  return [
    ['zc_leaving', `select zc_rows.*, ${leaves} as zc_leaves from zc_rows`],
    ['zc_used', used.join('\nunion all\n')],
    [
      'zc_stage',
      `select stage, zc_after, zc_step from (values ${values}) as zc_steps(stage, zc_after, zc_step)`,
    ],
    [
      'zc_placed',
      'select zc_stage.stage, zc_used.zc_start + zc_stage.zc_step as zc_place, zc_used.* from zc_used cross join zc_stage where zc_used.zc_leaves > zc_stage.zc_after',
    ],
    ['zc_firsts', `select zc_placed.*, case when ${first} = 1 then 1 else 0 end as zc_first from zc_placed`],
    [
      'zc_counted',
      'select zc_firsts.*, sum(zc_first) over (partition by zc_place) as zc_patients, count(*) over (partition by zc_place) as zc_n from zc_firsts',
    ],
    ['zc_here', `select * from zc_counted where zc_patients >= ${FEWEST_PATIENTS}`],
  ];
}

/** Every column of numbers about its mean, with what is known of its ends; `h_` which of two values it is. */
export function numberStages(draft: BenchmarkDraft): Stage[] {
  const items = itemsOf(draft);
  const over = 'over (partition by zc_place)';
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
        .join(', ')} from zc_wide group by zc_place, model, stage`,
    ],
  ];
}

/**
 * Rows per cell: everybody, levels as they are and put together, and the two values of a column that has two.
 * Numbers stand for a cell (zc_spot) and for a column in it (zc_line); names come back at the end.
 */
export function cellStages(draft: BenchmarkDraft, { sets }: GatePlan): Stage[] {
  const items = itemsOf(draft);
  const { categories, rules } = draft;
  const carried = items.flatMap((i) => [`v_${i}`, `d_${i}`, `h_${i}`]).join(', ');
  const kinds = 1 + categories.length + sets.length + items.length;
  const level = (
    kind: number,
    category: string,
    { name, number = '0', where = '1 = 1' }: { name: string; number?: string; where?: string },
  ): string => {
    const spot = `cast(zc_place * ${kinds} + ${kind} as bigint) * ${LEVELS} + ${number} as zc_spot`;
    return `select model, stage, zc_id, zc_person, ${spot}, ${plainText(rules, category)} as category, ${name} as level, ${carried} from zc_wide where ${where}`;
  };
  const [firstSet, firstItem] = [1 + categories.length, 1 + categories.length + sets.length];
  const levels = [
    level(0, '', { name: plainText(rules, '') }),
    ...categories.map((_, at) => level(1 + at, `c${at}`, { name: `c${at}`, number: `k${at}` })),
    ...sets.map(({ key, category, words }, at) =>
      level(firstSet + at, `s${category}`, {
        name: plainText(rules, key),
        where: `c${category} in (${words.map(word).join(', ')})`,
      }),
    ),
    ...items.map((i, at) =>
      level(firstItem + at, `b:${i}`, {
        ...{ name: `h_${i}`, number: `case when h_${i} = '0' then 0 else 1 end` },
        where: `h_${i} is not null`,
      }),
    ),
  ];
  const first = 'row_number() over (partition by zc_spot, zc_person order by zc_id)';
  const long = items.map(
    (i, at) =>
      `select zc_spot, zc_spot * ${items.length} + ${at} as zc_line, ${at} as zc_item, case when category = '' then 1 else 0 end as zc_all, zc_person, v_${i} as v, d_${i} as d from zc_cell where v_${i} is not null and category <> 'b:${i}'`,
  );
  return [
    ['zc_level', levels.join('\nunion all\n')],
    [
      'zc_level_first',
      `select zc_level.*, case when ${first} = 1 then 1 else 0 end as zc_first from zc_level`,
    ],
    [
      'zc_level_counted',
      'select zc_level_first.*, sum(zc_first) over (partition by zc_spot) as zc_patients from zc_level_first',
    ],
    ['zc_cell', `select * from zc_level_counted where zc_patients >= ${FEWEST_IN_CELL}`],
    ['zc_name', `select zc_spot, ${CELL_NAMES} from zc_cell group by zc_spot, ${CELL_NAMES}`],
    ['zc_long', long.join('\nunion all\n')],
    [
      'zc_ended',
      'select zc_long.*, min(v) over (partition by zc_line) as lo, max(v) over (partition by zc_line) as hi from zc_long',
    ],
    [
      'zc_off',
      `select zc_spot, zc_item, count(*) as n, count(distinct v) as zc_distinct, sum(d) as zc_dev, ${(
        ['lo', 'hi'] as const
      )
        .map(
          (end) =>
            `sum(case when v <> ${end} then 1 else 0 end) as rows_${end}, count(distinct case when v <> ${end} then zc_person end) as patients_${end}`,
        )
        .join(', ')} from zc_ended group by zc_line, zc_spot, zc_item`,
    ],
  ];
}

/** Totals per patient of every amount, and what the two largest have of their sum. */
export function shareStages(): Stage[] {
  const line = 'zc_line, zc_spot, zc_item, zc_all';
  const each = (text: (at: number) => string): string => AMOUNTS.map((_, at) => text(at)).join(', ');
  const shares = AMOUNTS.map(
    ({ all }, at) =>
      `select zc_spot, zc_item, ${at} as zc_amount, share_${at} as zc_share from zc_two${all === undefined ? '' : ` where zc_all = ${all}`}`,
  );
  return [
    [
      'zc_total',
      `select ${line}, ${each((at) => `sum(${AMOUNTS[at]!.value}) as total_${at}`)} from zc_ended group by ${line}, zc_person`,
    ],
    [
      'zc_largest',
      `select zc_total.*, ${each((at) => `max(total_${at}) over (partition by zc_line) as largest_${at}`)} from zc_total`,
    ],
    [
      'zc_two',
      `select zc_spot, zc_item, zc_all, ${each((at) => `${shareOfTwo(`total_${at}`, `largest_${at}`)} as share_${at}`)} from zc_largest group by ${line}`,
    ],
    ['zc_share', shares.join('\nunion all\n')],
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
  const largest = pairs.map(
    ([i, j]) => `max(total_${i}_${j}) over (partition by zc_place) as largest_${i}_${j}`,
  );
  const few = pairs.map(
    ([i, j]) =>
      `case when max(sparse_${i}_${j}) = 1 and sum(both_${i}_${j}) > 0 and (sum(case when both_${i}_${j} > 0 then 1 else 0 end) < ${FEWEST_IN_CELL} or ${shareOfTwo(`total_${i}_${j}`, `largest_${i}_${j}`)} > ${LARGEST_TOP_TWO}) then 1 else 0 end as few_${i}_${j}`,
  );
  return [
    [
      'zc_product',
      `select zc_place, model, stage, zc_person, ${products.join(', ')} from zc_wide group by zc_place, model, stage, zc_person`,
    ],
    ['zc_product_largest', `select zc_product.*, ${largest.join(', ')} from zc_product`],
    [
      'zc_pair',
      `select model, stage, ${few.join(', ')} from zc_product_largest group by zc_place, model, stage`,
    ],
  ];
}
