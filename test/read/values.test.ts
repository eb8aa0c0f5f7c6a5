/** Single cells: ratings, numbers, dates, and what a column says of its own notation. */

import { describe, expect, it } from 'vitest';
import { type DecimalSign, decideDecimal, isoFromDay, parseNumber } from '../../src/index.ts';
import { type DateOrder, NOT_A_DAY, OrderVotes, OTHER_ORDER, parseDay } from '../../src/read/parse-day.ts';
import { parseRating } from '../../src/read/parse-rating.ts';
import { outcomeOf, valuesOf } from './support.ts';

describe('parseRating', () => {
  it.each([
    ['0', 0],
    ['4', 4],
    [' 3 ', 3],
    ['3,0', 3],
    ['3.00', 3],
    ['', -1],
    ['  ', -1],
    ['9', -1],
    ['9,0', -1],
    ['-1', -1],
    ['5', -2],
    ['7', -2],
    ['2,5', -2],
    ['-2', -2],
    ['256', -2],
    ['03', -2],
    ['3,0,0', -2],
    ['x', -2],
  ])('%j -> %i', (cell, rating) => expect(parseRating(cell)).toBe(rating));
});

describe('parseNumber', () => {
  it.each<[string, DecimalSign, number | undefined]>([
    ['12', ',', 12],
    ['-12,5', ',', -12.5],
    ['12.5', '.', 12.5],
    ['1.234', ',', 1234],
    ['1,234', '.', 1234],
    ['1.234.567,89', ',', 1234567.89],
    ['€ 1.234,50', ',', 1234.5],
    ['-€1.234,50', ',', -1234.5],
    ['€ -5', ',', -5],
    ['1 234,50 EUR', ',', 1234.5],
    ['1\u00a0234', ',', 1234],
    ["1'234.5", '.', 1234.5],
    ['12,-', ',', 12],
    ['\u22125', ',', -5],
    ['1e+05', ',', 100000],
    ['.5', '.', 0.5],
    ['0.1', '.', 0.1],
    ['2,5', '.', undefined],
    ['2.5', ',', undefined],
    ['1.23.456', ',', undefined],
    ['1 2', ',', undefined],
    ['0x10', '.', undefined],
    ['Infinity', '.', undefined],
    ['12abc', '.', undefined],
    ['-', '.', undefined],
    ['', '.', undefined],
    ['1e999', '.', undefined],
  ])('%j under %j -> %d', (cell, sign, value) => expect(parseNumber(cell, sign)).toBe(value));
});

describe('decideDecimal', () => {
  it.each<[string, string[], DecimalSign | undefined]>([
    ['whole numbers read the same under both', ['1', '20'], '.'],
    ['both signs in one value: the last is decimal', ['1.234,5', '1.234'], ','],
    ['English the same way', ['1,234.5', '1,234'], '.'],
    ['a sign twice separates thousands', ['1.234.567'], ','],
    ['a group cannot start with 0', ['0.123'], '.'],
    ['nor have more than three digits before it', ['1234.567'], '.'],
    ['one value settles the groups', ['1.234', '0,5'], ','],
    ['only groups: nothing settles it', ['1.234', '€ 12.345'], undefined],
    ['groups of both kinds: nothing settles it', ['1.234', '1,234'], undefined],
    ['the majority decides', ['1.5', '2.5', '3,5'], '.'],
    ['as many for one as for the other', ['1.5', '3,5'], undefined],
    ['text has no say', ['n.v.t.', '1,5'], ','],
  ])('%s', (_, cells, sign) => expect(decideDecimal(cells)).toBe(sign));
});

describe('parseDay', () => {
  it.each<[string, DateOrder, string]>([
    ['2024-02-29', 'dmy', '2024-02-29'],
    ['2024-02-29T23:59:00Z', 'dmy', '2024-02-29'],
    ['2024/2/9', 'mdy', '2024-02-09'],
    ['20240229', 'dmy', '2024-02-29'],
    ['29-02-2024', 'dmy', '2024-02-29'],
    ['02/29/2024', 'mdy', '2024-02-29'],
    ['1.2.2024', 'dmy', '2024-02-01'],
    ['1-2-2024 10:30', 'mdy', '2024-01-02'],
    ['45351', 'dmy', '2024-02-29'],
    ['45351,75', 'dmy', '2024-02-29'],
  ])('%j in order %s -> %s', (cell, order, iso) => expect(isoFromDay(parseDay(cell, order))).toBe(iso));

  it.each<[string, DateOrder, number]>([
    ['2023-02-29', 'dmy', NOT_A_DAY],
    ['31-06-2024', 'dmy', NOT_A_DAY],
    ['2024-13-01', 'dmy', NOT_A_DAY],
    ['02-29-2024', 'dmy', OTHER_ORDER],
    ['29/02/2024', 'mdy', OTHER_ORDER],
    ['1-2-24', 'dmy', NOT_A_DAY],
    ['1-2/2024', 'dmy', NOT_A_DAY],
    ['2024', 'dmy', NOT_A_DAY],
    ['2a-02-2024', 'dmy', NOT_A_DAY],
    ['gisteren', 'dmy', NOT_A_DAY],
  ])('%j in order %s is refused', (cell, order, verdict) => expect(parseDay(cell, order)).toBe(verdict));

  it.each<[string, string[], DateOrder | undefined]>([
    ['a day above 12 first', ['03-04-2024', '13-04-2024'], 'dmy'],
    ['a day above 12 second', ['03/04/2024', '04/13/2024'], 'mdy'],
    ['equal parts say nothing and need nothing', ['05-05-2024', '2024-01-02', ''], 'dmy'],
    ['nothing settles it', ['03-04-2024', '05-05-2024'], undefined],
  ])('order of a column: %s', (_, cells, order) => {
    const votes = new OrderVotes();
    for (const cell of cells) votes.add(cell);
    expect(votes.decide()).toBe(order);
  });
});

