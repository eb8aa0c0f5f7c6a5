/**
 * Terms that a contract was first asked with. A data set is prepared under those; other terms of the same
 * contract (payer, scope, year, form, filled-in fields) are then a change that costs no pass over the rows.
 */

import type { Contract } from '../../src/index.ts';

/** Contracts kept; the terms themselves are small. */
const KEPT = 200;

export interface FirstTerms {
  /** @param at names data set, scenario and place. @returns the terms to prepare under */
  of(at: readonly unknown[], contract: Contract): Contract;
}

export function createFirstTerms(): FirstTerms {
  const kept = new Map<string, Contract>();
  return {
    of: (at, contract) => {
      const { payer, scope, year, form, ...terms } = contract;
      // What a form looks at may hang on which of its fields are filled in.
      const key = JSON.stringify([at, payer, scope, year, form, Object.keys(terms).sort()]);
      const first = kept.get(key) ?? contract;
      kept.delete(key);
      kept.set(key, first);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return first;
    },
  };
}
