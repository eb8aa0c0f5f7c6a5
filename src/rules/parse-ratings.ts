/** Ratings typed by hand: `0,3,1,…`, one per item of the rule set. */

import { refuse } from '../issue/refusal.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { parseSeverity } from './parse-number.ts';

/** @returns one rating per item, -1 = not known (blank, 9 or -1). @throws Refusal `explain-items` (exit 2) */
export function parseRatings(set: Pick<RuleSet, 'items' | 'severities'>, text: string): Int8Array {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const ratings = parts.map((part) =>
    ['', '9', '-1'].includes(part) ? -1 : parseSeverity(part, set.severities),
  );
  const wrong = parts.some((part, at) => ratings[at]! < 0 && !['', '9', '-1'].includes(part));
  if (wrong || parts.length !== set.items.length) {
    const params = { count: set.items.length, highest: set.severities - 1, found: parts.length };
    throw refuse('explain-items', params, 2);
  }
  return Int8Array.from(ratings);
}
