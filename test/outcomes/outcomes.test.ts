/** Change, classes and response: worked cases, boundaries, and what is said when there is nothing to say. */

import { describe, expect, it } from 'vitest';
import type { OutcomesOptions, ReliableChangeMethod } from '../../src/model/outcomes.ts';
import { OUTCOME_CLASSES, RESPONSE_STATUSES } from '../../src/outcomes/classes.ts';
import { cutoff } from '../../src/outcomes/cutoff.ts';
import { outcomesOf } from '../../src/outcomes/outcomes-of.ts';
import { caseTable, days, numbers, text } from '../support/case-table.ts';

type Pair = readonly [pre: number | undefined, post: number | undefined];

function outcomes(pairs: readonly Pair[], options: OutcomesOptions) {
  const table = caseTable({
    pre: numbers(pairs.map(([pre]) => pre)),
    post: numbers(pairs.map(([, post]) => post)),
  });
  const { result, columns } = outcomesOf(table, options);
  return {
    result,
    change: [...columns.change],
    rci: [...columns.rci],
    classes: [...columns.classes].map((code) => OUTCOME_CLASSES[code]),
    response: [...columns.response].map((code) => RESPONSE_STATUSES[code]),
  };
}

/** Pairs whose `pre` have mean 40 and sample sd 7.5, as in Jacobson and Truax 1991. */
const PAPER: OutcomesOptions = {
  direction: 'higher',
  reliability: 0.8,
  functional: { mean: 60, sd: 7.5 },
};

describe('Jacobson and Truax 1991', () => {
  const pairs: Pair[] = [
    [32.5, 47.5],
    [40, 40],
    [47.5, 62],
  ];

  it('gives the cut-offs 55, 45 and 50', () => {
    const clinical = { mean: 40, sd: 7.5 };
    const functional = { mean: 60, sd: 7.5 };
    expect(cutoff('a', 'higher', clinical, functional)).toBe(55);
    expect(cutoff('b', 'higher', clinical, functional)).toBe(45);
    expect(cutoff('c', 'higher', clinical, functional)).toBe(50);
  });

  it('gives S_diff 4.74 and a reliable change index of 3.16 for 32.5 -> 47.5', () => {
    const { result, rci, classes } = outcomes(pairs, PAPER);
    expect(result.cutoff).toBeCloseTo(50, 12);
    expect(result.sDiff).toBeCloseTo(4.7434164903, 9);
    expect(rci[0]).toBeCloseTo(3.1622776602, 9);
    // Reliably better, but 47.5 is still on the clinical side of 50; 62 is not.
    expect(classes).toEqual(['improved', 'unchanged', 'recovered']);
  });

  it('a functional spread of its own moves b, which uses it, and not a', () => {
    const clinical = { mean: 40, sd: 7.5 };
    const functional = { mean: 60, sd: 5 };
    expect(cutoff('a', 'higher', clinical, functional)).toBe(55);
    expect(cutoff('b', 'higher', clinical, functional)).toBe(50);
    expect(cutoff('c', 'higher', clinical, functional)).toBe(52);
  });

  it('mirrors where lower is better', () => {
    const mirrored = pairs.map(([pre, post]): Pair => [100 - pre!, 100 - post!]);
    const lower = outcomes(mirrored, { ...PAPER, direction: 'lower', functional: { mean: 40, sd: 7.5 } });
    const higher = outcomes(pairs, PAPER);
    expect(lower.classes).toEqual(higher.classes);
    expect(lower.result.cutoff).toBeCloseTo(50, 12);
    for (const [i, value] of lower.rci.entries()) expect(value).toBeCloseTo(higher.rci[i]!, 12);
    expect(lower.change).toEqual(higher.change);
  });
});

