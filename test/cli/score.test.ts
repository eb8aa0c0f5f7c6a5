/** score, explain and rules: rows, counts, notes, exit statuses; the process gives the same bytes. */

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExplainDocument, ScoreResult } from '../../src/index.ts';
import { casesCsv, naiveProbabilities, officialTables } from '../support/official-tables.ts';
import { runProcess } from '../support/run-command.ts';
import { type CommandsHere, commandsHere, runIn } from '../support/run-here.ts';

const tables = officialTables();
let cli: CommandsHere;

beforeAll(() => {
  cli = commandsHere();
  for (const [name, text] of [
    ['coef.csv', tables.coefficients],
    ['const.csv', tables.constants],
    ['red.csv', tables.redRules],
    ['cases.csv', casesCsv(tables.cases)],
  ] as const) {
    writeFileSync(join(cli.folder, name), text);
  }
});
afterAll(() => cli.dispose());

const IMPORT = [
  'rules',
  'import',
  '--coefficients',
  'coef.csv',
  '--constants',
  'const.csv',
  '--red-rules',
  'red.csv',
];

describe('rules import', () => {
  it('stores the official layout, and says what it assumed', async () => {
    const result = await cli.run(
      ...IMPORT,
      '--id',
      'random',
      '--source',
      'random numbers for a test',
      '--lang',
      'en',
    );
    expect(result.status).toBe(0);
    expect(result.stderr).toContain('coef.csv read as: vraag = honosvraag_code; ernst = ernst');
    expect(result.stderr).toContain('X, 10-17 to Y and 18-21 to Z');
    expect(result.stderr).toContain('Review terms and names');
    expect(result.stdout).toContain('random numbers for a test');
    expect(statSync(join(cli.folder, 'home')).mode & 0o777).toBe(0o700);
    expect((await cli.run(...IMPORT, '--id', 'random', '--source', 'random numbers for a test')).status).toBe(
      0,
    );
    expect((await cli.run(...IMPORT, '--id', 'random', '--source', 'other')).status).toBe(1);
    expect((await cli.run(...IMPORT, '--id', 'zvt-illustrative')).status).toBe(2);
    expect((await cli.run(...IMPORT, '--id', 'x', '--status', 'illustrative')).status).toBe(2);
    expect((await cli.run(...IMPORT, '--id', 'x', '--valid-from', '2024-02-30')).status).toBe(2);
  });

  it('says every fault with its rows and stores nothing', async () => {
    const broken = tables.coefficients
      .replace(/^HV01;0;.*ZT01;.*$/m, 'HV01;0;1;ZT01;x')
      .replace(/^HV02;1;/m, 'HV77;1;');
    writeFileSync(join(cli.folder, 'broken.csv'), broken);
    const args = [
      'rules',
      'import',
      '--coefficients',
      'broken.csv',
      '--constants',
      'const.csv',
      '--id',
      'bad',
    ];
    const result = await cli.run(...args, '--lang', 'en');
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('[1x: row 1]');
    expect(result.stderr).toContain('holds a code that is not in the list');
    expect(result.stderr).toContain('combination(s) of item, severity and cluster are missing: HV02/1/ZT01');
    expect(existsSync(join(cli.folder, 'home', 'rules', 'bad'))).toBe(false);
  });
});

