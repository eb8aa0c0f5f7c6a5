/** Sums of many members in one reading of the table. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DesignCovariate } from '../../src/benchmark/design.ts';
import { memberSums } from '../../src/benchmark/member-sums.ts';

const WORDS = ['é', 'b', 'a'];
const table = fc.array(
  fc.record({
    owner: fc.integer({ min: -1, max: 2 }),
    year: fc.integer({ min: 2000, max: 2026 }),
    level: fc.integer({ min: 0, max: 2 }),
    y: fc.double({ min: -50, max: 50, noNaN: true }),
  }),
  { minLength: 1, maxLength: 250 },
);

it('are those of each member alone, to the bit, and those of plain indicators and sums', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const design: DesignCovariate[] = [
        {
          column: 'level',
          kind: 'category',
          codes: Int32Array.from(rows, ({ level }) => level),
          words: WORDS,
        },
        { column: 'year', kind: 'number', values: Float64Array.from(rows, ({ year }) => year) },
      ];
      const responses = [Float64Array.from(rows, ({ y }) => y)];
      const members = [0, 1, 2]
        .map((owner) => ({
          member: `m${owner}`,
          rows: [...rows.keys()].filter((row) => rows[row]!.owner === owner),
        }))
        .filter((own) => own.rows.length > 0);
      const all = memberSums(members, design, responses);
      expect(all.map(({ member }) => member)).toEqual(members.map(({ member }) => member));
      for (const [i, own] of members.entries()) {
        const { columns, n, means, cross } = all[i]!;
        expect(memberSums([own], design, responses)[0]).toEqual(all[i]);
        const levels = WORDS.filter((word) =>
          own.rows.some((row) => WORDS[rows[row]!.level] === word),
        ).sort();
        expect(columns).toEqual([...levels.map((level) => ({ column: 'level', level })), { column: 'year' }]);
        const values = own.rows.map((row) => [
          ...levels.map((level) => (WORDS[rows[row]!.level] === level ? 1 : 0)),
          rows[row]!.year,
          rows[row]!.y,
        ]);
        expect(n).toBe(values.length);
        const mean = means.map((_, j) => values.reduce((sum, each) => sum + each[j]!, 0) / n);
        for (let j = 0; j < mean.length; j++) {
          expect(means[j]).toBeCloseTo(mean[j]!, 10);
          for (let l = 0; l < mean.length; l++) {
            const plain = values.reduce(
              (sum, each) => sum + (each[j]! - mean[j]!) * (each[l]! - mean[l]!),
              0,
            );
            expect(cross[j * mean.length + l]).toBeCloseTo(plain, 7);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});
