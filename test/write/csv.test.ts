import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvHeader, csvOf, csvRows } from '../../src/write/csv.ts';
import { ODD_TABLE } from '../support/tables.ts';

describe('csvOf', () => {
  it('writes comma, point, keys as headers and exact numbers', () => {
    expect(csvOf(ODD_TABLE)).toBe(
      [
        'team,n,differenceCents,share,tau2',
        'psychosomatiek,12345,-123456789,0.1234,0.25',
        '=1+1,3,6550,1,10',
        '"a;b,""c""\nd",0,0,0,',
        'te klein,9,te weinig patiënten,,-1.5',
        '',
      ].join('\n'),
    );
  });

  it('writes for Excel: mark, semicolon, decimal comma, no cell that runs', () => {
    const lines = csvOf(ODD_TABLE, { excel: true }).split('\r\n');
    expect(lines[0]).toBe('\uFEFFteam;n;differenceCents;share;tau2');
    expect(lines[1]).toBe('psychosomatiek;12345;-123456789;0,1234;0,25');
    expect(lines[2]).toBe("'=1+1;3;6550;1;10");
  });

  it.each(['-1', '+31', '-1,5'])(
    'leaves the number %j as it is: -1 is a rating code, not a formula',
    (cell) => {
      const table = {
        id: 't',
        title: 't',
        columns: [{ key: 'a', label: 'a', kind: 'text' as const }],
        rows: [[cell]],
      };
      expect(csvOf(table, { excel: true }).split('\r\n')[1]).toBe(cell);
    },
  );

  it.each(['=x', '+x', '-x', '@x', '\tx', '\rx', '\nx', '＝x', '＋x', '－x', '＠x'])(
    'guards %j in files for people only',
    (cell) => {
      expect(Papa.parse<string[]>(csvRows([[cell]], { excel: true }), { newline: '\r\n' }).data[0]![0]).toBe(
        `'${cell}`,
      );
      const guarded = csvRows([[cell, -1, 'y']], { guard: true });
      expect(Papa.parse<string[]>(guarded, { newline: '\n' }).data[0]).toEqual([`'${cell}`, '-1', 'y']);
      // For programs every text comes back as it was.
      expect(Papa.parse<string[]>(csvRows([[cell, 'y']]), { newline: '\n' }).data[0]![0]).toBe(cell);
    },
  );

  it('refuses a number that is none', () => {
    expect(() => csvRows([[Number.NaN]])).toThrow('NaN');
    expect(() => csvRows([[1 / 0]], { excel: true })).toThrow('Infinity');
  });
});

const cells = fc.array(
  fc.tuple(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  { minLength: 1 },
);

describe('csvRows', () => {
  it('reads back as it was, whatever the batches', () => {
    fc.assert(
      fc.property(cells, fc.nat(), (rows, cut) => {
        const at = cut % rows.length;
        const text = csvHeader(['a', 'b']) + csvRows(rows.slice(0, at)) + csvRows(rows.slice(at));
        expect(text).toBe(csvHeader(['a', 'b']) + csvRows(rows));
        const read = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data.slice(1, -1);
        expect(read.map(([name, value]) => [name, Number(value)])).toEqual(
          rows.map(([name, value]) => [name, value === 0 ? 0 : value]),
        );
      }),
    );
  });

  it.each([false, true])('quotes as the CSV library does (for Excel: %s)', (excel) => {
    const odd = fc.string({ unit: fc.constantFrom(...'a é",;\r\n\t\uFEFF\u00a00-='), maxLength: 6 });
    const [delimiter, newline] = excel ? [';', '\r\n'] : [',', '\n'];
    fc.assert(
      fc.property(fc.array(fc.array(odd, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        // Apostrophes before formulas are the subject of another test.
        const plain = rows.map((row) => row.map((cell) => (/^[=\-\t\r\n]/.test(cell) ? `.${cell}` : cell)));
        expect(csvRows(plain, { excel })).toBe(Papa.unparse(plain, { delimiter, newline }) + newline);
      }),
      { numRuns: 500 },
    );
  });
});
