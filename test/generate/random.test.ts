import { describe, expect, it } from 'vitest';
import { Random } from '../../src/generate/random.ts';

const many = <T>(make: () => T, n = 50_000): T[] => Array.from({ length: n }, make);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Random', () => {
  it('repeats itself for a seed and not for its neighbour', () => {
    const stream = (seed: number) => {
      const random = new Random(seed);
      return many(() => random.uniform(), 5);
    };
    expect(stream(1)).toEqual(stream(1));
    expect(stream(1)[0]).not.toBe(stream(2)[0]);
    expect(stream(2 ** 40)[0]).not.toBe(stream(0)[0]);
  });

  it('draws between 0 and 1, evenly', () => {
    const random = new Random(7);
    const values = many(() => random.uniform());
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (let decile = 0; decile < 10; decile += 1) {
      const inside = values.filter((value) => Math.floor(value * 10) === decile).length;
      expect(Math.abs(inside - 5000)).toBeLessThan(300);
    }
  });

  it.each([
    ['normal: mean 0', (r: Random) => r.normal(), 0, 0.02],
    ['normal: variance 1', (r: Random) => r.normal() ** 2, 1, 0.03],
    ['log-normal: its mean', (r: Random) => r.logNormal(5, 0.8), 5, 0.1],
    ['Weibull: scale times gamma(1 + 1 / 2)', (r: Random) => r.weibull(2, 10), 8.862, 0.1],
    ['between: both ends included', (r: Random) => r.between(1, 6), 3.5, 0.03],
    ['pick: in proportion', (r: Random) => r.pick([1, 0, 3]), 1.5, 0.03],
  ])('%s', (_, draw, expected, tolerance) => {
    const random = new Random(11);
    expect(Math.abs(mean(many(() => draw(random))) - expected)).toBeLessThan(tolerance);
  });
});
