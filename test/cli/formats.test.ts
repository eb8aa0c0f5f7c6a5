/** Every kind of file on the command line: the same advice, and no patient's value where none belongs. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreResult } from '../../src/index.ts';
import { asBytes, collectionBundle } from '../support/fhir.ts';
import { parquetOf } from '../support/parquet.ts';
import { type CommandsHere, commandsHere } from '../support/run-here.ts';
import { workbookOf } from '../support/workbook.ts';

let cli: CommandsHere;
beforeAll(() => {
  cli = commandsHere();
});
afterAll(() => cli.dispose());

const ITEMS = Array.from({ length: 19 }, (_, at) => `hv${String(at + 1).padStart(2, '0')}`);
const RATINGS = [0, 0, 0, 0, 1, 0, 2, 3, 2, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0];
const HEADER = ['patient', 'date', ...ITEMS];
const DAYS = ['2024-01-15', '2024-12-20'];
/** 15 January 2024 as Excel counts it. */
const FIRST_DAY = 45_306;

async function filesOf(): Promise<Record<string, Buffer>> {
  const csv = [HEADER, ...DAYS.map((day) => ['P1', day, ...RATINGS])]
    .map((row) => row.join(';'))
    .join('\r\n');
  const rows = [FIRST_DAY, FIRST_DAY + 340].map((date) => ['P1', { date }, ...RATINGS]);
  const values = DAYS.map((day) => `('P1', date '${day}', ${RATINGS.join(', ')})`);
  const names = HEADER.map((name) => `"${name}"`).join(', ');
  const ratings = Object.fromEntries(RATINGS.map((severity, at) => [at + 1, severity]));
  return {
    csv: Buffer.from(csv),
    gzip: gzipSync(csv),
    xlsx: workbookOf([
      { name: 'Afnames', rows: [HEADER, ...rows] },
      { name: 'Uitleg', rows: [['tekst']] },
    ]),
    parquet: await parquetOf(`select * from (values ${values.join(', ')}) t(${names})`),
    fhir: asBytes(collectionBundle(DAYS.map((date) => ({ subject: 'P1', date, ratings })))),
  };
}

describe('score', () => {
  it('gives the same advice from every kind of file, whatever it is called', async () => {
    const results: ScoreResult[] = [];
    for (const [kind, bytes] of Object.entries(await filesOf())) {
      writeFileSync(join(cli.folder, `${kind}.dat`), bytes);
      const sheet = kind === 'xlsx' ? ['--sheet', 'afnames'] : [];
      results.push(await cli.json('score', `${kind}.dat`, '--supercluster', 'X', '--assessments', ...sheet));
    }
    const [first] = results;
    expect(first!.rows).toEqual({ read: 2, used: 2, rejected: 0 });
    // Eleven months, and no cluster of this kind may wait that long; the second rating still holds.
    expect(first!.assessments).toMatchObject({ n: 2, courses: 1, open: 1, judged: 2, overdue: 1 });
    expect(first!.issues).toMatchObject([{ code: 'review-overdue', count: 1, examples: [{ row: 1 }] }]);
    for (const { clusters, certainty, assessments, issues } of results) {
      expect({ clusters, certainty, assessments, issues }).toEqual({
        clusters: first!.clusters,
        certainty: first!.certainty,
        assessments: first!.assessments,
        issues: first!.issues,
      });
    }
  });

  it('adds the period to each row, between the input and the advice', async () => {
    writeFileSync(join(cli.folder, 'two.csv'), (await filesOf()).csv!);
    const { status } = await cli.run(
      'score',
      'two.csv',
      '--supercluster',
      'X',
      '--assessments',
      '-o',
      'rows.csv',
    );
    expect(status).toBe(0);
    const [header, ...rows] = readFileSync(join(cli.folder, 'rows.csv'), 'utf8').trim().split('\n');
    expect(header).toContain('hv19,period_start,period_end,advised_cluster');
    expect(rows.map((row) => row.split(',').slice(21, 23))).toEqual([
      ['2024-01-15', '2024-12-20'],
      ['2024-12-20', ''],
    ]);
  });

  it('names the sheets where it must be told which', async () => {
    writeFileSync(join(cli.folder, 'sheets.xlsx'), (await filesOf()).xlsx!);
    const { status, stderr } = await cli.run('score', 'sheets.xlsx', '--lang', 'en');
    expect([status, stderr]).toEqual([1, expect.stringContaining('Afnames, Uitleg')]);
  });
});

