/** What must hold whatever is read: sentences without a patient's value, and prototypes nobody wrote to. */

import { type Issue, sentence } from '../../src/index.ts';
import { MARKER } from './target.ts';

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const BEFORE = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/** @returns a line when something wrote to a prototype; it is put right, so that the next case says its own */
export function pollution(): string | undefined {
  const odd = PROTOTYPES.findIndex((prototype, at) => Reflect.ownKeys(prototype).length !== BEFORE[at]);
  if (odd < 0) return undefined;
  const added = Reflect.ownKeys(PROTOTYPES[odd]!).slice(BEFORE[odd]);
  for (const key of added) Reflect.deleteProperty(PROTOTYPES[odd]!, key);
  return `a prototype was written to: ${added.map(String).join(', ')}`;
}

/** Sentences of what was refused, in both languages. */
export function badSentence(issues: readonly Issue[], mayEcho = false): string | undefined {
  for (const issue of issues) {
    for (const lang of ['nl', 'en'] as const) {
      const bad = badText(sentence(issue, lang), mayEcho);
      if (bad !== undefined) return `${issue.code}: ${bad}`;
    }
  }
  return undefined;
}

/** A text for people. @param mayEcho where the marker stands outside patients' values in the input */
export function badText(text: string, mayEcho = false): string | undefined {
  if (!mayEcho && text.includes(MARKER)) return 'a patient’s value is shown';
  if (text.includes('[object ')) return 'an object is shown as text';
  return undefined;
}
