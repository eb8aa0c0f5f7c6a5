/** Who was measured: one status per episode, so that nobody disappears from the picture. */

import type { CaseTable } from '../model/case-table.ts';
import type { ResponseCounts, ResponseStatus } from '../model/outcomes.ts';
import { textColumn } from '../table/column-access.ts';
import { RESPONSE_STATUSES } from './classes.ts';
import { daysOrBlank, numbersOrBlank } from './columns.ts';

/**
 * Indexes into RESPONSE_STATUSES. completer: both measurements; dropout: only the first, ended; open: only
 * the first, not ended; nonStarter: no first, and minutes and bed days both given as 0; nonResponder: no
 * first otherwise. A word in `rom_status` overrides; one that is not a status is passed over.
 */
export function responseStatuses(table: CaseTable): Int8Array {
  const pre = numbersOrBlank(table, 'pre');
  const post = numbersOrBlank(table, 'post');
  const end = daysOrBlank(table, 'end');
  const minutes = numbersOrBlank(table, 'minutes');
  const bedDays = numbersOrBlank(table, 'bed_days');
  const stated = textColumn(table, 'rom_status');
  const statedStatuses = stated?.words.map(statusOfWord) ?? [];
  return Int8Array.from({ length: table.n }, (_, row) => {
    const code = stated?.codes[row] ?? -1;
    const status =
      (code >= 0 ? statedStatuses[code] : undefined) ??
      statusOf({
        pre: !Number.isNaN(pre[row]!),
        post: !Number.isNaN(post[row]!),
        ended: !Number.isNaN(end[row]!),
        noCare: minutes[row] === 0 && bedDays[row] === 0,
      });
    return RESPONSE_STATUSES.indexOf(status);
  });
}

function statusOf(row: { pre: boolean; post: boolean; ended: boolean; noCare: boolean }): ResponseStatus {
  if (!row.pre) return row.noCare ? 'nonStarter' : 'nonResponder';
  if (row.post) return 'completer';
  return row.ended ? 'dropout' : 'open';
}

/** Case, hyphens and spaces do not matter: `Non-responder`, `non responder` and `nonResponder` are one. */
function statusOfWord(word: string): ResponseStatus | undefined {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  return RESPONSE_STATUSES.find((status) => status.toLowerCase() === plain);
}

/** Counts over the rows given, and the rate among all but the open. */
export function countResponse(statuses: Int8Array, rows: Iterable<number>): ResponseCounts {
  const counts = RESPONSE_STATUSES.map(() => 0);
  for (const row of rows) if (statuses[row]! >= 0) counts[statuses[row]!]! += 1;
  const of = (status: ResponseStatus) => counts[RESPONSE_STATUSES.indexOf(status)]!;
  const due = counts.reduce((sum, count) => sum + count, 0) - of('open');
  return {
    completer: of('completer'),
    dropout: of('dropout'),
    nonStarter: of('nonStarter'),
    nonResponder: of('nonResponder'),
    open: of('open'),
    rate: due === 0 ? { undefined: 'nothing-due' } : of('completer') / due,
  };
}
