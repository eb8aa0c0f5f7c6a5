/** `-o X.xlsx` read back by another library: a sheet a table, typed cells, a method sheet; and `--excel`. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook, { type Sheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesSource, type CaseBatch, type Meta, openCases, type RowCounts } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runHere(join(folder, 'home'), args);
const cases = join(folder, 'cases.csv');
const units = join(folder, 'units.csv');

beforeAll(async () => {
  await run('generate', '--members', '4', '--episodes', '600', '-o', cases);
  const [header, first, ...rest] = readFileSync(cases, 'utf8').trim().split('\n');
  // A rating that is none, in a row of its own.
  const at = header!.split(',').indexOf('hv01');
  const broken = first!.split(',').with(at, '7').with(0, 'P-broken').join(',');
  writeFileSync(cases, `${[header, first, broken, ...rest].join('\n')}\n`);
  writeFileSync(units, 'unit;o;e\nA;10;11\nB;30;22\nC;8;9\nD;14;16\n');
});

/** Sheet name -> rows of cells. */
async function workbook(...args: string[]) {
  const path = join(folder, 'out.xlsx');
  const { status, stdout, stderr } = await run(...args, '--json', '-o', path);
  expect([status, stderr]).toEqual([0, '']);
  const sheets = new Map<string, Sheet['data']>();
  for (const { sheet, data } of await readWorkbook(path)) sheets.set(sheet, data);
  const document = JSON.parse(stdout) as { meta: Meta; rows?: RowCounts };
  return { sheets, document };
}

/** The method sheet as `part / what` -> value; a blank part is the one above. */
function methodOf(rows: Sheet['data'] | undefined): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  let part = '';
  for (const [name, what, value] of rows?.slice(1) ?? []) {
    part = name === null ? part : String(name);
    facts.set([part, what].filter(Boolean).join(' / '), value);
  }
  return facts;
}

describe('the method sheet', () => {
  it.each<[string, readonly string[], string]>([
    ['score', ['--low-certainty', '0.4'], '--low-certainty'],
    ['outcomes', ['--reliability', '0.9'], '--reliability'],
    ['simulate', ['--scenario', 'demo-day-prices', '--draws', '200'], '--draws'],
    ['benchmark run', ['--adjust', 'age', '--seed', '5'], '--adjust'],
  ])('of %s tells by what, from what and how', async (command, args, option) => {
    const { sheets, document } = await workbook(...command.split(' '), cases, ...args);
    const facts = methodOf(sheets.get('Verantwoording'));
    const { meta, rows } = document;
    expect(facts.get('Programma / Versie')).toBe(meta.version);
    expect(facts.get('Programma / Opdracht')).toBe(command);
    expect(facts.get(`Opties / ${option}`)).not.toBeUndefined();
    expect(facts.get('Rijen / gelezen')).toBe(601);
    expect(facts.get('Rijen / gelezen')).toBe(rows?.read);
    expect(facts.get('Rijen / gebruikt')).toBe(rows?.used);
    expect(facts.get('Rijen / afgekeurd')).toBe(rows?.rejected);
    expect(typeof facts.get('Bevindingen / fouten')).toBe('number');
    for (const { name, sha256 } of meta.inputs) {
      const text = JSON.stringify(sheets.get('Verantwoording'));
      expect(text).toContain(JSON.stringify(name));
      expect(text).toContain(sha256);
    }
    if (meta.rules) expect(facts.get('Regelset / SHA-256')).toBe(meta.rules.sha256);
    if (meta.seed !== undefined) expect(facts.get('Startwaarde van het toeval')).toBe(meta.seed);
    expect(facts.get('Let op')).toMatch(/^[A-Z]{4,}:/);
  });

  it('is in the language asked for, also of a funnel and a generated file', async () => {
    const funnel = ['--kind', 'ratio', '--numerator', 'o', '--denominator', 'e', '--unit', 'unit'];
    const { sheets } = await workbook('benchmark', 'funnel', units, ...funnel, '--lang', 'en');
    const facts = methodOf(sheets.get('Method'));
    expect(facts.get('Program / Command')).toBe('benchmark funnel');
    expect(facts.get('Options / --levels')).toBe('[0.95,0.998]');
    const made = await workbook('generate', '--episodes', '40', '--members', '2');
    expect(methodOf(made.sheets.get('Verantwoording')).get('Opties / --episodes')).toBe(40);
  });
});