describe('a file', () => {
  it('takes each column as its own rows say, from the first to the last', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `P${row};1.234;03-04-2024;1.234`);
    const file = `patient;cost;start;minutes\n${rows.join('\n')}\nP;1,5;31-12-2024;0.25\n`;
    const { table, report } = await outcomeOf(file, { uses: ['cost', 'start', 'minutes'] });
    expect(report?.format).toMatchObject({ decimals: { cost: ',', minutes: '.' }, dates: { start: 'dmy' } });
    expect(valuesOf(table, 'cost')[0]).toBe(1234);
    expect(valuesOf(table, 'minutes')[0]).toBe(1.234);
    expect(isoFromDay(Number(valuesOf(table, 'start')[0]))).toBe('2024-04-03');
    expect(report?.lastDate).toBe('2024-12-31');
  });

  it.each<[string, string, string | undefined]>([
    ['open, and the other shows it', 'P1;03-04-2024;31-12-2024', 'dmy'],
    ['open, and the other shows the American order', 'P1;03-04-2024;12-31-2024', 'mdy'],
    ['open, and the other too', 'P1;03-04-2024;05-06-2024', undefined],
    ['open, and the other says nothing', 'P1;03-04-2024;2024-12-31', undefined],
    ['as many one way as the other', 'P1;13-04-2024;31-12-2024\nP2;04-13-2024;31-12-2024', undefined],
  ])('the order of a date column that is %s', async (_, rows, order) => {
    const { report, refusal } = await outcomeOf(`patient;start;end\n${rows}`, { uses: ['start', 'end'] });
    if (order === undefined)
      expect(refusal?.issues[0]).toMatchObject({ code: 'dates-undecided', column: 'start' });
    else expect(report?.format.dates).toEqual({ start: order, end: order });
  });

  it.each<[string, string, { decimal?: DecimalSign; dates?: DateOrder }, string[]]>([
    ['leaves both open', 'P1;1.234;03-04-2024', {}, ['dates-undecided date', 'decimal-undecided cost']],
    ['is settled by its own cells', 'P1;1.234;03-04-2024\nP2;0,5;31-12-2024', {}, []],
    ['is settled by what was given', 'P1;1.234;03-04-2024', { decimal: ',', dates: 'dmy' }, []],
    ['is settled for the dates', 'P1;1.234;03-04-2024', { dates: 'mdy' }, ['decimal-undecided cost']],
  ])('warns of a column that is not in use and that %s', async (_, rows, given, expected) => {
    const { report, refusal } = await outcomeOf(`patient;cost;date\n${rows}\n`, {
      uses: ['patient'],
      ...given,
    });
    expect(refusal).toBeUndefined();
    const issues = report!.issues('en');
    expect(issues.map(({ code, examples }) => `${code} ${examples[0]?.column}`).sort()).toEqual(expected);
    expect(issues.every(({ severity, count }) => severity === 'warning' && count === 1)).toBe(true);
  });

  it('lets the dates in use settle the order of one that is not', async () => {
    const file = 'patient;start;date\nP1;31-12-2024;03-04-2024\n';
    const { report } = await outcomeOf(file, { uses: ['start'] });
    expect(report!.issues('nl')).toEqual([]);
  });

  it('is refused for a column that must be settled, in use or not', async () => {
    const file = 'patient;cost;date\nP1;1.234;03-04-2024\n';
    const { refusal } = await outcomeOf(file, { uses: ['patient'], settles: ['date'] });
    expect(refusal?.issues).toMatchObject([{ code: 'dates-undecided', column: 'date', severity: 'error' }]);
  });

  it('fills a supercluster that is blank or absent when told to', async () => {
    const options = { uses: ['supercluster'], supercluster: 'Y' };
    expect(
      valuesOf((await outcomeOf('patient;hoofdgroep\nA;X\nB;\n', options)).table, 'supercluster'),
    ).toEqual(['X', 'Y']);
    expect(valuesOf((await outcomeOf('patient;hv01\nA;1\nB;2\n', options)).table, 'supercluster')).toEqual([
      'Y',
      'Y',
    ]);
  });

  it('gives unknown columns as text, under their header, when they are asked for', async () => {
    const file = 'patient;Leeftijd;Kleur;Afdeling\nA;41;rood;T1\nB;;blauw;\n';
    const some = await outcomeOf(file, { uses: [], extra: ['leeftijd', 'afdeling'] });
    expect([...some.table!.columns.keys()].sort()).toEqual(['Leeftijd', 'team']);
    const all = await outcomeOf(file, { uses: ['patient'], extra: ['*'] });
    expect([...all.table!.columns.keys()].sort()).toEqual(['Kleur', 'Leeftijd', 'patient']);
    expect(valuesOf(all.table, 'Leeftijd')).toEqual(['41', '']);
  });
});
