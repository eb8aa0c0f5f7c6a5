/** The coordinator takes from a level what is the same group under another name in another release. */

import { expect, it } from 'vitest';
import type { BenchmarkDesign } from '../../../src/model/disclosure.ts';
import { DESIGN, type Patient, patientsIn } from '../../support/exchange.ts';
import {
  bypassed,
  expectSafe,
  gated,
  levelCount,
  responseSum,
  type Secret,
  type Step,
  VICTIM,
  type View,
} from './attack.ts';

const others = patientsIn({
  members: [{ name: 'a', n: 300, settings: ['home', 'day', 'clinic'] }],
  seed: 14,
});
const home = others.filter(({ setting }) => setting === 'home');
const victim: Patient = { ...home[0]!, ...VICTIM };
const apart: BenchmarkDesign = { ...DESIGN, adjust: [{ column: 'age', kind: 'number' }] };
const bySex: BenchmarkDesign = {
  ...DESIGN,
  adjust: [
    { column: 'age', kind: 'number' },
    { column: 'sex', kind: 'category' },
  ],
};

interface Group {
  readonly n: number;
  readonly sum: number;
}

/** Everybody and every level, of every file. */
function groupsOf({ sums }: View, measure: 'outcome' | 'duration'): Group[] {
  const own = sums[measure];
  if (own === undefined) return [];
  const levels = own.columns.flatMap(({ level }, at) =>
    level === undefined ? [] : [{ n: levelCount(own, at), sum: responseSum(own, 0, at) }],
  );
  return [{ n: own.n, sum: responseSum(own, 0) }, ...levels];
}

/** Groups of two files that differ by one patient in number. */
function acrossNames([first, ...later]: readonly View[]): Partial<Secret>[] {
  return (['outcome', 'duration'] as const).flatMap((measure) =>
    (first === undefined ? [] : groupsOf(first, measure)).flatMap((a) =>
      later
        .flatMap((view) => groupsOf(view, measure))
        .flatMap((b) =>
          Math.abs(a.n - b.n) === 1
            ? [{ [measure]: Math.abs(a.sum - b.sum) * Math.sign((a.sum - b.sum) * (a.n - b.n)) }]
            : [],
        ),
    ),
  );
}

/** All groups of the later files together, taken from one group of the first. */
function lessParts([first, ...later]: readonly View[]): Partial<Secret>[] {
  return (['outcome', 'duration'] as const).flatMap((measure) => {
    const parts = later.map((view) => groupsOf(view, measure)[0]);
    return (first === undefined ? [] : groupsOf(first, measure)).flatMap((whole) => {
      const n = parts.reduce((left, part) => left - (part?.n ?? 0), whole.n);
      const sum = parts.reduce((left, part) => left - (part?.sum ?? 0), whole.sum);
      return parts.length > 0 && n === 1 ? [{ [measure]: sum }] : [];
    });
  });
}

const translated = others.map((row) => ({ ...row, setting: `${row.setting}-2` }));
const moved = { ...victim, setting: 'day' };
const whole: Step = { rows: [...others, victim] };

it.each<[string, (views: readonly View[]) => Partial<Secret>[], Step[]]>([
  ['one setting alone, then all with one patient more', acrossNames, [{ rows: home, design: apart }, whole]],
  ['all, then one setting alone with one patient less', acrossNames, [whole, { rows: home, design: apart }]],
  [
    'levels with other names, and a patient who moved',
    acrossNames,
    [{ rows: [...others, victim] }, { rows: [...translated, { ...moved, setting: 'day-2' }] }],
  ],
  [
    'another column for the same groups, and a patient who moved',
    acrossNames,
    [
      { rows: [...others, victim] },
      { rows: [...others, moved].map((row) => ({ ...row, sex: row.setting })), design: bySex },
    ],
  ],
  [
    'all, then one setting in two halves',
    lessParts,
    [whole, ...[0, 1].map((half) => ({ rows: home.filter((_, at) => at % 2 === half), design: apart }))],
  ],
])('%s', (_, program, steps) => {
  expectSafe(program, { safe: gated(...steps), open: bypassed(...steps), secret: VICTIM });
});

/** Level x has twenty, and then the victim alone: it is merged with y, which had been given apart. */
const small = others.map((row, at) => ({ ...row, setting: at < 19 ? 'x' : at < 39 ? 'y' : row.setting }));
const emptied = [...small.slice(19), { ...victim, setting: 'x' }];

it('a level merged with what is left of another', () => {
  const first = { rows: [...small, { ...victim, setting: 'x' }] };
  const merged = emptied.map((row) =>
    ['x', 'y'].includes(row.setting) ? { ...row, setting: 'other' } : row,
  );
  expectSafe(acrossNames, {
    safe: gated(first, { rows: emptied }),
    open: bypassed(first, { rows: merged }),
    secret: VICTIM,
  });
});

it('one setting alone beside all of the same patients, and a new year, leave', () => {
  const later = patientsIn({ members: [{ name: 'b', n: 300, settings: ['home', 'day'] }], seed: 15 });
  const steps = [{ rows: others }, { rows: home, design: apart }, { rows: translated }, { rows: later }];
  expect(gated(...steps)).toHaveLength(4);
});
