/** Small levels into `other`. */

import type { GateCategory } from './gate-input.ts';
import { OTHER_LEVEL } from './rules.ts';

/** The category with some of its levels counted as `other`. */
export function mergeLevels(category: GateCategory, merged: ReadonlySet<number>): GateCategory {
  const known = category.words.indexOf(OTHER_LEVEL);
  const other = known < 0 ? category.words.length : known;
  return {
    column: category.column,
    words: known < 0 ? [...category.words, OTHER_LEVEL] : category.words,
    codes: category.codes.map((code) => (merged.has(code) ? other : code)),
  };
}

/** Levels outside the agreed ones count as `other`; blanks stay blank. */
export function keepLevels(category: GateCategory, agreed: readonly string[]): GateCategory {
  const outside = category.words.flatMap((word, code) => (agreed.includes(word) ? [] : [code]));
  return mergeLevels(category, new Set(outside));
}
