/** Which number formats of a workbook show a date, and the date a number then stands for. */

import { dayFromCalendar, isoFromDay } from '../../table/day.ts';

/** Built-in formats that show a day: ECMA-376 part 1, 18.8.30, with those of East Asian Excel. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/**
 * Whether the format shows a day: its code has a year or a day (j and d: Dutch files have been seen
 * with their own letters), outside quotes, brackets and escapes. A time of day alone is no date.
 *
 * @example isDateFormat(164, 'dd\\-mm\\-yyyy') // true
 * @example isDateFormat(165, '0.00 "dagen"') // false
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[yjd]/i.test(bare) && !/general|standaard/i.test(bare);
}

/** Day 60 is 29 February 1900, which did not exist; later days are counted as if it had. */
const LEAP_THAT_WAS_NOT = 60;
const ZERO_1900 = dayFromCalendar(1899, 12, 30);
const ZERO_1904 = dayFromCalendar(1904, 1, 1);
const SECONDS = 86_400;

/**
 * ISO date of an Excel day number, with the time of day where it has one.
 *
 * @example excelDate(45292, false) // '2024-01-01'
 */
export function excelDate(serial: number, from1904: boolean): string {
  const rounded = Math.round(serial * SECONDS);
  const whole = Math.floor(rounded / SECONDS);
  const early = !from1904 && whole < LEAP_THAT_WAS_NOT ? 1 : 0;
  const day = isoFromDay((from1904 ? ZERO_1904 : ZERO_1900) + whole + early);
  const seconds = rounded - whole * SECONDS;
  if (seconds === 0) return day;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${day}T${two(hour)}:${two(minute)}:${two(seconds % 60)}`;
}
