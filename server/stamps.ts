/** What of a data set is not official: shown on every page and figure that uses it. */

import type { Status } from '../src/index.ts';
import type { Loaded } from './workspace.ts';

export function stampsOf({ dataSet, book }: Pick<Loaded, 'dataSet' | 'book'>): Status[] {
  const illustrative = book.sets.some(({ ruleSet }) => ruleSet.status === 'illustrative');
  return [
    ...(illustrative ? (['illustrative'] as const) : []),
    ...(dataSet.synthetic ? (['synthetic'] as const) : []),
  ];
}
