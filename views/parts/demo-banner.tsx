/** Says that the data are made up, and offers the one thing to do about it. */

import type { View } from '../view.ts';

export function DemoBanner({ view }: { view: View }) {
  return (
    <aside class="banner">
      <p>{view.t.shell.demoBanner}</p>
      <a class="button quiet" href="/data#upload">
        {view.t.shell.ownFile}
      </a>
    </aside>
  );
}
