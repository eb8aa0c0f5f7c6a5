/**
 * How long a data set is kept: a day that the user chose, on which it is deleted. Invariant: it goes on
 * that day as the Dutch calendar has it, at the first start or the first look of the timer.
 */

import { addMonths, dayFromIso, dutchDay, isoFromDay, refuse } from '../src/index.ts';
import { PROGRAM } from './access/user.ts';
import { removeDataSet } from './remove-data-set.ts';
import type { Services } from './services.ts';
import { renewIfAsked } from './store/upkeep.ts';

/** Furthest day that is believed: a slip of the keyboard must not mean for ever. */
const MOST_MONTHS = 12 * 30;

/** Today as the Dutch calendar has it. */
export function todayOf({ now }: Pick<Services, 'now'>): string {
  return dutchDay(now().getTime());
}

/**
 * The day that a form's fields name: `keep` is a number of months, `date` for the day in `deleteOn`,
 * or blank for no end.
 * @returns ISO day; '' = until someone deletes it
 * @throws Refusal `retention-invalid`
 */
export function readRetention(fields: ReadonlyMap<string, string>, today: string): string {
  const keep = (fields.get('keep') ?? '').trim();
  if (keep === '') return '';
  const first = dayFromIso(today)!;
  const last = addMonths(first, MOST_MONTHS);
  const day =
    keep === 'date'
      ? dayFromIso((fields.get('deleteOn') ?? '').trim())
      : /^\d{1,3}$/.test(keep)
        ? addMonths(first, Number(keep))
        : undefined;
  if (day === undefined || day <= first || day > last) throw refuse('retention-invalid');
  return isoFromDay(day);
}

/** Deletes every data set whose day has come, and finishes deletions for which the disk had no room. */
export async function deleteExpired(services: Services): Promise<void> {
  const today = todayOf(services);
  for (const { id, deleteOn } of services.dataSets()) {
    if (deleteOn === undefined || deleteOn > today) continue;
    await removeDataSet(services, id, PROGRAM, { until: deleteOn });
  }
  await renewIfAsked(services.engine);
}