describe('the classes at their edges', () => {
  const fixed: OutcomesOptions = {
    direction: 'lower',
    reliability: 0.75,
    cutoff: 10,
    clinical: { mean: 15, sd: 4 },
  };
  // The pairs of ballast settle the spread: sd(pre) is whatever they make it; differences below are far beyond it.
  it.each([
    { name: 'clinical to functional, reliably better', pair: [20, 5], expected: 'recovered' },
    { name: 'reliably better, still clinical', pair: [30, 15], expected: 'improved' },
    { name: 'ends exactly on the cut-off: not functional', pair: [25, 10], expected: 'improved' },
    { name: 'starts exactly on the cut-off: was not clinical', pair: [10, -5], expected: 'improved' },
    { name: 'no change', pair: [20, 20], expected: 'unchanged' },
    { name: 'functional to clinical, reliably worse', pair: [5, 20], expected: 'harmed' },
    { name: 'reliably worse, was clinical', pair: [15, 30], expected: 'deteriorated' },
    {
      name: 'starts on the cut-off and worsens: was not functional',
      pair: [10, 25],
      expected: 'deteriorated',
    },
    { name: 'worsens up to the cut-off: is not clinical', pair: [-5, 10], expected: 'deteriorated' },
    { name: 'no second measurement', pair: [20, undefined], expected: 'not-measured' },
    { name: 'a second without a first', pair: [undefined, 12], expected: 'not-measured' },
  ] as const)('$name -> $expected', ({ pair, expected }) => {
    const ballast: Pair[] = [
      [14, 14],
      [15, 15],
      [16, 16],
      [15, 14],
      [15, 15],
      [14, 15],
      [16, 16],
      [15, 15],
    ];
    expect(outcomes([...ballast, pair], fixed).classes.at(-1)).toBe(expected);
  });

  it('an index of exactly the limit is not reliable', () => {
    // One pair: the spread is the stated one, S_diff = 5 * sqrt(2 * 0.5) = 5, index 9.8 / 5 = 1.96.
    const options = { ...fixed, reliability: 0.5, clinical: { mean: 15, sd: 5 }, cutoff: 18 } as const;
    expect(outcomes([[19.8, 10]], options).rci[0]).toBeCloseTo(1.96, 12);
    expect(outcomes([[19.8, 10]], options).classes).toEqual(['unchanged']);
    expect(outcomes([[19.8, 9.9]], options).classes).toEqual(['recovered']);
  });
});

describe('the six methods', () => {
  // pre: mean 14, sample sd 2; post: mean 11, sd sqrt(10/3); r = 0.75 each.
  const pairs: Pair[] = [
    [12, 9],
    [14, 13],
    [14, 10],
    [16, 12],
  ];
  const sdPre = Math.sqrt(8 / 3);
  const [meanPre, meanPost] = [14, 11];
  const r = 0.75;
  const expected: Readonly<Record<Exclude<ReliableChangeMethod, 'HA'>, number>> = {
    JT: (9 - 12) / (sdPre * Math.sqrt(2 * 0.25)),
    GLN: (9 - meanPre - r * (12 - meanPre)) / (sdPre * Math.sqrt(1 - 0.5625)),
    HLL: (9 - meanPost - r * (12 - meanPre)) / (sdPre * Math.sqrt(1 - 0.5625)),
    EN: (9 - (r * (12 - meanPre) + meanPre)) / (sdPre * 0.5),
    NK: (9 - (r * (12 - meanPre) + meanPre)) / Math.sqrt((8 / 3) * (0.5625 * 0.25 + 0.25)),
  };
  it.each(Object.entries(expected))('%s, by hand', (method, raw) => {
    const { rci } = outcomes(pairs, { reliability: r, method: method as ReliableChangeMethod });
    // Lower is better: the raw index is turned.
    expect(rci[0]).toBeCloseTo(-raw, 12);
  });

  it('HA, by hand', () => {
    const sdPost = Math.sqrt(10 / 3);
    const covariance = (-2 * -2 + 0 * 2 + 0 * -1 + 2 * 1) / 3;
    const sem2 = (8 / 3) * 0.25;
    const rDD =
      (8 / 3 - sem2 + (sdPost ** 2 - sem2) - 2 * covariance) / (8 / 3 + sdPost ** 2 - 2 * covariance);
    const raw = ((9 - 12) * rDD + (meanPost - meanPre) * (1 - rDD)) / (Math.sqrt(rDD) * Math.sqrt(2 * sem2));
    expect(outcomes(pairs, { reliability: r, method: 'HA' }).rci[0]).toBeCloseTo(-raw, 12);
  });

  it('HA never says harmed', () => {
    const spread: Pair[] = [
      [2, 30],
      [30, 2],
      [25, 3],
      [4, 28],
      [15, 15],
    ];
    const { classes } = outcomes(spread, { reliability: 0.9, method: 'HA', cutoff: 15 });
    expect(classes).toContain('deteriorated');
    expect(classes).not.toContain('harmed');
  });
});

describe('response', () => {
  it.each([
    { pre: 12, post: 8, expected: 'completer' },
    { pre: 12, end: 100, expected: 'dropout' },
    { pre: 12, expected: 'open' },
    { minutes: 0, bedDays: 0, expected: 'nonStarter' },
    { minutes: 0, expected: 'nonResponder' },
    { minutes: 60, bedDays: 0, expected: 'nonResponder' },
    { post: 8, expected: 'nonResponder' },
    { pre: 12, post: 8, stated: 'Drop-out', expected: 'dropout' },
    { pre: 12, stated: 'non responder', expected: 'nonResponder' },
    { pre: 12, stated: 'something else', expected: 'open' },
  ])('$expected', ({ pre, post, end, minutes, bedDays, stated, expected }) => {
    const table = caseTable({
      pre: numbers([pre]),
      post: numbers([post]),
      end: days([end]),
      minutes: numbers([minutes]),
      bed_days: numbers([bedDays]),
      rom_status: text([stated ?? '']),
    });
    const { columns } = outcomesOf(table, {});
    expect(RESPONSE_STATUSES[columns.response[0]!]).toBe(expected);
  });

  it('leaves the open ones out of the rate', () => {
    const { result } = outcomes(
      [
        [1, 2],
        [1, undefined],
        [undefined, undefined],
        [undefined, undefined],
      ],
      {},
    );
    expect(result.response).toMatchObject({ completer: 1, open: 1, nonResponder: 2, rate: 1 / 3 });
  });
});

