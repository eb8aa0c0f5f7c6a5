/** The comparison's rules: who takes part, what is refused, what a peer shows; ratios and ranks by hand. */

import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import { expectedRanks } from '../../src/benchmark/expected-ranks.ts';
import { fieller } from '../../src/benchmark/fieller.ts';
import { countBand } from '../../src/benchmark/peer-spreads.ts';
import type { BenchmarkOptions, Covariate, MemberMeasure, MixedModel } from '../../src/model/benchmark.ts';
import { caseTable, days, numbers, text } from '../support/case-table.ts';
import { randomFrom } from '../support/random.ts';
import { rowsOf, tableOf } from './reference.ts';

const BOTH = { outcome: 'outcome', duration: 'duration' } as const;

function adjust(...columns: string[]): Covariate[] {
  return columns.map((column) => ({ column, kind: 'auto' }));
}

describe('Fieller', () => {
  it('solves (60 - 4R)² = 4 (25 - 2R + 0.25 R²)', () => {
    const interval = fieller({
      numerator: 60,
      denominator: 4,
      numeratorVariance: 25,
      denominatorVariance: 0.25,
      covariance: 1,
      t: 2,
    });
    // 15 R² - 472 R + 3500 = 0.
    const root = Math.sqrt(472 ** 2 - 4 * 15 * 3500);
    expect(interval).toEqual({
      value: 15,
      low: expect.closeTo((472 - root) / 30, 12),
      high: expect.closeTo((472 + root) / 30, 12),
    });
  });

  it('has no interval where the improvement may be nought', () => {
    const input = { numerator: 60, numeratorVariance: 25, denominatorVariance: 4, covariance: 0, t: 2 };
    // 4 - 2 * 2 = 0 is not above zero.
    expect(fieller({ ...input, denominator: 4 })).toEqual({ undefined: 'improvement-not-above-zero' });
    expect(fieller({ ...input, denominator: 4.01 })).toHaveProperty('value');
    expect(fieller({ ...input, denominator: -9 })).toHaveProperty('undefined');
  });
});

describe('expected ranks', () => {
  it('put the surely best first, whichever way is better', () => {
    const members = [5, 0, -5].map((effect) => ({ effect, variance: 1e-6 }));
    expect(expectedRanks(members, 'higher').map((rank) => rank.expectedRank)).toEqual([1, 2, 3]);
    expect(expectedRanks(members, 'lower').map((rank) => rank.expectedRank)).toEqual([3, 2, 1]);
  });

  it('share the place where nothing is known', () => {
    const members = [1, 2, 3].map(() => ({ effect: 0, variance: 0 }));
    expect(expectedRanks(members, 'higher')).toEqual(
      members.map(() => ({ expectedRank: 2, percentile: 50 })),
    );
  });

  it('weigh a lead by its spread: Phi(1) for a lead of one spread', () => {
    const [first] = expectedRanks(
      [
        { effect: 1, variance: 0.5 },
        { effect: 0, variance: 0.5 },
      ],
      'higher',
    );
    expect(first!.expectedRank).toBeCloseTo(1 + 0.15865525393, 9);
  });
});

describe('what is refused', () => {
  const rows = rowsOf('eight');
  it.each([
    {
      why: 'two columns that follow from each other',
      options: { ...BOTH, adjust: adjust('age', 'months') },
      code: 'collinear-covariate',
    },
    {
      why: 'a column with one value',
      options: { ...BOTH, adjust: adjust('same') },
      code: 'constant-covariate',
    },
    {
      why: 'a category with one level',
      options: { ...BOTH, adjust: adjust('kind') },
      code: 'constant-covariate',
    },
    {
      why: 'a column that is not there',
      options: { ...BOTH, adjust: adjust('nowhere') },
      code: 'unknown-covariate',
    },
    {
      why: 'the member as case mix',
      options: { ...BOTH, adjust: adjust('member') },
      code: 'covariate-in-use',
    },
    {
      why: 'a response that is text',
      options: { ...BOTH, outcome: 'setting' },
      code: 'response-not-numeric',
    },
    {
      why: 'more members asked for than there are',
      options: { ...BOTH, minMembers: 9 },
      code: 'network-too-small',
    },
    {
      why: 'fewer members than three asked for',
      options: { ...BOTH, minMembers: 2 },
      code: 'min-members-range',
    },
    {
      why: 'a member column that is not there',
      options: { ...BOTH, member: 'agb' },
      code: 'no-member-column',
    },
    { why: 'nothing to compare on', options: {}, code: 'benchmark-without-responses' },
    {
      why: 'an own name that does not take part',
      options: { ...BOTH, own: 'm01', peerSeed: 1 },
      code: 'unknown-own',
    },
  ] satisfies { why: string; options: BenchmarkOptions; code: string }[])(
    '$why: $code',
    ({ options, code }) => {
      const base = tableOf(rows);
      const table = {
        ...base,
        columns: new Map([
          ...base.columns,
          ['months', numbers(rows.map((row) => 12 * row.age + 3))],
          ['same', numbers(rows.map(() => 0.1))],
          ['kind', text(rows.map(() => 'k'))],
        ]),
      };
      expect(() => benchmarkRun(table, options)).toThrowError(code);
    },
  );

  it('names the collinear column', () => {
    const base = tableOf(rows);
    const columns = new Map([...base.columns, ['months', numbers(rows.map((row) => 12 * row.age))]]);
    try {
      benchmarkRun({ ...base, columns }, { ...BOTH, adjust: adjust('age', 'setting', 'months') });
      expect.fail('should be refused');
    } catch (error) {
      expect(error).toMatchObject({ issues: [{ params: { column: 'months' } }] });
    }
  });

  it('two members are too few', () => {
    const two = rows.filter((row) => row.member === 'm06' || row.member === 'm08');
    expect(() => benchmarkRun(tableOf(two), BOTH)).toThrowError('network-too-small');
  });
});

