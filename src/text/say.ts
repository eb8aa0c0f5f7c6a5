/** Fills a two-language phrase: the one way words reach tables, figures and reports. */

import type { Bilingual, Lang } from '../model/text.ts';

/**
 * The phrase in one language, `{name}` filled from `params` (numbers are formatted by the caller).
 * @throws Error when a placeholder has no value: a fault of the program
 */
export function say(phrase: Bilingual, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return phrase[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`"${phrase.en}" wants {${name}}`);
    return value;
  });
}
