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
import { cellStages, numberStages, pairStages, placedStages, shareStages } from './benchmark-stages.ts';
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

function gateFacts(draft: BenchmarkDraft): Fact[] {
  const items = itemsOf(draft);
  const text = (value: string): string => plainText(draft.rules, value);
  const place = { model: 'model', stage: 'stage' };
  const cell = { ...place, category: 'category', level: 'level' };
  const within = CELL.join(', ');
  const least = `case when zc_distinct > ${SOLVABLE_VALUES} then ${SOLVABLE_VALUES + 1} else zc_distinct end`;
  const values = `(select model, stage, item, v, count(distinct zc_patient) as n from zc_long where category = '' group by model, stage, item, v) as zc_values group by model, stage, item having count(*) <= ${SOLVABLE_VALUES}`;
  const off = (end: string): string =>
    `(rows_${end} > 0 and 2 * rows_${end} <= n and patients_${end} < ${FEWEST_IN_CELL})`;
  const level = `category <> '' and category not like 'b:%'`;
  return [
    { ...place, fact: 'n', from: 'zc_crossed', amount: 'zc_n' },
    { ...cell, fact: 'rows', from: `zc_cell where ${level} group by ${within}`, amount: 'count(*)' },
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
    { ...cell, fact: 'dev', item: 'item', from: `zc_off where ${level}`, amount: 'zc_dev' },
    { ...cell, fact: 'distinct', item: 'item', from: 'zc_off', amount: least },
    {
      ...place,
      fact: 'fewest',
      item: 'item',
      from: values,
      amount: `case when min(n) < ${FEWEST_IN_CELL} then 1 else min(n) end`,
    },
    {
      ...cell,
      fact: 'ends',
      item: 'item',
      from: 'zc_off',
      amount: `case when ${off('lo')} or ${off('hi')} then 1 else 0 end`,
    },
    { ...cell, fact: 'top', item: 'item', other: 'other', from: 'zc_share', amount: 'zc_share' },
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
        from: `zc_cell where category <> '' and h_${i} is not null and category <> 'b:${i}' group by ${within}, h_${i} having count(distinct zc_patient) >= ${FEWEST_IN_CELL}`,
        amount: '1',
      }),
    ),
  ];
}
