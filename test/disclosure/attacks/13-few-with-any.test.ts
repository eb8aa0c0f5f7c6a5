/** An outsider looks at sums that only a few patients add to: where most have nothing, the rest are the sum. */

import { expect, it } from 'vitest';
import type { BenchmarkDesign } from '../../../src/model/disclosure.ts';
import { DESIGN, type Patient, patientsIn } from '../../support/exchange.ts';
import { bypassed, expectSafe, gated, rawProduct, responseSum, type Secret, type View } from './attack.ts';

const others = patientsIn({
  members: [{ name: 'a', n: 240, settings: ['home', 'day', 'clinic'] }],
  seed: 13,
});
const secret = { outcome: Number.NaN, duration: 420 };
/** Three patients in the clinic with about the same. */
const FEW = [402, 411, secret.duration];

/** Sum of squares over sum is the size of those who have any; over the sum of a level it gives their number there. */
function sizes(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums: { duration } }) => {
    if (duration === undefined) return [];
    const y = duration.columns.length;
    const size = rawProduct(duration, y, y) / responseSum(duration, 0);
    const sums = [
      responseSum(duration, 0),
      ...duration.columns.flatMap(({ level }, at) =>
        level === undefined ? [] : [responseSum(duration, 0, at)],
      ),
    ];
    return sums.flatMap((sum) => {
      const few = Math.round(sum / size);
      return few > 0 && few < 10 ? [{ duration: sum / few }] : [];
    });
  });
}

const few = (at: number): number => FEW[(at - 2) / 3] ?? 0;

const ageAlone: BenchmarkDesign = { ...DESIGN, adjust: [{ column: 'age', kind: 'number' }] };

it.each<[string, BenchmarkDesign, (row: Patient, at: number) => number]>([
  ['three patients have any', ageAlone, (row, at) => (row.setting === 'clinic' ? few(at) : 0)],
  [
    'three patients of a level have any',
    DESIGN,
    (row, at) => (row.setting === 'clinic' ? few(at) : at % 2 === 0 ? 380 + (at % 31) : 0),
  ],
])('%s', (_, design, durationOf) => {
  const rows = others.map((row, at) => ({ ...row, duration: durationOf(row, at) }));
  expectSafe(sizes, { safe: gated({ rows, design }), open: bypassed({ rows, design }), secret });
});

it('many with any lose nothing', () => {
  const rows = others.map((row, at) => ({ ...row, duration: at % 6 < 3 ? 0 : 380 + (at % 31) }));
  const [safe] = gated({ rows });
  expect(safe!.sums.duration!.columns.map(({ level }) => level)).toEqual([
    undefined,
    'clinic',
    'day',
    'home',
  ]);
});
