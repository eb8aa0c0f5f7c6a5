/**
 * The sums of a simulation as one query: rows stay where they are, a long table of sums comes out.
 * Products are over patients (sampling) and within ratings (typing); with order 3 also of three
 * coordinates, from which skewness comes. No number has fewer than `minimum` patients behind it.
 */

import { refuse } from '../issue/refusal.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { GroupDimension } from '../model/simulation.ts';
import type { SumsAbout, SumsPlan } from '../model/sums.ts';
import { dialectRules, type SqlDialect } from './dialect.ts';
import type { SqlSource } from './score-sql.ts';
import type { SumsDraft } from './sums-draft.ts';
import { factStages } from './sums-facts.ts';
import { amountStages } from './sums-measures.ts';
import { productStages } from './sums-products.ts';
import { quantityStages } from './sums-quantities.ts';
import { resultStages } from './sums-result.ts';
import { rowStages } from './sums-rows.ts';

export interface SumsSqlOptions {
  readonly dialect: SqlDialect;
  readonly source: SqlSource;
  readonly plan: SumsPlan;
  readonly about: SumsAbout;
  /** The rule set; needed where the plan scores. */
  readonly set?: RuleSet;
  /** Supercluster code of rows that have neither a supercluster nor a chosen cluster. */
  readonly supercluster?: string;
  /** Dimensions in which groups of few patients are put together. */
  readonly merging: readonly GroupDimension[];
}

/** @throws Refusal `sql-name` when a name holds a character that engines take as an escape */
export function sumsSql(options: SumsSqlOptions): string {
  const { plan, about, source } = options;
  const draft: SumsDraft = {
    plan,
    rules: dialectRules(options.dialect),
    source,
    set: options.set,
    supercluster: options.supercluster,
    order: about.order,
    minimum: about.minimum,
    merging: options.merging,
  };
  const names = [source.table, ...Object.values(source.columns ?? {}), ...wordsOf(plan)];
  for (const name of names) if (!/^[^\p{Cc}\\]*$/u.test(name)) throw refuse('sql-name', {}, 2);
  const stages = [
    ...rowStages(draft),
    ...quantityStages(draft),
    ...amountStages(draft),
    ...factStages(draft),
    ...productStages(draft),
  ];
  const { stages: last, result } = resultStages(draft, about);
  const inner = [...stages, ...last].map(([name, text]) => `${name} ${draft.rules.once} (\n${text}\n)`);
  return [
    `-- Sums for simulate --from-sums${about.rules === null ? '' : `, by rule set ${about.rules.id} (${about.rules.status}), sha256 ${about.rules.sha256}`}`,
    `with ${inner.join(', ')}`,
    result,
    '',
  ].join('\n');
}

function wordsOf({ lists, measured }: SumsPlan): string[] {
  return [
    ...[...lists.s, ...lists.b].flatMap(({ cluster, setting, payer }) => [cluster, setting, payer]),
    ...measured.flatMap(({ payers, setting, site, cluster }) => [
      ...payers,
      ...[setting, site, cluster].filter((text) => text !== undefined),
    ]),
  ];
}