describe('what cannot be computed', () => {
  it('has no classes without a reliability, and says so', () => {
    const { result, classes, rci } = outcomes([[1, 2]], {});
    expect(result.counts).toEqual({ undefined: 'no-reliability' });
    expect(result.sDiff).toEqual({ undefined: 'no-reliability' });
    expect(classes).toEqual([undefined]);
    expect(rci).toEqual([Number.NaN]);
  });

  it('gives reasons, not NaN, where nothing was measured', () => {
    const { result } = outcomes([[undefined, undefined]], { reliability: 0.8 });
    expect(JSON.stringify(result)).not.toContain('null');
    expect(result.cutoff).toEqual({ undefined: 'no-cutoff' });
    expect(result.sDiff).toEqual({ undefined: 'too-few-pairs' });
  });

  it('refuses two instruments unless one is chosen', () => {
    const table = caseTable({
      pre: numbers([1, 2, 3]),
      post: numbers([1, 1, 1]),
      instrument: text(['HoNOS', 'OQ-45', '']),
    });
    expect(() => outcomesOf(table, {})).toThrowError('several-instruments');
    expect(outcomesOf(table, { instrument: 'HoNOS' }).result.n).toBe(2);
    expect(() => outcomesOf(table, { instrument: 'BSI' })).toThrowError('unknown-instrument');
  });

  it('refuses cut-off b or c without a functional population', () => {
    expect(() => outcomes([[1, 2]], { cutoff: 'c' })).toThrowError('cutoff-needs-functional');
  });
});

it('judges every group by the rule of the whole file', () => {
  const table = caseTable({
    pre: numbers([20, 22, 24, 26, 28, undefined]),
    post: numbers([5, 22, 24, 6, 28, undefined]),
    team: text(['a', 'a', 'b', 'b', '', 'b']),
  });
  const { result } = outcomesOf(table, { reliability: 0.8, cutoff: 12 });
  const teams = result.by.team!;
  expect(teams.map((group) => group.value)).toEqual(['', 'a', 'b']);
  expect(teams.map((group) => group.n)).toEqual([1, 2, 3]);
  expect(teams.map((group) => group.counts)).toMatchObject([
    { unchanged: 1 },
    { recovered: 1 },
    { recovered: 1 },
  ]);
  const sum = (pick: (counts: Record<string, number>) => number) =>
    teams.reduce((total, group) => total + pick(group.counts as unknown as Record<string, number>), 0);
  for (const name of OUTCOME_CLASSES) {
    expect(sum((counts) => counts[name]!)).toBe((result.counts as Record<string, number>)[name]);
  }
});

describe('bounds for what was not measured', () => {
  // Recovered, unchanged, and two with only a first measurement: one ended, one still open.
  const table = caseTable({
    pre: numbers([32.5, 40, 40, 47.5]),
    post: numbers([62, 40, undefined, undefined]),
    start: days([0, 0, 0, 0]),
    end: days([50, 50, 50, undefined]),
  });
  const options: OutcomesOptions = { ...PAPER, clinical: { mean: 40, sd: 7.5 } };

  it('leave out who is still in care, and add up both ways', () => {
    const { bounds, counts } = outcomesOf(table, options).result;
    if ('undefined' in bounds || 'undefined' in counts) throw new Error('not computed');
    expect(counts).toMatchObject({ recovered: 1, unchanged: 1, 'not-measured': 2 });
    expect(bounds.recovered).toEqual({ low: 1 / 3, high: 2 / 3 });
    expect(bounds.deteriorated).toEqual({ low: 0, high: 1 / 3 });
    const lows = Object.values(bounds).reduce((sum, { low }) => sum + low, 0);
    for (const { low, high } of Object.values(bounds)) expect(high - low).toBeCloseTo(1 - lows, 12);
  });

  it('are the shares themselves where all were measured', () => {
    const all = caseTable({ pre: numbers([32.5, 40, 47.5]), post: numbers([62, 40, 62]) });
    const { bounds } = outcomesOf(all, options).result;
    if ('undefined' in bounds) throw new Error(bounds.undefined);
    for (const { low, high } of Object.values(bounds)) expect(low).toBe(high);
  });

  it('say why there are none', () => {
    const { reliability: _, ...rest } = options;
    expect(outcomesOf(table, rest).result.bounds).toEqual({ undefined: 'no-reliability' });
  });
});
