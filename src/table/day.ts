/**
 * Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar.
 * Invariant: no time zone and no clock; a day is a day wherever it is read.
 */

/** Blank in a day column. */
export const BLANK_DAY = -2147483648;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

export interface CalendarDay {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  /** 1-31. */
  readonly day: number;
}

/** Days in a month (1-12) of a year. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Day number of a calendar day that exists (see `isCalendarDay`).
 * Counts years from March, so that the leap day is the last of its year
 * (Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
 *
 * @example dayFromCalendar(1970, 1, 2) // 1
 */
export function dayFromCalendar(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The calendar day of a day number. */
export function calendarFromDay(day: number): CalendarDay {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Whether year, month and day name a day that exists (31 June does not). */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Day number of an ISO date (`yyyy-mm-dd`), or undefined where the text is no such date.
 *
 * @example dayFromIso('1970-01-31') // 30
 */
export function dayFromIso(text: string): number | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isCalendarDay(year, month, day) ? dayFromCalendar(year, month, day) : undefined;
}

/**
 * ISO date of a day number; blank gives the empty text.
 *
 * @example isoFromDay(19782) // '2024-02-29'
 */
export function isoFromDay(day: number): string {
  if (day === BLANK_DAY) return '';
  const { year, month, day: date } = calendarFromDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/**
 * The same date `months` calendar months on; where that month is shorter, its last day
 * (31 August + 6 months = last of February).
 *
 * @example isoFromDay(addMonths(dayFromIso('2023-08-31')!, 6)) // '2024-02-29'
 */
export function addMonths(day: number, months: number): number {
  const from = calendarFromDay(day);
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayFromCalendar(year, month, Math.min(from.day, daysInMonth(year, month)));
}
