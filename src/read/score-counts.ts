/** The scores of a population: a histogram (score, number of people), or a row per person. */

import { refuse } from '../issue/refusal.ts';
import type { ScoreCount } from '../outcomes/fit-conversion.ts';
import type { ParsedTable } from '../rules/parsed-table.ts';
import { decideDecimal } from '../table/number-notation.ts';
import { parseNumber } from '../table/parse-number.ts';

const RAW = ['raw', 'score', 'ruw', 'ruwe score'];
const COUNT = ['n', 'count', 'aantal', 'personen'];
/** Fewer people, or fewer scores, say nothing about a population. */
const FEWEST_PEOPLE = 100;
const FEWEST_SCORES = 3;

/**
 * A score that stands in several rows is added up; without a column of numbers each row is one person.
 * @param columns names of the columns, where they are not the usual ones
 * @throws Refusal `histogram-column`, `histogram-number` (a score that is none, or a number of people that is not
 * whole and 0 or more), `histogram-few`
 */
export function parseScoreCounts(
  { name, header, rows }: ParsedTable,
  columns: { readonly raw?: string; readonly count?: string } = {},
): ScoreCount[] {
  const titles = header.map((title) => title.trim().toLowerCase());
  const at = (asked: string | undefined, usual: readonly string[]): number =>
    asked === undefined
      ? titles.findIndex((title) => usual.includes(title))
      : titles.indexOf(asked.trim().toLowerCase());
  const raw = at(columns.raw, RAW);
  const count = at(columns.count, COUNT);
  if (raw < 0) throw refuse('histogram-column', { name, column: columns.raw ?? 'raw' });
  if (count < 0 && columns.count !== undefined)
    throw refuse('histogram-column', { name, column: columns.count });
  const numbers = (column: number): number[] => {
    const decimal = decideDecimal(rows.map((row) => row[column]!)) ?? '.';
    return rows.map((row, index) => {
      const value = parseNumber(row[column]!, decimal);
      if (value === undefined)
        throw refuse('histogram-number', { name, column: header[column]!, row: index + 1 });
      return value;
    });
  };
  const people = count < 0 ? rows.map(() => 1) : numbers(count);
  const odd = people.findIndex((value) => !(Number.isSafeInteger(value) && value >= 0));
  if (odd >= 0) throw refuse('histogram-number', { name, column: header[count]!, row: odd + 1 });
  const total = new Map<number, number>();
  for (const [index, score] of numbers(raw).entries()) {
    total.set(score, (total.get(score) ?? 0) + people[index]!);
  }
  const counts = [...total].map(([score, n]) => ({ raw: score, n })).filter(({ n }) => n > 0);
  const persons = counts.reduce((sum, { n }) => sum + n, 0);
  if (counts.length < FEWEST_SCORES || persons < FEWEST_PEOPLE) {
    throw refuse('histogram-few', { name, persons: FEWEST_PEOPLE, scores: FEWEST_SCORES });
  }
  return counts;
}