describe("a patient's value", () => {
  const NAME = 'Zwaluwenberg';
  const NUMBER = '111222333';
  const PSEUDONYM = 'QX93-geheim';
  const planted = [NAME, NUMBER, '123456782', PSEUDONYM, '1984', 'zwaluw@example.org'];

  /** What each kind of file may hold and should not, beside a rating that is no rating. */
  async function plantedFiles(): Promise<Record<string, Buffer>> {
    const table = (header: readonly string[], ...rows: readonly (readonly (string | number)[])[]) => [
      header,
      ...rows,
    ];
    const named = table(['patient', 'achternaam', 'hv01'], [PSEUDONYM, NAME, 2]);
    const numbered = table(['patient', 'hv01'], [Number(NUMBER), 2], [123456782, 3]);
    const born = table(['patient', 'geboortedatum', 'hv01'], [PSEUDONYM, '1984-05-02', 2]);
    const wrong = table(['patient', 'hv01'], [PSEUDONYM, 'zwaluw 1984'], [PSEUDONYM, 2]);
    const csv = (rows: typeof named) => Buffer.from(rows.map((row) => row.join(';')).join('\n'));
    const xlsx = (rows: typeof named) => workbookOf([{ name: 'a', rows }]);
    const damaged = csv(named).subarray(0, 3);
    const rated = { subject: PSEUDONYM, date: '2024-01-15', ratings: { 1: 2 } };
    const bundle = collectionBundle([{ ...rated, subject: `Patient/${NUMBER}` }]);
    return {
      ...Object.fromEntries(
        Object.entries({ named, numbered, born, wrong }).flatMap(([kind, rows]) => [
          [`${kind}-csv`, csv(rows)],
          [`${kind}-xlsx`, xlsx(rows)],
        ]),
      ),
      'email-parquet': await parquetOf(
        `select '${PSEUDONYM}' as patient, 'zwaluw@example.org' as note, 2 as hv01`,
      ),
      'wrong-parquet': await parquetOf(`select '${PSEUDONYM}' as patient, '${NAME}' as hv01`),
      'number-fhir': asBytes(bundle),
      'cut-fhir': Buffer.from(`{"resourceType": "Bundle", "x": "${NAME} ${NUMBER}`),
      'cut-gzip': gzipSync(csv(named)).subarray(0, 30),
      'cut-text': Buffer.concat([damaged, Buffer.from(`\0${NAME}`)]),
    };
  }

  it('stands in no message, no result and no file name, whatever is wrong with the file', async () => {
    const files = await plantedFiles();
    for (const [kind, bytes] of Object.entries(files)) {
      writeFileSync(join(cli.folder, `${kind}.dat`), bytes);
      for (const more of [
        [],
        ['--json'],
        ['--strict', '-o', join(cli.folder, `${kind}.json`)],
        ['--assessments'],
      ]) {
        const file = join(cli.folder, `${kind}.dat`);
        const { status, stdout, stderr } = await cli.run('score', file, '--supercluster', 'X', ...more);
        const told = stdout + stderr;
        expect([kind, status]).not.toEqual([kind, 3]);
        for (const value of planted) {
          expect([kind, more, told]).not.toEqual([kind, more, expect.stringContaining(value)]);
        }
      }
    }
    const names = readdirSync(cli.folder, { recursive: true }).join('\n');
    for (const value of planted) expect(names).not.toContain(value);
  });

  it('is replaced where a key is given, in every kind of file', async () => {
    writeFileSync(join(cli.folder, 'key.txt'), 'a key of thirty-two characters or so');
    const files = await plantedFiles();
    const key = join(cli.folder, 'key.txt');
    for (const kind of ['named-xlsx', 'numbered-xlsx', 'born-xlsx', 'email-parquet', 'number-fhir']) {
      writeFileSync(join(cli.folder, `${kind}.dat`), files[kind]!);
      const output = join(cli.folder, `${kind}.csv`);
      const options = ['--supercluster', 'X', '--pseudonymise-with', key, '-o', output];
      const { status } = await cli.run('score', join(cli.folder, `${kind}.dat`), ...options);
      expect([kind, status]).toEqual([kind, 0]);
      const rows = readFileSync(output, 'utf8');
      for (const value of planted) expect(rows).not.toContain(value);
    }
  });
});
