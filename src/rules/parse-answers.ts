/** Answers typed by hand, one at a time or as a list: `hv07=3,hv01=0,9=?`. */

import { refuse } from '../issue/refusal.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { parseSeverity } from './parse-number.ts';

type Form = Pick<RuleSet, 'items' | 'severities'>;

/** Not known: adds nothing to any cluster, and only so many are allowed. */
const UNKNOWN = -1;

/**
 * One answer: a severity, or not known (`?`, 9 or -1).
 * @returns undefined where it is neither
 */
export function parseAnswer(set: Form, text: string): number | undefined {
  const plain = text.trim();
  if (['?', '9', '-1'].includes(plain)) return UNKNOWN;
  const severity = parseSeverity(plain, set.severities);
  return severity < 0 ? undefined : severity;
}

/**
 * Answers to named questions, in the order written; a question is named by its code (`hv07`) or by
 * its number on the form (`7`, `B`). A later answer to the same question takes the place of the first.
 * @returns item index -> answer
 * @throws Refusal `ask-answers` (exit 2)
 */
export function parseAnswers(set: Form, text: string): ReadonlyMap<number, number> {
  const answers = new Map<number, number>();
  for (const part of text.split(/[,;]/).filter((each) => each.trim() !== '')) {
    const [name, value, ...more] = part.split('=').map((each) => each.trim());
    const item = itemNamed(set, name ?? '');
    const answer = parseAnswer(set, value ?? '');
    if (item < 0 || answer === undefined || more.length > 0) {
      const example = set.items[0]!.code.toLowerCase();
      throw refuse('ask-answers', { example, highest: set.severities - 1 }, 2);
    }
    answers.set(item, answer);
  }
  return answers;
}

function itemNamed(set: Form, name: string): number {
  const wanted = name.toUpperCase();
  return set.items.findIndex(
    (item) => item.code.toUpperCase() === wanted || item.label.toUpperCase() === wanted,
  );
}
