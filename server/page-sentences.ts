/**
 * Refusals and findings in words of the pages: the library's advice names options of the command line, which
 * somebody in front of a page does not have.
 */

import { type Issue, type Lang, readable, sentence } from '../src/index.ts';
import { fill } from '../views/text/fill.ts';
import { textOf } from '../views/view.ts';

type Words = Readonly<Record<string, string>>;

function wordsOf(words: Words, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** A day that a sentence names is written as pages write days; an example of how to write one is no parameter. */
function inWords(params: Issue['params'], lang: Lang): NonNullable<Issue['params']> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? readable(value, lang).text : value,
    ]),
  );
}

/** One sentence, in the words of a page. */
export function pageSentence(issue: Pick<Issue, 'code' | 'params'>, lang: Lang): string {
  const text = wordsOf(textOf(lang).refusals, issue.code);
  const params = inWords(issue.params, lang);
  return text === undefined ? sentence({ code: issue.code, params }, lang) : fill(text, params);
}

/** @param own sentences of this page by code; a code without one is said as all pages say it */
export function pageSentences(issues: readonly Issue[], own: Words, lang: Lang): string[] {
  const said = issues.map((issue) => {
    const text = wordsOf(own, issue.code);
    return text === undefined ? pageSentence(issue, lang) : fill(text, inWords(issue.params, lang));
  });
  return [...new Set(said)];
}
