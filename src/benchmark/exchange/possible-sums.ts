/**
 * Whether the sums of a contribution can be sums of rows at all. A checksum can be made anew by whoever changes a
 * file; what follows from arithmetic cannot. It finds carelessness and crude forgery, never a careful one: that is
 * what signatures are for.
 */

import { FEWEST_PATIENTS } from '../../disclosure/rules.ts';
import type { ModelName } from '../../model/benchmark.ts';
import type { ContributedSums, ContributionDocument } from '../../model/disclosure.ts';

const TOLERANCE = 1e-6;

/** The first thing that cannot be, as a place in the document; undefined where all can. */
export function impossiblePlace(document: ContributionDocument): string | undefined {
  const { n, sums, response, rows } = document;
  for (const [model, each] of Object.entries(sums)) {
    const place = impossibleIn(each);
    if (place !== undefined) return `sums.${model}.${place}`;
    if (each.n > n) return `sums.${model}.n`;
  }
  // A joint model runs over episodes that each of its measures has.
  for (const [joint, parts] of Object.entries(PARTS) as [ModelName, readonly ModelName[]][]) {
    const both = sums[joint]?.n ?? 0;
    if (parts.some((part) => sums[part] !== undefined && sums[part].n < both)) return `sums.${joint}.n`;
  }
  if (!('undefined' in rows) && n > rows.used) return 'rows.used';
  if ('undefined' in response) return undefined;
  const { completer, dropout, nonStarter, nonResponder, rate } = response;
  const due = completer + dropout + nonStarter + nonResponder;
  if (typeof rate !== 'number') return due === 0 ? undefined : 'response.rate';
  return due > 0 && Math.abs(rate - completer / due) <= TOLERANCE ? undefined : 'response.rate';
}

const PARTS: Partial<Readonly<Record<ModelName, readonly ModelName[]>>> = {
  joint: ['outcome', 'duration'],
  jointCost: ['outcome', 'cost'],
};

function impossibleIn({ n, columns, means, cross }: ContributedSums): string | undefined {
  if (n < FEWEST_PATIENTS) return 'n';
  const shares = new Map<string, number>();
  for (const [j, { column, level }] of columns.entries()) {
    if (level === undefined) continue;
    const mean = means[j]!;
    if (!(mean >= 0 && mean <= 1) || !near(n * mean, Math.round(n * mean), n)) return `means.${j}`;
    shares.set(column, (shares.get(column) ?? 0) + mean);
    // Rows of ones and noughts have no other spread, and no row has two levels of a column.
    for (const [l, other] of columns.entries()) {
      if (other.column !== column) continue;
      const expected = l === j ? n * mean * (1 - mean) : -n * mean * means[l]!;
      if (!near(cross[j]![l]!, expected, n)) return `cross.${j}`;
    }
  }
  for (const share of shares.values()) if (!near(share, 1, 1)) return 'means';
  const wide = cross.findIndex((row, j) =>
    row.some((value, l) => value ** 2 > row[j]! * cross[l]![l]! * (1 + TOLERANCE) + Number.MIN_VALUE),
  );
  return wide < 0 ? undefined : `cross.${wide}`;
}

function near(value: number, expected: number, scale: number): boolean {
  return Math.abs(value - expected) <= TOLERANCE * Math.max(1, scale);
}
