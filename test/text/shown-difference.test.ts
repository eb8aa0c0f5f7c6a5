/** Who adds up what a page shows finds no euro missing. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTable, shownDifferenceCents } from '../../src/index.ts';

describe('a difference beside its amounts', () => {
  const cases: readonly [baseline: number, scenario: number, shown: number][] = [
    [100_050, 200_149, 100_000],
    [673_476_249, 721_521_551, 48_045_400],
    [673_476_249, 673_476_251, 100],
    [-100_050, 100_050, 200_200],
    [99_999, 200_149, 100_150],
    [0, 123_456, 123_500],
  ];
  test.each(cases)('%i and %i', (baselineCents, scenarioCents, shown) => {
    const differenceCents = scenarioCents - baselineCents;
    expect(shownDifferenceCents({ baselineCents, scenarioCents, differenceCents })).toBe(shown);
  });
});

const amount = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });
const columns = [
  { key: 'name', label: '', kind: 'text' },
  { key: 'baselineCents', label: '', kind: 'cents' },
  { key: 'scenarioCents', label: '', kind: 'cents' },
  { key: 'differenceCents', label: '', kind: 'cents' },
] as const;

test('in every table shown amounts add up, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 8 }), (pairs) => {
      const rows = pairs.map(([before, after]) => ['x', before, after, after - before]);
      const [, before, after, difference] = formatTable({ columns, rows }, 'en').map((texts) =>
        texts.map((text) => Number(text.replaceAll(',', ''))),
      );
      for (const row of rows.keys()) {
        const shown = Math.round(100 * difference![row]!);
        expect(Math.abs(shown - Math.round(100 * (after![row]! - before![row]!)))).toBeLessThanOrEqual(100);
        if (Number.isInteger(before![row]) && Number.isInteger(after![row])) {
          expect(difference![row]).toBe(after![row]! - before![row]!);
        }
      }
    }),
  );
});

test('a table whose third column is something else keeps its amounts', () => {
  const rows = [['x', 1_000_049, 2_000_050, 1_000_049]];
  expect(formatTable({ columns, rows }, 'en')[3]).toEqual(['10,000']);
});
