/**
 * A sentence whose field words explain themselves: each opens a pop-over of the browser's own, by mouse, touch
 * and keyboard, without script. The first time a word occurs in the sentence is enough.
 */

import type { Child } from 'hono/jsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

interface WithTermsProps {
  readonly view: View;
  readonly text: string;
  /** Sets ids on a page apart. */
  readonly at: string;
}

interface TermProps {
  readonly view: View;
  readonly id: string;
  readonly word: string;
  readonly meaning: string;
}

interface Found {
  readonly key: string;
  readonly from: number;
  readonly until: number;
  readonly meaning: string;
}

/** Longest words first: `gekrompen effect` before a word within it. */
function termsIn({ view, text }: WithTermsProps): Found[] {
  const found: Found[] = [];
  const known = Object.entries(view.t.terms).toSorted(([, a], [, b]) => b.word.length - a.word.length);
  const lower = text.toLowerCase();
  for (const [key, { word, text: meaning }] of known) {
    const from = placeOf(lower, word.toLowerCase());
    const until = from + word.length;
    if (from < 0 || found.some((other) => from < other.until && until > other.from)) continue;
    found.push({ key, from, until, meaning });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** As a word of its own: a compound is another word. */
function placeOf(text: string, word: string): number {
  const letter = /[\p{L}\d]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!letter.test(before) && !letter.test(after)) return at;
  }
  return -1;
}

/** One word as a button, and what it opens. */
export function Term({ view, id, word, meaning }: TermProps) {
  return (
    <>
      <button type="button" class="term" popovertarget={id} title={fill(view.t.shell.term, { word })}>
        {word}
      </button>
      <span class="term-meaning" id={id} popover="auto" role="note">
        <strong>{word}</strong> {meaning}
      </span>
    </>
  );
}

export function WithTerms(props: WithTermsProps) {
  const { view, text, at } = props;
  const parts: Child[] = [];
  let reached = 0;
  for (const { key, from, until, meaning } of termsIn(props)) {
    const id = `term-${at}-${key}`;
    const word = text.slice(from, until);
    parts.push(text.slice(reached, from));
    parts.push(<Term view={view} id={id} word={word} meaning={meaning} />);
    reached = until;
  }
  return (
    <>
      {parts}
      {text.slice(reached)}
    </>
  );
}
