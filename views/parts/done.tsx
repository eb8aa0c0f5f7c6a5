/** What was just done, and what was turned down, on the page where it was asked. */

import type { View } from '../view.ts';

export function Done({ done }: { done: string | undefined }) {
  if (done === undefined) return null;
  return (
    <p class="done" role="status">
      {done}
    </p>
  );
}

export function Refusals({ view, refused }: { view: View; refused: readonly string[] }) {
  if (refused.length === 0) return null;
  return (
    <section class="notes" role="alert" aria-label={view.t.shell.refusedTitle}>
      {refused.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </section>
  );
}