describe('score', () => {
  it('gives every probability of 2,000 cases within 1e-9 of the formula, in rows that keep the input', async () => {
    const args = ['score', 'cases.csv', '--rules', 'random', '--probabilities', '-o', 'rows.csv'];
    const result = await cli.json<ScoreResult>(...args);
    expect(result.rows).toEqual({ read: 2000, used: 2000, rejected: 0 });
    expect(result.meta.stamps).toEqual([]);
    const [head, ...lines] = readFileSync(join(cli.folder, 'rows.csv'), 'utf8').trimEnd().split('\n');
    const columns = head!.split(',');
    expect(columns.slice(0, 3)).toEqual(['patientnummer', 'hoofdgroep', 'honos1']);
    expect(columns.slice(21, 28)).toEqual([
      'advised_cluster',
      'advised_probability',
      'second_cluster',
      'second_probability',
      'entropy',
      'items_missing',
      'status',
    ]);
    let worst = 0;
    const expectedSum = new Map<string, number>();
    lines.forEach((line, at) => {
      const cells = line.split(',');
      const expected = naiveProbabilities(tables.parsed, tables.cases[at]!);
      columns.forEach((name, column) => {
        if (!name.startsWith('p_')) return;
        const p = expected.get(Number(name.slice(4))) ?? 0;
        worst = Math.max(worst, Math.abs(Number(cells[column]) - p));
        expectedSum.set(name, (expectedSum.get(name) ?? 0) + p);
      });
    });
    expect(lines).toHaveLength(2000);
    expect(worst).toBeLessThan(1e-9);
    for (const row of result.clusters) {
      expect(row.expected).toBeCloseTo(expectedSum.get(`p_${row.cluster}`)!, 6);
    }
    expect(Object.values(result.statuses).reduce((sum, n) => sum + n, 0)).toBe(2000);
  });

  it('chooses official sets by the date of the row, and says which were used', async () => {
    const run = (...args: string[]) => runIn(cli.folder, join(cli.folder, 'dated-home'), args);
    const official = ['--id', 'first', '--status', 'official', '--valid-from', '2024-01-01'];
    expect((await run(...IMPORT, ...official)).status).toBe(0);
    const [header, ...lines] = casesCsv(tables.cases.slice(0, 10)).trimEnd().split('\n');
    const dated = lines.map((line, at) => `${line};${at < 3 ? '31-12-2023' : '01-01-2024'}`);
    writeFileSync(join(cli.folder, 'dated.csv'), [`${header};datum`, ...dated].join('\n'));
    const result = JSON.parse((await run('score', 'dated.csv', '--json')).stdout) as ScoreResult;
    expect(result.meta.rules).toMatchObject({ id: 'first', status: 'official' });
    expect(result.meta.stamps).toEqual(['illustrative']);
    expect(result.ruleSets?.map(({ id, rows }) => [id, rows])).toEqual([
      ['first', 7],
      ['zvt-illustrative', 3],
    ]);
    expect((await run('score', 'dated.csv', '--lang', 'en')).stderr).toContain(
      'first (7), zvt-illustrative (3)',
    );
  });

  it('puts rows in a workbook, and draws and reports the summary', async () => {
    for (const name of ['rows.xlsx', 'score.svg', 'score.html', 'score.json']) {
      expect((await cli.run('score', 'cases.csv', '--rules', 'random', '-o', name)).status).toBe(0);
      expect(statSync(join(cli.folder, name)).size).toBeGreaterThan(1000);
    }
  });

  it('is stamped illustrative with the bundled rules, and gives the same bytes twice', async () => {
    const once = await cli.run('score', 'cases.csv', '--json');
    expect(once.status).toBe(0);
    expect(JSON.parse(once.stdout).meta).toMatchObject({
      rules: { id: 'zvt-illustrative', status: 'illustrative' },
      stamps: ['illustrative'],
    });
    expect(runProcess(cli.folder, 'score', 'cases.csv', '--json')).toEqual(once);
    expect((await cli.run('score', 'cases.csv', '--lang', 'en')).stdout).toContain('ILLUSTRATIVE');
  });

  it('rejects a rating of 7 and an unknown cluster, keeps a row without supercluster, and counts add up', async () => {
    const header = `patient,supercluster,chosen_cluster,${Array.from({ length: 19 }, (_, i) => `hv${String(i + 1).padStart(2, '0')}`).join(',')}`;
    const row = (group: string, cluster: string, first: string) =>
      `A,${group},${cluster},${first}${',1'.repeat(18)}`;
    const good = Array.from({ length: 4 }, () => row('X', '3', '"3,0"'));
    const text = [
      header,
      ...good,
      row('X', '', '7'),
      row('X', '99', '1'),
      row('', '', '1'),
      row('Q', '', '1'),
    ].join('\n');
    writeFileSync(join(cli.folder, 'mixed.csv'), `${text}\n`);
    const result = await cli.json<ScoreResult>(
      'score',
      'mixed.csv',
      '--rejects',
      'rejects.csv',
      '-o',
      'out.csv',
    );
    expect(result.rows).toEqual({ read: 8, used: 5, rejected: 3 });
    expect(result.statuses).toMatchObject({ advised: 4, 'no-supercluster': 1 });
    expect(result.agreement).toMatchObject({ n: 4 });
    expect(readFileSync(join(cli.folder, 'rejects.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(4);
    expect((await cli.json<ScoreResult>('score', 'mixed.csv', '--supercluster', 'y')).statuses.advised).toBe(
      5,
    );
    expect((await cli.run('score', 'mixed.csv', '--supercluster', 'Q')).status).toBe(2);
    expect((await cli.run('score', 'mixed.csv', '--strict', '-o', 'strict.csv')).status).toBe(1);
    expect(existsSync(join(cli.folder, 'strict.csv'))).toBe(false);
    // A scored file scored again has one set of columns.
    const again = await cli.run('score', 'out.csv', '-o', 'again.csv', '--lang', 'en');
    expect(again.stderr).toContain('earlier score');
    expect(readFileSync(join(cli.folder, 'again.csv'), 'utf8')).toBe(
      readFileSync(join(cli.folder, 'out.csv'), 'utf8'),
    );
  });

  it.each([
    [['score', 'nowhere.csv'], 1],
    [['score', 'coef.csv'], 1],
    [['score', 'cases.csv', '--rules', 'nope'], 1],
    [['score', 'cases.csv', '--low-certainty', '2'], 2],
    [['score', 'cases.csv', '-o', 'x.pdf'], 2],
    [['score'], 2],
  ])('%j ends with %i and one sentence', async (args, status) => {
    const result = await cli.run(...args);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe('');
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).not.toMatch(/\bat .*\.[jt]s|Error:/);
  });
});

describe('explain', () => {
  it('explains a patient with the numbers of score, without naming the patient', async () => {
    const document = await cli.json<ExplainDocument>(
      'explain',
      'cases.csv',
      '--patient',
      'C3',
      '--rules',
      'random',
    );
    expect(document.cases).toHaveLength(1);
    const expected = naiveProbabilities(tables.parsed, tables.cases[2]!);
    for (const cluster of document.cases[0]!.clusters) {
      expect(cluster.probability).toBeCloseTo(expected.get(Number(cluster.cluster.slice(2)))!, 9);
    }
    expect(document.cases[0]!.row).toBe(3);
    expect(JSON.stringify(document)).not.toContain('C3"');
  });

  it('explains ratings from the command line, missing ones too', async () => {
    const items = '0,3,1,0,,2,1,1,1,2,0,2,1,9,0,0,1,1,0';
    const document = await cli.json<ExplainDocument>('explain', '--supercluster', 'Y', '--items', items);
    expect(document.cases[0]).toMatchObject({ status: 'incomplete', itemsMissing: 2, supercluster: 'Y' });
    expect((await cli.run('explain', '--supercluster', 'Y', '--items', items, '-o', 'e.csv')).status).toBe(0);
    expect(readFileSync(join(cli.folder, 'e.csv'), 'utf8')).toContain('HV01,1,');
  });

  it.each([
    [['explain'], 2],
    [['explain', 'cases.csv'], 2],
    [['explain', '--supercluster', 'Y', '--items', '0,7'], 2],
    [['explain', '--supercluster', 'Q', '--items', '0'], 2],
    [['explain', 'cases.csv', '--patient', 'nobody'], 1],
  ])('%j ends with %i and one sentence', async (args, status) => {
    const result = await cli.run(...args);
    expect([result.status, result.stdout]).toEqual([status, '']);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).not.toContain('nobody');
  });
});

describe('rules', () => {
  it('lists the shipped set and the stored one, shows and checks them', async () => {
    const list = await cli.json<{ ruleSets: { id: string; clusters: number }[] }>('rules', 'list');
    expect(list.ruleSets.map(({ id }) => id)).toEqual(['random', 'zvt-illustrative']);
    expect((await cli.run('rules', 'show', 'zvt-illustrative')).stdout).toContain('ZT14');
    expect((await cli.run('rules', 'check', 'random')).status).toBe(0);
    expect((await cli.run('rules', 'check', './home/rules/random')).status).toBe(0);
    writeFileSync(join(cli.folder, 'home', 'rules', 'random', 'constants.csv'), 'cluster,constant\nZT01,1\n');
    const check = await cli.run('rules', 'check', 'random', '--lang', 'en');
    expect(check.status).toBe(1);
    expect(check.stderr).toContain('19 cluster(s) without a constant');
    expect((await cli.run('rules', 'list', '--lang', 'en')).stderr).toContain('Not usable: random');
    // It might be the official set: nothing is scored with another one without a word.
    const score = await cli.run('score', 'cases.csv', '--lang', 'en');
    expect([score.status, score.stdout]).toEqual([1, '']);
    expect(score.stderr).toContain('Not usable: random');
  });
});
