/** Says which questions of a form were answered otherwise in another window since this page was opened. */

import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export function ChangedElsewhere({ view, labels }: { view: View; labels: readonly string[] }) {
  if (labels.length === 0) return null;
  return (
    <p class="notes" role="alert">
      {fill(view.t.form.changedElsewhere, { items: labels.join(', ') })}
    </p>
  );
}
