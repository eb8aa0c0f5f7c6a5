/** Texts of the scenarios and rule sets that come along, in the language of the page; what a user wrote stays as it is. */

import type { Lang } from '../../src/index.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(nl.shipped).map(([key, text]) => [
    text,
    (en.shipped as Readonly<Record<string, string>>)[key]!,
  ]),
);

const DUTCH: ReadonlyMap<string, string> = new Map([...ENGLISH].map(([dutch, english]) => [english, dutch]));

/** A title, an assumption or its source; the source of a rule set. */
export function shippedText(text: string, lang: Lang): string {
  return (lang === 'nl' ? DUTCH : ENGLISH).get(text) ?? text;
}
