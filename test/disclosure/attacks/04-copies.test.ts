/** A member's insider copies rows until the minimum is met, and reads the mean of few patients. */

import { it } from 'vitest';
import { type Patient, patientsIn } from '../../support/exchange.ts';
import { bypassed, expectSafe, gated, responseSum, type Secret, VICTIM, type View } from './attack.ts';

const others = patientsIn({ members: [{ name: 'a', n: 60, settings: ['home', 'day'] }], seed: 4 });

/** The mean is the victim's where the victim fills the file. */
function means(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums }) =>
    (['outcome', 'duration'] as const).flatMap((measure) => {
      const own = sums[measure];
      return own === undefined ? [] : [{ [measure]: responseSum(own, 0) / own.n }];
    }),
  );
}

const copies = (n: number, change: (row: Patient, at: number) => Partial<Patient> = () => ({})): Patient[] =>
  Array.from({ length: n }, (_, at) => {
    const row = { ...others[at % 60]!, ...VICTIM };
    return { ...row, ...change(row, at) };
  });

it.each([
  ['forty copies under one pseudonym', copies(40)],
  ['forty copies without a pseudonym', copies(40, () => ({ patient: '', age: 40, setting: 'home' }))],
  ['a victim with thousands of rows among sixty patients', [...others, ...copies(3000)]],
])('%s', (_, rows) => {
  expectSafe(means, { safe: gated({ rows }), open: bypassed({ rows }), secret: VICTIM });
});
