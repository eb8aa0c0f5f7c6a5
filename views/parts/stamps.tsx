/** What is not official in a figure or page, as words; the sentences with the remedy where there is room. */

import { type Status, stampNotes } from '../../src/index.ts';
import type { View } from '../view.ts';

export function Stamps({ view, stamps }: { view: View; stamps: readonly Status[] }) {
  if (stamps.length === 0) return null;
  return (
    <p class="stamps">
      {stamps.map((stamp) => (
        <span class="stamp">{view.t.shell.status[stamp]}</span>
      ))}
    </p>
  );
}

/** What ends in a command is for a terminal: on a page the link below it does the same. */
function withoutCommand(note: string): string {
  return note.replace(/ [^.`]*`[^`]*`\.?$/, '');
}

/** One note per stamp. */
export function StampNotes({ view, stamps }: { view: View; stamps: readonly Status[] }) {
  const notes = stampNotes({ stamps }, view.lang);
  if (notes.length === 0) return null;
  return (
    <aside class="notes" aria-label={view.t.shell.stampedBy}>
      {notes.map((note) => (
        <p>{withoutCommand(note)}</p>
      ))}
      {stamps.includes('illustrative') ? (
        <p>
          <a href="/method">{view.t.shell.loadOfficial}</a>
        </p>
      ) : null}
    </aside>
  );
}
