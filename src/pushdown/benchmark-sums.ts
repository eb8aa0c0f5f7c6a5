/**
 * The first query of a contribution: from the rows to sums, and to the answers that the disclosure gate asks for.
 * Invariant: nothing in its result is about fewer than the gate's fewest patients: models under 30 and cells
 * under 10 are not in it, and what would tell of few patients only says that they are few.
 */

import { FEWEST_IN_CELL, SOLVABLE_VALUES } from '../disclosure/rules.ts';
import type { GatePlan } from '../model/gate-plan.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import { askFact, askStage } from './benchmark-asks.ts';
import {
  type BenchmarkDraft,
  type BenchmarkSqlOptions,
  benchmarkRows,
  type Stage,
} from './benchmark-rows.ts';
import { CELL, type Fact, itemsOf, pairsOf } from './benchmark-share.ts';
import {
  AMOUNTS,
  cellStages,
  numberStages,
  pairStages,
  placedStages,
  shareStages,
} from './benchmark-stages.ts';
import { checkedNames, plainText, withStages } from './benchmark-text.ts';

export interface BenchmarkSumsSqlOptions extends BenchmarkSqlOptions {
  /** What the query was made for, as both files must say it. */
  readonly madeFor: string;
  /** What the gate asks: all rows as they are, unless an earlier answer said more. */
  readonly plan: GatePlan;
}

/** The plan of a gate that has seen nothing. */
export const FIRST_PLAN: GatePlan = { stages: [{ key: '0', without: [] }], sets: [], asks: [] };

/**
 * Columns of the result: `made_for, fact, model, stage, category, level, item, other, amount`.
 * @throws Refusal as `benchmarkRows`; `sql-name`
 */
export function benchmarkSumsSql(options: BenchmarkSumsSqlOptions): string {
  checkedNames(options);
  const draft = benchmarkRows(options);
  const { plan } = options;
  const stages: Stage[] = [
    ...draft.stages,
    ...placedStages(draft, plan),
    ...numberStages(draft),
    ...cellStages(draft, plan),
    ...shareStages(),
    ...pairStages(draft),
    ...plan.asks.map((ask, at) => askStage(draft, ask, at)),
  ];
  const text = (value: string): string => plainText(draft.rules, value);
  const facts = [
    ...rowFacts(draft, options),
    ...gateFacts(draft),
    ...plan.asks.map((ask, at) => askFact(ask, at)),
  ];
  const parts = facts.map(({ fact, from, amount, ...given }) => {
    const of = (column: 'model' | 'stage' | 'category' | 'level' | 'item' | 'other'): string =>
      `${given[column] ?? text('')} as ${column}`;
    const columns = ['model', 'stage', 'category', 'level', 'item', 'other'] as const;
    return `select ${[`${text(options.madeFor)} as made_for`, `${text(fact)} as fact`, ...columns.map(of), `cast(${amount} as ${draft.rules.double}) as amount`].join(', ')}\nfrom ${from}`;
  });
  return withStages(
    '-- Sums for benchmark contribute --from-sums',
    draft.rules,
    stages,
    parts.join('\nunion all\n'),
  );
}

function rowFacts(draft: BenchmarkDraft, { conversion }: BenchmarkSumsSqlOptions): Fact[] {
  const few = (count: string): string =>
    `case when ${count} between 1 and ${FEWEST_IN_CELL - 1} then 1 else ${count} end`;
  const flag = (condition: string): string => `coalesce(max(case when ${condition} then 1 else 0 end), 0)`;
  const twice = 'zc_patient is not null and zc_episode is not null';
  return [
    { fact: 'rejected', from: 'zc_checked', amount: few('coalesce(sum(zc_fault), 0)') },
    { fact: 'warned', from: 'zc_rows', amount: flag('zc_warned = 1') },
    {
      fact: 'twice',
      from: `(select count(*) as n from zc_rows where ${twice} group by zc_patient, zc_episode) as zc_episodes`,
      amount: flag('n > 1'),
    },
    ...(draft.hasOrigin ? [{ fact: 'synthetic', from: 'zc_rows', amount: flag('zc_synthetic = 1') }] : []),
    ...(conversion === undefined
      ? []
      : [{ fact: 'beyond', from: 'zc_rows', amount: 'coalesce(sum(zc_beyond), 0)' }]),
    ...(draft.hasStatus
      ? [
          {
            fact: 'response',
            from: `(select zc_status, count(*) as n from zc_rows where zc_left is null group by zc_status having count(distinct zc_patient) >= ${FEWEST_IN_CELL}) as zc_statuses`,
            item: 'zc_status',
            amount: 'n',
          },
        ]
      : []),
  ];
}

