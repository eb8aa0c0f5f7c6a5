/** Says that other rule sets apply now than data were typed with, and offers to type them again. */

import type { DataSet } from '../model.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export function Outdated({ view, dataSet }: { view: View; dataSet: DataSet }) {
  if (dataSet.outdated === undefined) return null;
  const { now, kept } = dataSet.outdated;
  const words = view.t.rules;
  const values = { name: dataSet.name, rules: dataSet.rules.id, now };
  const said = fill(kept ? words.outdatedKept : words.outdatedGone, values);
  if (!view.mayEdit) {
    return (
      <aside class="banner">
        <p>{said}</p>
      </aside>
    );
  }
  return (
    <form class="banner" method="post" action={`/data/${dataSet.id}/score`}>
      <p>{said}</p>
      <input type="hidden" name="back" value={view.path} />
      <button type="submit" class="quiet">
        {fill(words.rescore, { now })}
      </button>
    </form>
  );
}
