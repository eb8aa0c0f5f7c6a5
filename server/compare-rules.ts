/** Two rule sets against each other, and what the difference does to the advices of a data set. */

import {
  compileRuleSet,
  createAdviceComparison,
  diffRuleSets,
  type Lang,
  makeMeta,
  type RuleSet,
  type RulesDiffDocument,
} from '../src/index.ts';
import { ROWS_A_TURN, rowsOf } from './score-in-turns.ts';
import type { Loaded } from './workspace.ts';

type Cases = NonNullable<RulesDiffDocument['cases']>;

/** The same document as `zorgcluster rules diff FROM TO --cases FILE`. */
export async function compareRules(
  from: RuleSet,
  to: RuleSet,
  loaded: Loaded | undefined,
  lang: Lang,
): Promise<RulesDiffDocument> {
  const diff = diffRuleSets(from, to);
  const data = loaded?.dataSet;
  const input = data && { name: data.name, rows: data.rows.read, sha256: data.sha256 };
  return {
    meta: makeMeta({
      command: 'rules diff',
      inputs: input === undefined ? [] : [input],
      options: {},
      statuses: [from.status, to.status, ...(data?.synthetic ? (['synthetic'] as const) : [])],
    }),
    ...diff,
    ...(loaded === undefined ? {} : { cases: await casesOf(from, to, loaded, lang) }),
  };
}

/** Scores of both sets, a piece at a time: the server answers others in between. */
async function casesOf(from: RuleSet, to: RuleSet, loaded: Loaded, lang: Lang): Promise<Cases> {
  const { table, dataSet, memo } = loaded;
  const advice = await memo(`rules ${from.sha256} ${to.sha256}`, async () => {
    const comparison = createAdviceComparison(compileRuleSet(from), compileRuleSet(to));
    for (let start = 0; start < table.n; start += ROWS_A_TURN) {
      comparison.add(rowsOf(table, start, Math.min(table.n, start + ROWS_A_TURN)));
      await new Promise(setImmediate);
    }
    return comparison.result();
  });
  return { rows: dataSet.rows, issues: dataSet.issues[lang], advice };
}
