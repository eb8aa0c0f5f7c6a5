/** Days, dictionaries, covariates as numbers, and batches put together. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  asNumbers,
  BLANK_DAY,
  type CaseTable,
  concatTables,
  dayFromIso,
  episodeAt,
  isoFromDay,
  type TextColumn,
  TextDictionary,
  textAt,
} from '../../src/index.ts';

const day = (iso: string): number => dayFromIso(iso)!;

describe('days', () => {
  it('are those of the platform calendar, back and forth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_000, max: 2_000_000 }), (number) => {
        const iso = new Date(number * 86_400_000).toISOString().slice(0, 10);
        if (number < 2_932_896) expect(isoFromDay(number)).toBe(iso);
        expect(dayFromIso(isoFromDay(number))).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['2023-02-29', '2024-00-10', '2024-1-1', '2024-04-31', '', 'x'])('%j is no ISO date', (text) =>
    expect(dayFromIso(text)).toBeUndefined(),
  );

  it('blank is the empty text', () => expect(isoFromDay(BLANK_DAY)).toBe(''));

  it.each([
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-08-31', 6, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s + %i months = %s', (from, months, to) => expect(isoFromDay(addMonths(day(from), months))).toBe(to));
});

describe('TextDictionary', () => {
  it('gives stable codes, blank is -1', () => {
    const words = new TextDictionary();
    expect(['b', 'a', 'b', '', 'constructor'].map((word) => words.code(word))).toEqual([0, 1, 0, -1, 2]);
    expect(words.words).toEqual(['b', 'a', 'constructor']);
  });
});

function text(...cells: string[]): TextColumn {
  const dictionary = new TextDictionary();
  const codes = Int32Array.from(cells.map((cell) => dictionary.code(cell)));
  return { kind: 'text', codes, words: dictionary.words };
}

describe('asNumbers', () => {
  it.each<[string, TextColumn, number[] | undefined]>([
    ['numbers and blanks', text('1,5', '', '20'), [1.5, Number.NaN, 20]],
    ['one word spoils it', text('1', 'two'), undefined],
    ['nothing settles the groups', text('1.234', '2.345'), undefined],
    ['all blank', text('', ''), undefined],
    ['a word no row uses does not count', { ...text('1', '2'), words: ['1', '2', 'x'] }, [1, 2]],
  ])('%s', (_, column, values) =>
    expect(asNumbers(column)?.values).toEqual(values && Float64Array.from(values)),
  );
});

describe('concatTables', () => {
  const words = ['a', 'b'];
  const batch = (rows: number[], codes: number[]): CaseTable => ({
    n: rows.length,
    rows: Int32Array.from(rows),
    columns: new Map([
      ['team', { kind: 'text' as const, codes: Int32Array.from(codes), words }],
      ['hv01', { kind: 'rating' as const, values: Int8Array.from(codes) }],
    ]),
  });

  it('keeps rows, codes and kinds', () => {
    const table = concatTables([batch([1, 3], [0, 1]), batch([4], [-1])]);
    expect([...table.rows]).toEqual([1, 3, 4]);
    const team = table.columns.get('team') as TextColumn;
    expect([0, 1, 2].map((row) => textAt(team, row))).toEqual(['a', 'b', '']);
    expect(table.columns.get('hv01')).toEqual({ kind: 'rating', values: Int8Array.of(0, 1, -1) });
    expect(episodeAt(table, 1)).toBe('3');
  });

  it('of nothing is an empty table', () => expect(concatTables([]).n).toBe(0));
});
