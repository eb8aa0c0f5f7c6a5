/** The coordinator links tables of one member: quarters and the year, settings apart and together. */

import { it } from 'vitest';
import type { BenchmarkDesign } from '../../../src/model/disclosure.ts';
import { DESIGN, patientsIn } from '../../support/exchange.ts';
import {
  bypassed,
  expectSafe,
  gated,
  responseSum,
  type Secret,
  type Step,
  VICTIM,
  type View,
} from './attack.ts';

const others = patientsIn({ members: [{ name: 'a', n: 300, settings: ['home', 'day', 'clinic'] }], seed: 9 });
const quarters = [others.slice(0, 100), others.slice(100, 200), others.slice(200, 300)];
const victim = { ...others[4]!, ...VICTIM };

/** The largest file less all the others: what none of them has. */
function wholeLessParts(views: readonly View[]): Partial<Secret>[] {
  const [whole, ...parts] = views.toSorted((a, b) => b.n - a.n);
  return (['outcome', 'duration'] as const).flatMap((measure) => {
    const own = whole?.sums[measure];
    if (own === undefined || parts.length === 0) return [];
    const rest = parts.reduce(
      (sum, { sums }) => {
        return sums[measure] === undefined ? sum : sum - responseSum(sums[measure], 0);
      },
      responseSum(own, 0),
    );
    const n = parts.reduce((left, { sums }) => left - (sums[measure]?.n ?? 0), own.n);
    return n > 0 && n < 10 ? [{ [measure]: rest / n }] : [];
  });
}

const apart: BenchmarkDesign = { ...DESIGN, adjust: [{ column: 'age', kind: 'number' }] };

it.each<[string, Step[]]>([
  ['three quarters, then the year', [...quarters.map((rows) => ({ rows })), { rows: [...others, victim] }]],
  ['the year, then three quarters', [{ rows: [...others, victim] }, ...quarters.map((rows) => ({ rows }))]],
  [
    'each setting apart, then together',
    [
      ...['home', 'day', 'clinic'].map((setting) => ({
        rows: others.filter((row) => row.setting === setting),
        design: apart,
      })),
      { rows: [...others, victim] },
    ],
  ],
])('%s', (_, steps) => {
  expectSafe(wholeLessParts, { safe: gated(...steps), open: bypassed(...steps), secret: VICTIM });
});
