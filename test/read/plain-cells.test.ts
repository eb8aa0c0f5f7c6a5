/** What is read from the bytes of a cell is what is read from its text. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDay, checkNumber } from '../../src/read/cell-readers.ts';
import { IdentityGuard } from '../../src/read/identity-guard.ts';
import { OrderVotes } from '../../src/read/parse-day.ts';
import { decimalVote, NO_VOTE, NOT_PLAIN, orderVote, plainDay } from '../../src/read/plain-cells.ts';
import { BLANK_DAY } from '../../src/table/day.ts';
import { DecimalVotes } from '../../src/table/number-notation.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(`,${text},`));
const voted = (vote: number) => [0, 1, 2].map((place) => (place === vote ? 1 : 0));

const digits = fc.stringMatching(/^\d{1,6}$/);
const number = fc.oneof(
  digits,
  fc.tuple(digits, fc.constantFrom(',', '.'), digits).map((parts) => parts.join('')),
  fc.stringMatching(/^[-+]?[\d.,]{0,8}$/),
);
const two = fc.integer({ min: 0, max: 31 }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 1895, max: 2105 }).map(String);
const date = fc
  .tuple(two, two, year, fc.constantFrom('-', '/', '.'), fc.boolean(), fc.constantFrom('', '', '', ' ', 'x'))
  .map(([a, b, y, sign, yearFirst, end]) => (yearFirst ? [y, b, a] : [a, b, y]).join(sign) + end);

describe('plain cells', () => {
  it('are days as text says', () => {
    let plain = 0;
    fc.assert(
      fc.property(date, fc.constantFrom('dmy' as const, 'mdy' as const), (text, order) => {
        const bytes = bytesOf(text);
        const day = plainDay(bytes, 1, bytes.length - 1, order);
        if (day === NOT_PLAIN) return;
        plain += 1;
        expect(day).toBe(checkDay(text, order));
        const votes = new OrderVotes();
        votes.add(text);
        if (order === 'dmy') expect(voted(orderVote(bytes, 1, bytes.length - 1))).toEqual(votes.counts);
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(200);
    expect(plainDay(bytesOf(''), 1, 1, 'dmy')).toBe(BLANK_DAY);
  });

  it('are numbers of the signs that text says', () => {
    let plain = 0;
    fc.assert(
      fc.property(number, (text) => {
        const bytes = bytesOf(text);
        const vote = decimalVote(bytes, 1, bytes.length - 1);
        if (vote === NOT_PLAIN) return;
        plain += 1;
        const votes = new DecimalVotes();
        votes.add(text);
        expect(votes.counts).toEqual(
          vote === NO_VOTE ? [0, 0, 0] : [0, 1, 2].map((place) => Number(place === vote)),
        );
        if (text !== '') expect(checkNumber(text, text.includes(',') ? ',' : '.', 0)).toBeTypeOf('number');
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(1000);
  });

  it('name people as text says', () => {
    const piece = fc.constantFrom(
      '1234',
      'AB',
      ' ',
      '12',
      '1',
      'é',
      'jan',
      '@',
      'x.nl',
      '123456782',
      '.',
      '-',
      'a',
      '111222333',
      '19',
      '\u017f',
    );
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 3, maxLength: 3 }), (row) => {
        const [text, plain] = [new IdentityGuard(['a', 'b', 'c']), new IdentityGuard(['a', 'b', 'c'])];
        text.watch(row);
        const ends = row.map((_, at) => Buffer.byteLength(row.slice(0, at + 1).join('')));
        plain.watchPlain({
          bytes: new Uint8Array(Buffer.from(row.join(''))),
          from: Int32Array.from([0, ends[0]!, ends[1]!]),
          to: Int32Array.from(ends),
          days: new Int32Array(3),
        });
        expect(plain.counts).toEqual(text.counts);
      }),
      { numRuns: 2000 },
    );
  });
});