describe('a workbook', () => {
  it('has a sheet a table, with numbers and days that are ones', async () => {
    const { sheets, document } = await workbook('score', cases, '--probabilities');
    expect([...sheets.keys()]).toEqual(expect.arrayContaining(['Advies per cluster', 'Rijen', 'Trajecten']));
    const rows = sheets.get('Trajecten')!;
    expect(rows).toHaveLength(1 + document.rows!.used);
    const at = (title: string) => rows[0]!.indexOf(title);
    const first = rows[1]!;
    expect(typeof first[at('hv01')]).toBe('number');
    expect(first[at('date')]).toBeInstanceOf(Date);
    expect(typeof first[at('patient')]).toBe('string');
    for (const row of rows.slice(1)) {
      const p = row[at('advised_probability')];
      if (p !== null) expect(p).toBeGreaterThan(0);
    }
  });

  it('is read back by this program to the same days', async () => {
    const path = join(folder, 'scored.xlsx');
    await run('score', cases, '-o', path);
    const read = async (file: string, sheet?: string) => {
      const reader = await openCases(bytesSource('x', readFileSync(file)), {
        uses: ['start', 'end', 'date', 'pre'],
        ...(sheet && { sheet }),
      });
      const batches: CaseBatch[] = [];
      for await (const batch of reader.batches()) batches.push(batch);
      return batches.map(({ columns }) => [...columns].map(([name, column]) => [name, column]));
    };
    writeFileSync(cases, readFileSync(cases, 'utf8').replace(/^P-broken.*\n/m, ''));
    expect(await read(path, 'Trajecten')).toEqual(await read(cases));
  });
});

describe('--excel', () => {
  it('writes semicolon, decimal comma and byte order mark, and reads back to the same numbers', async () => {
    const plain = join(folder, 'plain.csv');
    const excel = join(folder, 'excel.csv');
    await run('outcomes', cases, '--reliability', '0.9', '-o', plain);
    await run('outcomes', cases, '--reliability', '0.9', '--excel', '-o', excel);
    const text = readFileSync(excel, 'utf8');
    expect(text.startsWith('\uFEFFpatient;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(readFileSync(plain, 'utf8').split('\n').length);
    const numbers = (file: string, separator: string, newline: string) =>
      readFileSync(file, 'utf8')
        .split(newline)
        .slice(1)
        .map((line) => line.split(separator).slice(-3, -1).join(' ').replaceAll(',', '.'));
    expect(numbers(excel, ';', '\r\n')).toEqual(numbers(plain, ',', '\n'));
    expect(text).toMatch(/;-?\d+,\d+;/);
  });

  it('turns the point of a number column of the input into a comma, and leaves codes and texts alone', async () => {
    const points = join(folder, 'points.csv');
    const output = join(folder, 'points-excel.csv');
    writeFileSync(
      points,
      'patient,supercluster,hv01,diagnosis,cost,current_revenue,pre,post,eigen\n' +
        'P1.5,X,2,296.30,12.5,1.234,60.1,1.234,7.25\nP2.5,X,3,296.30,1234.567,0.5,-3.25,0.5,x\n',
    );
    await run('score', points, '--excel', '-o', output);
    const lines = () =>
      readFileSync(output, 'utf8')
        .slice(1)
        .split('\r\n')
        .map((line) => line.split(';'));
    // `score` uses no number: of 1.234 nobody knows what it is, the others can be nothing else.
    expect(
      lines()
        .map((cells) => cells.slice(0, 9))
        .slice(1, 3),
    ).toEqual([
      ['P1.5', 'X', '2', '296.30', '12,5', '1.234', '60,1', '1.234', '7.25'],
      ['P2.5', 'X', '3', '296.30', '1234,567', '0,5', '-3,25', '0,5', 'x'],
    ]);
    await run('outcomes', points, '--excel', '-o', output);
    expect(lines()[1]!.slice(4, 9)).toEqual(['12,5', '1.234', '60,1', '1,234', '7.25']);
  });
});
