/** The sentences of a refusal in a page's own words: the library's advice names options of the command line. */

import type { Issue, Lang } from '../src/index.ts';
import { fill } from '../views/text/fill.ts';
import { sentences } from './respond.tsx';

/** @param own sentences of the page by code; a code without one is said as the library says it */
export function pageSentences(
  issues: readonly Issue[],
  own: Readonly<Record<string, string>>,
  lang: Lang,
): string[] {
  const said = issues.flatMap((issue) => {
    const text = Object.entries(own).find(([code]) => code === issue.code)?.[1];
    return text === undefined ? sentences([issue], lang) : [fill(text, issue.params ?? {})];
  });
  return [...new Set(said)];
}
