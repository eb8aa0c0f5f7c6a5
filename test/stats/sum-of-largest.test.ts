import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOfLargest } from '../../src/stats/sum-of-largest.ts';

test('is what sorting gives, to the last bit, and leaves the values alone', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), fc.nat(220), (list, count) => {
      const values = Float64Array.from(list);
      const sorted = values.slice().sort();
      const top = sorted.subarray(Math.max(0, sorted.length - count));
      expect(sumOfLargest(values, count)).toBe(top.reduce((sum, each) => sum + each, 0));
      expect([...values]).toEqual(list.map(Number));
    }),
  );
});

test.each([
  ['rising', (i: number) => i],
  ['falling', (i: number) => -i],
  ['equal', () => 1],
  ['sawtooth', (i: number) => i % 7],
])(
  'a long %s run takes no quadratic time',
  (_, at) => {
    const values = Float64Array.from({ length: 300_000 }, (__, i) => at(i));
    const sorted = values.slice().sort().subarray(297_000);
    expect(sumOfLargest(values, 3000)).toBe(sorted.reduce((sum, each) => sum + each, 0));
  },
  5000,
);
