/** Nobody needs a small cell where all are alike: the mean is everybody's value. */

import { expect, it } from 'vitest';
import type { BenchmarkDesign } from '../../../src/model/disclosure.ts';
import { DESIGN, type Patient, patientsIn } from '../../support/exchange.ts';
import {
  bypassed,
  expectSafe,
  gated,
  levelCount,
  rawProduct,
  responseSum,
  type Secret,
  type View,
} from './attack.ts';

const others = patientsIn({
  members: [{ name: 'a', n: 200, settings: ['home', 'day', 'clinic'] }],
  seed: 12,
});
/** The victim is known to be a patient in the clinic. */
const CLINIC = 'clinic';

/** No spread over all, or the mean of the victim's level at an end of the scale (0 or 1). */
function alike(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums: { outcome } }) => {
    if (outcome === undefined) return [];
    const y = outcome.columns.length;
    const claims = outcome.cross[y]![y]! < 1e-9 ? [outcome.means[y]!] : [];
    const at = outcome.columns.findIndex(({ level }) => level === CLINIC);
    if (at >= 0) {
      const mean = responseSum(outcome, 0, at) / levelCount(outcome, at);
      if (Math.abs(mean - 0.5) > 0.5 - 1e-9) claims.push(Math.round(mean));
    }
    return claims.map((claim) => ({ outcome: claim }));
  });
}

it.each<[string, (row: Patient, at: number) => Partial<Patient>]>([
  ['all have deteriorated', () => ({ outcome: 1 })],
  [
    'all in the clinic have deteriorated',
    (row, at) => ({ outcome: row.setting === CLINIC || at % 2 ? 1 : 0 }),
  ],
])('%s', (_, change) => {
  const rows = others.map((row, at) => ({ ...row, ...change(row, at) }));
  expectSafe(alike, {
    safe: gated({ rows }),
    open: bypassed({ rows }),
    secret: { outcome: 1, duration: Number.NaN },
  });
});

/** Who is in the one level must be in the other: knowing the first tells the second. */
function implied(views: readonly View[]): string[] {
  return views.flatMap(({ sums: { outcome } }) =>
    (outcome?.columns ?? []).flatMap((left, j) =>
      outcome!.columns.flatMap((right, l) =>
        left.level !== undefined &&
        right.level !== undefined &&
        left.column !== right.column &&
        Math.abs(rawProduct(outcome!, j, l) - levelCount(outcome!, j)) < 1e-6
          ? [`${left.level} is ${right.level}`]
          : [],
      ),
    ),
  );
}

it('all in the clinic are women', () => {
  const design: BenchmarkDesign = {
    ...DESIGN,
    adjust: [...DESIGN.adjust, { column: 'sex', kind: 'category' }],
  };
  const rows = others.map((row) => (row.setting === CLINIC ? { ...row, sex: 'f' } : row));
  expect(implied(bypassed({ rows, design }))).toEqual(['clinic is f']);
  expect(gated({ rows, design })).toHaveLength(1);
  expect(implied(gated({ rows, design }))).toEqual([]);
});
