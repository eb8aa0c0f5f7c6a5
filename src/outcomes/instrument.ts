/** One instrument per comparison: which rows may be put side by side. */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import { textColumn } from '../table/column-access.ts';

/**
 * Whether a row takes part. Rows without an instrument do (nothing was measured); rows with another one do not.
 * @throws Refusal `several-instruments` where the file holds more than one and none was chosen,
 * `unknown-instrument` where the chosen one is not in it
 */
export function instrumentFilter(table: CaseTable, chosen: string | undefined): (row: number) => boolean {
  const column = textColumn(table, 'instrument');
  if (column === undefined) {
    if (chosen !== undefined) throw refuse('unknown-instrument', { instrument: chosen, found: '-' });
    return () => true;
  }
  const used = [...new Set(column.codes)].filter((code) => code >= 0);
  const found = used
    .map((code) => column.words[code]!)
    .sort()
    .join(', ');
  if (chosen === undefined) {
    if (used.length > 1) throw refuse('several-instruments', { found });
    return () => true;
  }
  const wanted = column.words.indexOf(chosen);
  if (!used.includes(wanted)) throw refuse('unknown-instrument', { instrument: chosen, found: found || '-' });
  return (row) => column.codes[row] === wanted || column.codes[row] === -1;
}
