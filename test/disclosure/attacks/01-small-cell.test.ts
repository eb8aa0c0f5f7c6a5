/** An outsider reads the sum of a level that one patient has. */

import { expect, it } from 'vitest';
import { patientsIn } from '../../support/exchange.ts';
import {
  bypassed,
  expectSafe,
  gated,
  levelCount,
  responseSum,
  type Secret,
  VICTIM,
  type View,
} from './attack.ts';

const others = patientsIn({ members: [{ name: 'a', n: 200, settings: ['home', 'day', 'clinic'] }], seed: 1 });
const rows = [...others, { ...others[0]!, ...VICTIM, setting: 'forensic' }];

/** Every level with few patients: its mean is nearly, or wholly, one patient's value. */
function smallLevels(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums }) =>
    (['outcome', 'duration'] as const).flatMap((measure) => {
      const own = sums[measure];
      if (own === undefined) return [];
      return own.columns.flatMap(({ level }, at) => {
        const n = level === undefined ? Infinity : levelCount(own, at);
        return n < 10 ? [{ [measure]: responseSum(own, 0, at) / n }] : [];
      });
    }),
  );
}

it('a level of one patient', () => {
  expectSafe(smallLevels, { safe: gated({ rows }), open: bypassed({ rows }), secret: VICTIM });
});

it('nor does the name of the level travel: that somebody has it is a secret too', () => {
  const named = (views: readonly View[]) => JSON.stringify(views).includes('forensic');
  expect(named(bypassed({ rows }))).toBe(true);
  expect(gated({ rows })).toHaveLength(1);
  expect(named(gated({ rows }))).toBe(false);
});
