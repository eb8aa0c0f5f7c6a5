/**
 * The day of a moment that has a time zone, as the Dutch calendar has it: systems that keep moments in
 * UTC write a Dutch date as 22:00 or 23:00 of the day before.
 */

/** Made when it is first needed: it takes longer than many a command. */
let dayFormat: Intl.DateTimeFormat | undefined;

/** Swedish writes dates as ISO does. */
function swedishDay(): Intl.DateTimeFormat {
  dayFormat ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return dayFormat;
}

/** The largest moment JavaScript knows. */
const MOST = 8.64e15;

/**
 * ISO date of a moment in milliseconds since 1970-01-01 UTC; '' where there is no such moment.
 *
 * @example dutchDay(Date.UTC(2024, 2, 4, 23, 0)) // '2024-03-05'
 */
export function dutchDay(moment: number): string {
  return Math.abs(moment) <= MOST ? swedishDay().format(moment) : '';
}
