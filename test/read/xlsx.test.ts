/** Workbooks: which sheet, what a cell is, how much, and what is no workbook at all. */

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/index.ts';
import { excelDate, isDateFormat } from '../../src/read/xlsx/date-format.ts';
import { workbookOf } from '../support/workbook.ts';
import { outcomeOf, valuesOf } from './support.ts';

const HEADER = ['patient', 'start', 'cost', 'hv01', 'team'];
const OPTIONS = { uses: ['patient', 'start', 'cost', 'hv01', 'team'], keepCells: true } as const;
/** 1 January 2024. */
const NEW_YEAR = 45_292;

function oneSheet(...rows: Parameters<typeof workbookOf>[0][number]['rows'][number][]): Buffer {
  return workbookOf([{ name: 'Blad1', rows: [HEADER, ...rows] }]);
}

describe('a workbook', () => {
  it('gives dates, numbers and texts as they are', async () => {
    const file = oneSheet(
      ['P1', { date: NEW_YEAR }, 1234.5, 3, 'A & B'],
      [10_000_002, { date: NEW_YEAR + 0.5 }, 0.1, '3,0', ''],
      ['P3', '2024-01-01', '', '', 'x'],
    );
    const { cells, table, report } = await outcomeOf(file, OPTIONS);
    expect(cells).toEqual([
      ['P1', '2024-01-01', '1234.5', '3', 'A & B'],
      ['10000002', '2024-01-01T12:00:00', '0.1', '3,0', ''],
      ['P3', '2024-01-01', '', '', 'x'],
    ]);
    expect(valuesOf(table, 'start')).toEqual([19_723, 19_723, 19_723]);
    expect(valuesOf(table, 'hv01')).toEqual([3, 3, -1]);
    expect(report?.format).toMatchObject({ kind: 'xlsx', sheet: 'Blad1' });
  });

  it('never reads a number as another because of the texts beside it', async () => {
    // The texts use a comma; 1.234 is a number and not 1234.
    const { table, rejects } = await outcomeOf(
      oneSheet(['P1', '', 1.234, '', ''], ['P2', '', '1.234,50', '', ''], ['P3', '', '1.234', '', '']),
      OPTIONS,
    );
    expect(rejects).toEqual([]);
    expect(valuesOf(table, 'cost')).toEqual([1.234, 1234.5, 1234]);
    const told = await outcomeOf(oneSheet(['P1', '', 1.234, '', '']), { ...OPTIONS, decimal: ',' });
    expect(valuesOf(told.table, 'cost')).toEqual([1.234]);
  });

  it('refuses numbers stored as text that could be two things', async () => {
    const { refusal } = await outcomeOf(oneSheet(['P1', '', '1.234', '', '']), OPTIONS);
    expect(refusal?.issues[0]).toMatchObject({ code: 'decimal-undecided', column: 'cost' });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const file = workbookOf([{ name: 'a', rows: [HEADER, ['P1', { date: NEW_YEAR - 1462 }, '', '', '']] }], {
      from1904: true,
    });
    expect(valuesOf((await outcomeOf(file, OPTIONS)).table, 'start')).toEqual([19_723]);
  });

  it('reads texts in a cell, formulas, booleans, errors, gaps and rows without places', async () => {
    const file = oneSheet(
      [
        { xml: '<c t="inlineStr"><is><r><t>P</t></r><r><t>1</t></r><rPh><t>no</t></rPh></is></c>' },
        { xml: '<c r="C2"><f>1+1</f><v>2</v></c>' },
        { xml: '<c r="E2" t="b"><v>1</v></c>' },
      ],
      ['', '', '', '', ''],
      [{ xml: '<c r="A4" t="str"><v>a_x000D_b</v></c><c r="D4" t="e"><v>#N/A</v></c>' }],
      [{ xml: '<c t="str"><v>P5</v></c><c t="d"><v>2024-02-29T00:00:00</v></c>' }],
    );
    const { cells, rejects, report } = await outcomeOf(file, OPTIONS);
    expect(cells).toEqual([
      ['P1', '', '2', '', 'true'],
      ['P5', '2024-02-29', '', '', ''],
    ]);
    // A row number counts filled rows, as in CSV.
    expect(rejects.map(({ row, code, value }) => [row, code, value])).toEqual([
      [2, 'rating-not-allowed', '#N/A'],
    ]);
    expect(report?.rows).toEqual({ read: 3, used: 2, rejected: 1 });
  });

  it('takes the only sheet with data, or the one asked for', async () => {
    const sheet = (name: string, patient: string) => ({ name, rows: [HEADER, [patient, '', '', 1, '']] });
    const empty = { name: 'Leeg', rows: [] };
    const hidden = { ...sheet('Lijsten', 'P9'), hidden: true } as const;
    const first = await outcomeOf(workbookOf([empty, hidden, sheet('Cases', 'P1')]), OPTIONS);
    expect(valuesOf(first.table, 'patient')).toEqual(['P1']);
    const two = workbookOf([sheet('2023', 'P1'), sheet('2024', 'P2'), hidden]);
    const { refusal } = await outcomeOf(two, OPTIONS);
    expect(sentence(refusal!.issues[0]!, 'en')).toContain('2023, 2024.');
    for (const [name, patient] of [
      ['2024', 'P2'],
      [' 2023', 'P1'],
      ['LIJSTEN', 'P9'],
    ]) {
      const { table } = await outcomeOf(two, { ...OPTIONS, sheet: name! });
      expect(valuesOf(table, 'patient')).toEqual([patient]);
    }
  });

  it('may hold 100,000 rows and no row more', async () => {
    const rows = (n: number) => Array.from({ length: n }, (_, at) => [{ xml: `<c><v>${at % 5}</v></c>` }]);
    const file = (n: number) => workbookOf([{ name: 'a', rows: [['hv01'], ...rows(n)] }]);
    expect((await outcomeOf(file(100_000), { uses: ['hv01'] })).table?.n).toBe(100_000);
    const { refusal } = await outcomeOf(file(100_001), { uses: ['hv01'] });
    expect(refusal?.issues[0]).toMatchObject({ code: 'xlsx-too-many-rows', params: { limit: 100_000 } });
  });

  it('cannot fill the memory with what little bytes unpack to', async () => {
    const long = 'x'.repeat(2 ** 21);
    const cell = await outcomeOf(oneSheet([{ xml: `<c t="str"><v>${long}</v></c>` }]), OPTIONS);
    expect(cell.refusal?.issues[0]?.code).toBe('xlsx-too-large');
    const shared = await outcomeOf(oneSheet(Array.from({ length: 65 }, () => long)), OPTIONS);
    expect(shared.refusal?.issues[0]?.code).toBe('xlsx-too-large');
  });

  it('is refused where a digit changed on the way', async () => {
    const rows = [HEADER, ['P1', '', '', 3, '']];
    const file = workbookOf([{ name: 'a', rows }], { stored: true });
    expect(valuesOf((await outcomeOf(file, OPTIONS)).table, 'hv01')).toEqual([3]);
    file[file.indexOf('<v>3</v>') + 3] = '2'.charCodeAt(0);
    expect((await outcomeOf(file, OPTIONS)).refusal?.issues[0]?.code).toBe('file-damaged');
  });

  it('must be a workbook, and a whole one', async () => {
    const other = zipSync({ 'content.xml': strToU8('<office/>') });
    const kindOf = async (bytes: Uint8Array) => (await outcomeOf(bytes)).refusal?.issues[0]?.params?.kind;
    expect(await kindOf(other)).toBe('ZIP');
    const openDocument = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') });
    expect(await kindOf(openDocument)).toBe('OpenDocument (.ods)');
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    expect(await kindOf(old)).toBe('Excel 97-2003 (.xls)');
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await kindOf(locked)).toBe('Excel (password)');
    const file = oneSheet(['P1', '', '', 1, '']);
    for (let cut = 10; cut < file.length; cut += 97) {
      const { refusal } = await outcomeOf(file.subarray(0, cut));
      expect(refusal?.issues[0]?.code).toBe('file-damaged');
    }
  });
});

describe('number formats', () => {
  it.each<[string | undefined, number, boolean]>([
    [undefined, 14, true],
    [undefined, 20, false],
    ['d mmmm yyyy', 164, true],
    ['[$-413]d/mm/yy;@', 164, true],
    ['[Red]0.00', 164, false],
    ['0 "dagen"', 164, false],
    ['hh:mm', 164, false],
    ['General', 0, false],
    ['# ##0,00\\ €', 164, false],
  ])('%s (%i) shows a date: %s', (code, id, expected) => expect(isDateFormat(id, code)).toBe(expected));

  it('knows the day that never was', () => {
    expect([1, 59, 61].map((serial) => excelDate(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
  });
});
