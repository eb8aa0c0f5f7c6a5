/** From an issue to one plain sentence: what, where, what to do. */

import type { Issue } from '../model/issue.ts';
import type { Lang } from '../model/text.ts';
import { SENTENCES } from './sentences/index.ts';

/** Fills `{name}` in the catalogue's sentence. An unknown code is a fault of the program and throws. */
export function sentence(issue: Pick<Issue, 'code' | 'params'>, lang: Lang): string {
  const entry = SENTENCES[issue.code];
  if (entry === undefined) throw new Error(`No sentence for issue code ${issue.code}`);
  const params = issue.params ?? {};
  return entry[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`Sentence ${issue.code} wants {${name}}`);
    return String(value);
  });
}
