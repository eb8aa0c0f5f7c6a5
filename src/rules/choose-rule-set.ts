/** Which rule set applies on a day. */

import type { RuleSet } from '../model/rule-set.ts';

/** Id of the rule set that comes with the product and is used where no official one is loaded. */
export const BUNDLED_RULE_SET = 'zvt-illustrative';

/**
 * The newest official set valid on the day, else the bundled illustrative one.
 *
 * A set without `validFrom` applies always and is the oldest; of two with the same first day the id
 * that sorts last wins, so that the choice does not depend on the order of a folder. Local sets are
 * used only when named.
 * @param day ISO date of the case; without one the newest official set applies.
 */
export function chooseRuleSet(all: readonly RuleSet[], day?: string): RuleSet | undefined {
  const official = all
    .filter((set) => set.status === 'official' && (day === undefined || (set.validFrom ?? '') <= day))
    .sort((a, b) => compare(a.validFrom ?? '', b.validFrom ?? '') || compare(a.id, b.id));
  return official.at(-1) ?? all.find((set) => set.id === BUNDLED_RULE_SET);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
