/** Asks again and again, and averages: fresh noise on every answer would wear off. */

import { expect, it } from 'vitest';
import { patientsIn } from '../../support/exchange.ts';
import { randomFrom } from '../../support/random.ts';
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

const TIMES = 400;
const others = patientsIn({
  members: [{ name: 'a', n: 200, settings: ['home', 'day', 'clinic'] }],
  seed: 13,
});
const rows = [...others, { ...others[0]!, ...VICTIM, setting: 'forensic' }];

/** The average answer over all repetitions, per level; `forensic` is known to hold one patient. */
function average(answers: readonly (readonly View[])[]): Partial<Secret>[] {
  const found = answers.flatMap((views) =>
    views.flatMap(({ sums: { duration } }) => {
      const at = duration?.columns.findIndex(({ level }) => level === 'forensic') ?? -1;
      return at < 0 ? [] : [responseSum(duration!, 0, at) / Math.max(1, levelCount(duration!, at))];
    }),
  );
  return found.length === 0 ? [] : [{ duration: found.reduce((sum, each) => sum + each, 0) / found.length }];
}

/** As a system would do that hides small cells under noise, drawn afresh at every question. */
function withNoise(views: readonly View[], seed: number): View[] {
  const random = randomFrom(seed);
  return views.map((view) => {
    const { duration } = view.sums;
    const cross = duration!.cross.map((row) => row.map((value) => value + (random() - 0.5) * 4000));
    return { ...view, sums: { ...view.sums, duration: { ...duration!, cross } } };
  });
}

it('repeating the question gives nothing new', () => {
  const once = bypassed({ rows });
  const noisy = Array.from({ length: TIMES }, (_, seed) => withNoise(once, seed));
  const repeated = Array.from({ length: 20 }, () => gated({ rows }, { rows }));
  expectSafe(average, { safe: repeated, open: noisy, secret: VICTIM });
  // Not noise but the same bytes every time.
  expect(new Set(repeated.flat().map((view) => JSON.stringify(view))).size).toBe(1);
});