describe('who takes part', () => {
  it('members under 10 patients leave, are counted, and stay with suppress off', () => {
    const rows = rowsOf('eight');
    const kept = benchmarkRun(tableOf(rows), BOTH);
    expect(kept.members.map((member) => member.member)).not.toContain('m01');
    expect(kept.excluded).toContainEqual({ model: 'outcome', reason: 'member-under-10-patients', n: 1 });
    const all = benchmarkRun(tableOf(rows), { ...BOTH, suppress: false });
    expect(all.members.map((member) => member.member)).toContain('m01');
    expect((all.models.outcome as MixedModel).n).toBe(rows.length);
  });

  it('counts patients, not episodes', () => {
    const rows = rowsOf('eight');
    const base = tableOf(rows);
    // m02 has 12 episodes of 9 patients.
    let seen = 0;
    const patient = rows.map((row, i) => (row.member === 'm02' ? `p${seen++ % 9}` : `q${i}`));
    const result = benchmarkRun(
      { ...base, columns: new Map([...base.columns, ['patient', text(patient)]]) },
      BOTH,
    );
    expect(result.members.map((member) => member.member)).not.toContain('m02');
  });

  it('every episode is in the model or counted out with its first reason', () => {
    const n = 60;
    const table = caseTable({
      member: text(Array.from({ length: n }, (_, i) => (i === 0 ? '' : 'abc'[i % 3]!))),
      pre: numbers(Array.from({ length: n }, (_, i) => (i < 3 ? undefined : 20 + (i % 7)))),
      post: numbers(Array.from({ length: n }, (_, i) => 10 + (i % 5))),
      start: days(Array.from({ length: n }, () => 0)),
      end: days(Array.from({ length: n }, (_, i) => (i < 5 ? undefined : i % 11))),
      age: numbers(Array.from({ length: n }, (_, i) => (i === 3 ? undefined : 30 + (i % 13)))),
    });
    const result = benchmarkRun(table, { adjust: adjust('age') });
    expect(result.excluded).toEqual([
      { model: 'outcome', reason: 'no-member', n: 1 },
      { model: 'outcome', reason: 'no-response', n: 2 },
      { model: 'outcome', reason: 'no-covariate', n: 1 },
      { model: 'duration', reason: 'no-member', n: 1 },
      { model: 'duration', reason: 'no-response', n: 4 },
      { model: 'joint', reason: 'no-member', n: 1 },
      { model: 'joint', reason: 'no-response', n: 4 },
    ]);
    expect((result.models.outcome as MixedModel).n).toBe(n - 4);
    // An episode that starts and ends on one day lasts a day.
    const [a] = result.members;
    const own = Array.from({ length: n }, (_, i) => i).filter((i) => i >= 5 && i % 3 === 0);
    const mean = own.reduce((sum, i) => sum + Math.max(1, i % 11), 0) / own.length;
    expect((a!.duration as MemberMeasure).observed).toBeCloseTo(mean, 12);
  });

  it('one model may stand without the other', () => {
    const rows = rowsOf('three');
    const base = tableOf(rows);
    const result = benchmarkRun(base, { outcome: 'outcome' });
    expect(result.models.duration).toEqual({ undefined: 'no-duration-column' });
    expect(result.joint).toEqual({ undefined: 'no-outcome-and-duration' });
    expect(result.members[0]!.outcome).toHaveProperty('adjusted');
  });

  it('a covariate that differs between members only leaves the model, but no value per member', () => {
    const rows = rowsOf('eight');
    const base = tableOf(rows);
    const size = rows.map((row) => Number(row.member.slice(1)) ** 2);
    const columns = new Map([...base.columns, ['size', numbers(size)]]);
    const result = benchmarkRun({ ...base, columns }, { ...BOTH, adjust: adjust('size') });
    expect(result.models.outcome).toHaveProperty('tau2');
    const { adjusted, low } = result.members[0]!.outcome as MemberMeasure;
    expect(adjusted).toEqual({ undefined: 'covariate-constant-within-members' });
    expect(low).toEqual({ undefined: 'covariate-constant-within-members' });
  });
});

