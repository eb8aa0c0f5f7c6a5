/** The coordinator keeps every file and subtracts them: a filter less one patient, a new month, three at a time. */

import { describe, it } from 'vitest';
import { DESIGN, patientsIn } from '../../support/exchange.ts';
import { bypassed, expectSafe, gated, responseSum, type Secret, VICTIM, type View } from './attack.ts';

const others = patientsIn({ members: [{ name: 'a', n: 240, settings: ['home', 'day'] }], seed: 3 });
const victim = { ...others[0]!, ...VICTIM };
const all = [...others, victim];
const plain = { ...DESIGN, adjust: [] };

/** Every signed sum of up to three files that leaves one patient, over all and within every level. */
function differences(views: readonly View[]): Partial<Secret>[] {
  const signs = [-1, 0, 1];
  const three = views.length > 2 ? signs : [0];
  const combinations = signs.flatMap((a) => signs.flatMap((b) => three.map((c) => [a, b, c])));
  return combinations.flatMap((weights) =>
    (['outcome', 'duration'] as const).flatMap((measure) => {
      const cells = new Map<string, { n: number; sum: number }>();
      for (const [at, weight] of weights.entries()) {
        const own = views[at]?.sums[measure];
        if (own === undefined || weight === 0) continue;
        const add = (cell: string, n: number, sum: number) => {
          const known = cells.get(cell) ?? { n: 0, sum: 0 };
          cells.set(cell, { n: known.n + weight! * n, sum: known.sum + weight! * sum });
        };
        add('', own.n, responseSum(own, 0));
        own.columns.forEach(({ column, level }, j) => {
          if (level !== undefined) add(`${column}=${level}`, own.n * own.means[j]!, responseSum(own, 0, j));
        });
      }
      return [...cells.values()].flatMap(({ n, sum }) => (Math.round(n) === 1 ? [{ [measure]: sum }] : []));
    }),
  );
}

describe('differencing', () => {
  it.each([
    { why: 'a filter changed by one patient', steps: [{ rows: all }, { rows: others }] },
    { why: 'one more patient in a new month', steps: [{ rows: others }, { rows: all }] },
    { why: 'another design the second time', steps: [{ rows: all }, { rows: others, design: plain }] },
    {
      why: 'many more patients, but one in a level',
      steps: [
        { rows: others.slice(0, 160) },
        {
          rows: [
            ...others.slice(0, 160),
            ...others.slice(160).filter(({ setting }) => setting === 'day'),
            victim,
          ],
        },
      ],
    },
    {
      why: 'two halves and a whole with one more',
      steps: [
        { rows: others.slice(0, 120), design: plain },
        { rows: others.slice(120), design: plain },
        { rows: all, design: plain },
      ],
    },
    {
      why: 'one corrected value',
      steps: [
        { rows: all },
        { rows: all.map((row) => (row === victim ? { ...row, outcome: 0, duration: 0.001 } : row)) },
      ],
    },
  ])('$why', ({ why, steps }) => {
    const corrected = (views: readonly View[]) => {
      const [a, b] = views.map(({ sums }) => sums.outcome);
      return a === undefined || b === undefined ? [] : [{ outcome: responseSum(a, 0) - responseSum(b, 0) }];
    };
    expectSafe(why === 'one corrected value' ? corrected : differences, {
      safe: gated(...steps),
      open: bypassed(...steps),
      secret: VICTIM,
    });
  });
});
