/** What of a data set is not official: shown on every page and figure that uses it. */

import { type Status, textColumn } from '../src/index.ts';
import type { Loaded } from './workspace.ts';

export function stampsOf({ dataSet, book, table }: Loaded): Status[] {
  const origin = textColumn(table, 'origin');
  const synthetic = dataSet.origin === 'demo' || (origin?.words.includes('synthetic') ?? false);
  const illustrative = book.sets.some(({ ruleSet }) => ruleSet.status === 'illustrative');
  return [
    ...(illustrative ? (['illustrative'] as const) : []),
    ...(synthetic ? (['synthetic'] as const) : []),
  ];
}
