/**
 * Options of a recorded run, checked as if they had been typed. Invariant: a record comes from a file that may be
 * anybody's: it can ask for no file to be written and for no more work than the command line takes.
 */

import { drawCount, openShare } from './options.ts';
import { binLimits, dimensionList } from './winner-options.ts';

/** By key: whether the command line could have given this value. */
const CHECKS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['typing', oneOf('chosen', 'advised', 'expected')],
  ['supercluster', isText],
  ['draws', accepts(drawCount)],
  ['intervalTarget', oneOf('these-patients', 'population', 'next-year')],
  ['level', accepts(openShare)],
  ['tornado', accepts(openShare)],
  ['lang', oneOf('nl', 'en')],
  ['winners', accepts(dimensionList)],
  ['winnerBins', accepts(binLimits)],
  ['tail', oneOf(true)],
  ['asOf', isText],
  ['rules', isText],
  ['map', isTexts],
  ['strict', oneOf(true)],
  ['decimal', oneOf(',', '.')],
  ['dates', oneOf('dmy', 'mdy')],
  ['sheet', isText],
  ['assessments', oneOf(true)],
  ['fromSums', oneOf(true)],
  ['partial', oneOf(true)],
]);

/** The options that a run can be made with again; undefined where one of them is none. */
export function recordedOptions(
  recorded: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const known = Object.entries(recorded).filter(([key]) => CHECKS.has(key));
  return known.every(([key, value]) => CHECKS.get(key)!(value)) ? Object.fromEntries(known) : undefined;
}

function oneOf(...allowed: readonly unknown[]): (value: unknown) => boolean {
  return (value) => allowed.includes(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)
  );
}

/** Numbers, and lists of plain values, through the same reader as what is typed. */
function accepts(read: (text: string) => unknown): (value: unknown) => boolean {
  return (value) => {
    const plain = [value].flat().every((each) => typeof each === 'number' || typeof each === 'string');
    if (!plain || (Array.isArray(value) && value.length === 0)) return false;
    try {
      read(String(value));
      return true;
    } catch {
      return false;
    }
  };
}
