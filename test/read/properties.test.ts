/** What must hold for any file: chunks do not matter, forms do not matter, counts add up, nothing throws. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, openCases, RATING_COLUMNS, Refusal } from '../../src/index.ts';
import { outcomeOf, valuesOf } from './support.ts';

const OPTIONS = { uses: [...RATING_COLUMNS, 'team', 'patient'], extra: ['*'], keepCells: true } as const;

/** Any cell a person may have typed, with what CSV finds hard: delimiters, quotes, line ends, accents. */
const word = fc
  .array(fc.constantFrom('a', 'é', '€', ';', ',', '\t', '"', '\n', ' ', 'ß', '0', '漢', '🙂'), {
    maxLength: 6,
  })
  .map((letters) => letters.join('').trim());
/** No letter that Windows-1252 lacks. */
const plainWord = word.filter((text) => !/[漢🙂]/u.test(text));
const rowOf = (cell: fc.Arbitrary<string>) =>
  fc.tuple(
    fc.stringMatching(/^P[1-9]\d{0,3}$/),
    cell,
    fc.constantFrom('0', '1', '4', '9', '-1', '', '3,0'),
    cell,
  );
const HEADER = ['patient', 'team', 'hv01', 'opmérking'];

type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');
}

function written(
  rows: readonly (readonly string[])[],
  delimiter: string,
  newline: string,
  close: boolean,
): string {
  const quote = (cell: string) =>
    /[;,\t"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll('\n', newline)}"` : cell;
  const lines = rows.map((row) => row.map(quote).join(delimiter));
  return lines.join(newline) + (close ? newline : '');
}

/** The bytes in pieces of the sizes given, over and over. */
function cutSource(bytes: Uint8Array, sizes: readonly number[]): ByteSource {
  return {
    name: 'cut.csv',
    async *bytes() {
      for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
        const end = at + sizes[piece % sizes.length]!;
        yield bytes.subarray(at, end);
        at = end;
      }
    },
  };
}

async function cellsOf(source: ByteSource): Promise<unknown> {
  try {
    const reader = await openCases(source, OPTIONS);
    const cells: (readonly string[])[] = [];
    for await (const batch of reader.batches()) cells.push(...batch.cells!);
    const { input, rows, format, issues } = reader.report();
    return { cells, sha256: input.sha256, rows, format, issues: issues('en') };
  } catch (error) {
    if (error instanceof Refusal) return error.issues;
    throw error;
  }
}

describe('any file', () => {
  it('reads back what was written, in every delimiter, encoding and line ending', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowOf(plainWord), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom<Encoding>('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (rows, delimiter, encoding, newline, close) => {
          const bytes = encoded(written([HEADER, ...rows], delimiter, newline, close), encoding);
          const { table, cells, header, report } = await outcomeOf(bytes, OPTIONS);
          const asWritten = (cell: string) => cell.replaceAll('\n', newline);
          expect(header).toEqual(HEADER);
          expect(cells).toEqual(rows.map((row) => row.map(asWritten)));
          expect(report?.rows).toEqual({ read: rows.length, used: rows.length, rejected: 0 });
          expect(valuesOf(table, 'team')).toEqual(rows.map((row) => asWritten(row[1])));
          expect(valuesOf(table, 'opmérking')).toEqual(rows.map((row) => asWritten(row[3])));
          const ratings = { '9': -1, '-1': -1, '': -1, '3,0': 3 } as Record<string, number>;
          expect(valuesOf(table, 'hv01')).toEqual(rows.map((row) => ratings[row[2]] ?? Number(row[2])));
          expect(report?.format.delimiter).toBe(delimiter);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads the same however its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowOf(word), { minLength: 1, maxLength: 30 }),
        fc.constantFrom<Encoding>('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        async (rows, encoding, newline, sizes) => {
          const bytes = encoded(written([HEADER, ...rows], ';', newline, true), encoding);
          expect(await cellsOf(cutSource(bytes, sizes))).toEqual(
            await cellsOf(cutSource(bytes, [bytes.length])),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads a long file with accents on every border the same', async () => {
    const rows = Array.from({ length: 9000 }, (_, row) => [
      `P${row}`,
      'é€"漢;\n',
      String(row % 5),
      '🙂'.repeat(row % 4),
    ]);
    const bytes = encoded(written([HEADER, ...rows], ';', '\r\n', false), 'utf-8');
    const whole = await cellsOf(cutSource(bytes, [bytes.length]));
    expect(whole).toMatchObject({ rows: { read: 9000, used: 9000, rejected: 0 } });
    for (const sizes of [[7], [65_536], [65_537, 3], [262_144]]) {
      expect(await cellsOf(cutSource(bytes, sizes))).toEqual(whole);
    }
  });

  it('knows UTF-8 also where the bytes it looks at end inside a character', async () => {
    for (const before of ['', 'a', 'aa', 'aaa']) {
      const name = `${before}${'🙂'.repeat(40_000)}`;
      const { table, report } = await outcomeOf(`patient;team\nP1;é${name}\n`, { uses: ['team'] });
      expect(report?.format.encoding).toBe('utf-8');
      expect(valuesOf(table, 'team')).toEqual([`é${name}`]);
    }
  });

  it('never throws anything but a refusal, and its counts add up', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(';', ',', '\t', '"', '\n', '\r', 'a', '7', '€', ' ', '.', '-', 'hv01', '\u0000'),
          { maxLength: 80 },
        )
        .map((parts) => Buffer.from(`patient;hv01;start;cost\n${parts.join('')}`)),
    );
    const options = { uses: ['patient', 'hv01', 'start', 'cost'], extra: ['*'] };
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const { report, refusal, rejects, table } = await outcomeOf(content, options);
        if (report === undefined) expect(refusal).toBeInstanceOf(Refusal);
        else {
          expect(report.rows.read).toBe(report.rows.used + report.rows.rejected);
          expect(new Set(rejects.map((row) => row.row)).size).toBe(report.rows.rejected);
          if (refusal === undefined) expect(table?.n).toBe(report.rows.used);
        }
      }),
      { numRuns: 600 },
    );
  });
});
