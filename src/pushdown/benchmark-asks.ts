/** Questions of the gate that hold earlier answers: what is left after slopes, and how much a patient weighs. */

import type { PlanAsk, PlanColumn } from '../model/gate-plan.ts';
import type { BenchmarkDraft, Stage } from './benchmark-rows.ts';
import { type Fact, share } from './benchmark-share.ts';
import { word } from './dialect.ts';

/** A question with earlier answers in it, per patient. */
export function askStage({ rules }: BenchmarkDraft, ask: PlanAsk, at: number): Stage {
  const { number } = rules;
  const from = `zc_here where model = ${word(ask.model)} and stage = ${word(ask.stage)}`;
  const deviation = (column: PlanColumn): string => {
    const value =
      'item' in column
        ? `v_${column.item}`
        : `case when c${column.category} in (${column.words.map(word).join(', ')}) then ${number(1)} else ${number(0)} end`;
    return `(${value} - ${number(column.mean)})`;
  };
  if (ask.kind === 'left') {
    const rest = ask.terms
      .map(({ column, slope }) => `${number(slope)} * ${deviation(column)}`)
      .join('\n    + ');
    return [
      `zc_ask${at}`,
      `select zc_person, sum(r * r) as total from (select zc_person, ${rest} as r from ${from}) as zc_rest group by zc_person`,
    ];
  }
  const columns = ask.columns.map((column, j) => `${deviation(column)} as d${j}`);
  const terms = ask.inverse.map(
    (row, j) => `d${j} * (${row.map((value, l) => `${number(value)} * d${l}`).join(' + ')})`,
  );
  const leverage = [number(1 / ask.n), ...terms].join('\n    + ');
  return [
    `zc_ask${at}`,
    `select zc_person, sum(h) as total from (select zc_person, ${leverage} as h from (select ${['zc_person', ...columns].join(', ')} from ${from} ${rules.fence}) as zc_design) as zc_weights group by zc_person`,
  ];
}

export function askFact(ask: PlanAsk, at: number): Fact {
  const given = { fact: ask.kind, model: word(ask.model), stage: word(ask.stage), item: word(ask.key) };
  if (ask.kind === 'heavy') {
    return {
      ...given,
      from: `zc_ask${at}`,
      amount: `coalesce(sum(case when total > ${ask.limit} then 1 else 0 end), 0)`,
    };
  }
  const order = 'row_number() over (order by total desc)';
  return {
    ...given,
    from: `(select total, ${order} as zc_rank from zc_ask${at}) as zc_order${at}`,
    amount: share('total', 'zc_rank'),
  };
}