/** A text for each number from 0 on. */
function nameByNumber({ rules }: BenchmarkDraft, column: string, names: readonly string[]): string {
  return `case ${column} ${names.map((name, at) => `when ${at} then ${plainText(rules, name)}`).join(' ')} end`;
}

function gateFacts(draft: BenchmarkDraft): Fact[] {
  const items = itemsOf(draft);
  const text = (value: string): string => plainText(draft.rules, value);
  const place = { model: 'model', stage: 'stage' };
  const cell = { ...place, category: 'category', level: 'level' };
  const least = `case when zc_distinct > ${SOLVABLE_VALUES} then ${SOLVABLE_VALUES + 1} else zc_distinct end`;
  const itemOf = nameByNumber(draft, 'zc_item', items);
  const amountOf = nameByNumber(
    draft,
    'zc_amount',
    AMOUNTS.map(({ name }) => name),
  );
  /** Numbers of cells get the names of their cell. */
  const named = (from: string): string => `${from} join zc_name on zc_name.zc_spot = ${from}.zc_spot`;
  const values = `(select zc_spot, zc_item, case when min(n) < ${FEWEST_IN_CELL} then 1 else min(n) end as zc_fewest from (select zc_spot, zc_item, v, count(distinct zc_person) as n from zc_long where zc_all = 1 group by zc_line, zc_spot, zc_item, v) as zc_counts group by zc_spot, zc_item having count(*) <= ${SOLVABLE_VALUES}) as zc_values join zc_name on zc_name.zc_spot = zc_values.zc_spot`;
  const off = (end: string): string =>
    `(rows_${end} > 0 and 2 * rows_${end} <= n and patients_${end} < ${FEWEST_IN_CELL})`;
  const level = `category <> '' and category not like 'b:%'`;
  return [
    { ...place, fact: 'n', from: 'zc_crossed', amount: 'zc_n' },
    {
      ...cell,
      fact: 'rows',
      from: `zc_cell where ${level} group by zc_spot, ${CELL.join(', ')}`,
      amount: 'count(*)',
    },
    ...items.map(
      (i): Fact => ({
        ...place,
        fact: 'mean',
        item: text(i),
        from: `zc_crossed where mean_${i} is not null`,
        amount: `mean_${i}`,
      }),
    ),
    ...pairsOf(items).map(([i, j]): Fact => {
      // Named in the order of the letters, whichever stands first in the gate.
      const [item, other] = [i, j].sort(compareCodePoints);
      const sum = `p_${i}_${j}`;
      return {
        ...place,
        fact: 'cross',
        item: text(item!),
        other: text(other!),
        from: `zc_crossed where ${sum} is not null`,
        amount: sum,
      };
    }),
    { ...cell, fact: 'dev', item: itemOf, from: `${named('zc_off')} where ${level}`, amount: 'zc_dev' },
    { ...cell, fact: 'distinct', item: itemOf, from: named('zc_off'), amount: least },
    {
      ...place,
      fact: 'fewest',
      item: itemOf,
      from: values,
      amount: 'zc_fewest',
    },
    {
      ...cell,
      fact: 'ends',
      item: itemOf,
      from: named('zc_off'),
      amount: `case when ${off('lo')} or ${off('hi')} then 1 else 0 end`,
    },
    { ...cell, fact: 'top', item: itemOf, other: amountOf, from: named('zc_share'), amount: 'zc_share' },
    ...pairsOf(items)
      .filter(([i, j]) => i !== j)
      .map(
        ([i, j]): Fact => ({
          ...place,
          fact: 'pair',
          item: text(i),
          other: text(j),
          from: 'zc_pair',
          amount: `few_${i}_${j}`,
        }),
      ),
    ...items.map(
      (i): Fact => ({
        ...cell,
        fact: 'half',
        item: text(`b:${i}`),
        other: `h_${i}`,
        from: `(select zc_spot, h_${i} from zc_cell where category <> '' and h_${i} is not null and category <> 'b:${i}' group by zc_spot, h_${i} having count(distinct zc_person) >= ${FEWEST_IN_CELL}) as zc_halves join zc_name on zc_name.zc_spot = zc_halves.zc_spot`,
        amount: '1',
      }),
    ),
  ];
}