describe('the reference level', () => {
  const rows = rowsOf('eight');
  const names = (setting: readonly string[]) => {
    const base = tableOf(rows);
    const table = { ...base, columns: new Map([...base.columns, ['s', text(setting)]]) };
    const model = benchmarkRun(table, { ...BOTH, adjust: adjust('s') }).models.outcome as MixedModel;
    return model.coefficients.map((coefficient) => coefficient.name);
  };

  it('is the largest', () => {
    expect(names(rows.map((_, i) => ['c', 'a', 'b', 'b'][i % 4]!))).toEqual(['(Intercept)', 's=a', 's=c']);
  });

  it('is the first by code point among the largest', () => {
    const even = rows.map((_, i) => (i % 2 === 0 ? 'é' : 'z')).slice(0, rows.length - 1);
    expect(names([...even, 'b'])).toEqual(['(Intercept)', 's=b', 's=é']);
  });
});

describe('peers', () => {
  const table = tableOf(rowsOf('eight'));
  const view = (peerSeed: number | string) =>
    benchmarkRun(table, { ...BOTH, adjust: adjust('age'), own: 'm03', peerSeed, lang: 'en' });

  it('names its own member and nobody else', () => {
    const result = view(1);
    expect(result.members.map((member) => member.member)).toEqual([
      'm03',
      ...['peer-01', 'peer-02', 'peer-03', 'peer-04', 'peer-05', 'peer-06'],
    ]);
    const others = JSON.stringify(result.members.slice(1));
    expect(others).not.toMatch(/"m0\d"/);
    expect(result.members[0]!.n).toBe(30);
    expect(result.members[1]!.n).toMatch(/^\d+-\d+$/);
  });

  it('draws the order from the seed', () => {
    const order = (seed: number | string) =>
      view(seed).members.map((member) => (member.outcome as MemberMeasure).observed);
    expect(order(1)).toEqual(order(1));
    expect(new Set([1, 2, 3, 'x'].map((seed) => order(seed).join())).size).toBeGreaterThan(1);
  });

  it('never shows a peer surer than it is', () => {
    const named = benchmarkRun(table, { ...BOTH, adjust: adjust('age') });
    const widths = (members: readonly { outcome: unknown }[]) =>
      members
        .map(
          ({ outcome }) =>
            ((outcome as MemberMeasure).high as number) - ((outcome as MemberMeasure).low as number),
        )
        .sort((a, b) => a - b);
    const peers = widths(view(1).members.slice(1));
    const real = widths(named.members.filter((member) => member.member !== 'm03'));
    for (const [i, width] of peers.entries()) expect(width).toBeGreaterThan(real[i]! * 0.99);
  });

  it.each([
    [1, '1-9'],
    [9, '1-9'],
    [10, '10-24'],
    [24, '10-24'],
    [25, '25-49'],
    [999, '500-999'],
    [123456, '50000+'],
  ])('%i lies in %s', (n, band) => expect(countBand(n)).toBe(band));
});

it('is quick for a large network', () => {
  const random = randomFrom(5);
  const n = 100_000;
  const at = Array.from({ length: n }, () => Math.floor(random() * 60));
  const table = caseTable({
    member: text(at.map((i) => `m${i}`)),
    outcome: numbers(at.map((i) => (i % 7) + 10 * random())),
    duration: numbers(at.map((i) => 100 + (i % 5) * 10 + 100 * random())),
    diagnosis: text(at.map(() => `d${Math.floor(random() * 12)}`)),
    age: numbers(at.map(() => 20 + 50 * random())),
  });
  const started = performance.now();
  benchmarkRun(table, { ...BOTH, adjust: adjust('age', 'diagnosis') });
  expect(performance.now() - started).toBeLessThan(10_000);
});
