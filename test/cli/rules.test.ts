/** rules import and diff, as a process too: the workbook, sets by date, what changed and which advices flip. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RulesDiffDocument, RulesImportDocument, ScoreResult } from '../../src/index.ts';
import { casesCsv, officialTables } from '../support/official-tables.ts';
import { officialSheets, officialWorkbook, TABS } from '../support/official-workbook.ts';
import { runProcess } from '../support/run-command.ts';
import { type CommandsHere, commandsHere } from '../support/run-here.ts';

const tables = officialTables();
const BOOK = ['--workbook', 'Codelijsten.xlsx', '--red-rules', 'red.csv'];
let cli: CommandsHere;

beforeAll(() => {
  cli = commandsHere();
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(cli.folder, name), content);
  write('Codelijsten.xlsx', officialWorkbook());
  write('later.xlsx', officialWorkbook(officialSheets(7)));
  write('red.csv', tables.redRules);
  const dated = casesCsv(tables.cases)
    .trimEnd()
    .split('\n')
    .map((line, at) => `${line};${at === 0 ? 'datum' : at % 4 === 0 ? '2026-02-01' : '2025-06-01'}`);
  write('cases.csv', `${dated.join('\n')}\n`);
});
afterAll(() => cli.dispose());

describe('rules import --workbook', () => {
  it('stores the set, shows the mapping, names its inputs', async () => {
    const document = await cli.json<RulesImportDocument>(
      ...['rules', 'import', ...BOOK, '--id', 'first', '--status', 'official', '--valid-from', '2025-01-01'],
    );
    expect(document.ruleSet).toMatchObject({ id: 'first', items: 19, clusters: 20, redRules: 260 });
    expect(document.meta.inputs.map(({ name, sha256 }) => [name, sha256.length])).toEqual([
      ['Codelijsten.xlsx', 64],
      ['red.csv', 64],
    ]);
    expect(document.mapping.map(({ table }) => table)).toEqual([
      'coefficients',
      'constants',
      'redRules',
      'types',
    ]);
    expect(document.issues.map(({ code }) => code)).toContain('rules-names-taken');
    const again = runProcess(cli.folder, 'rules', 'import', ...BOOK, '--id', 'second', '--lang', 'en');
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('How the tables were read');
    expect((await cli.run('rules', 'show', 'second')).stdout).toContain('Willekeurige naam van type 5');
    expect(again.stderr).toContain('Codelijsten.xlsx [ZVT constante] read as: zorgvraagtype = zvt_code');
  });

  it('a later one applies from its own first day', async () => {
    const late = ['--workbook', 'later.xlsx', '--red-rules', 'red.csv', '--id', 'later'];
    expect(
      (await cli.run('rules', 'import', ...late, '--status', 'official', '--valid-from', '2026-01-01'))
        .status,
    ).toBe(0);
    const { ruleSets } = await cli.json<ScoreResult>('score', 'cases.csv');
    expect(ruleSets!.map(({ id, rows }) => [id, rows])).toEqual([
      ['later', 500],
      ['first', 1500],
    ]);
  });

  it('refuses in one go, stores nothing, and says which files a command wants', async () => {
    const { [TABS.constants]: _, ...others } = officialSheets();
    writeFileSync(join(cli.folder, 'broken.xlsx'), officialWorkbook(others));
    const broken = await cli.run(
      'rules',
      'import',
      '--workbook',
      'broken.xlsx',
      '--id',
      'broken',
      '--lang',
      'en',
    );
    expect([broken.status, broken.stdout]).toEqual([1, '']);
    expect(broken.stderr).toMatch(
      /^broken\.xlsx has no tab with constante\. Seen: Zorgvraagtype ggz, [^\n]+\n$/,
    );
    expect((await cli.run('rules', 'show', 'broken')).status).toBe(1);
    const none = await cli.run('rules', 'import', '--coefficients', 'coef.csv', '--id', 'x');
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('--workbook')]);
    const absent = await cli.run(
      'rules',
      'import',
      '--workbook',
      'nowhere.xlsx',
      '--red-rules',
      'no.csv',
      '--id',
      'x',
    );
    expect(absent.status).toBe(1);
    expect(absent.stderr).toMatch(/nowhere\.xlsx[\s\S]*no\.csv/);
  });
});

describe('rules diff', () => {
  it('counts what changed and which advices flip', async () => {
    const document = await cli.json<RulesDiffDocument>(
      'rules',
      'diff',
      'first',
      'later',
      '--cases',
      'cases.csv',
    );
    expect(document.coefficients).toMatchObject({ compared: 1900, changed: 1900 });
    expect(document.coefficients.largest).toHaveLength(10);
    expect(document.numbers).toHaveLength(1900 + document.constants.changed);
    expect(document.redRules).toEqual({ added: 0, removed: 0, changes: [] });
    const { rows, advice } = document.cases!;
    expect(rows).toEqual({ read: 2000, used: 2000, rejected: 0 });
    expect(advice.flips.reduce((sum, { n }) => sum + n, 0)).toBe(advice.flipped);
    expect(advice.flipped).toBeGreaterThan(500);
    expect(document.meta.inputs.map(({ name }) => name)).toEqual(['cases.csv']);
  });

  it('is nothing where both are the same, and says so', async () => {
    const result = await cli.run('rules', 'diff', 'first', 'second', '--cases', 'cases.csv', '--lang', 'en');
    expect(result.status).toBe(0);
    expect(result.stdout).toContain('their checksums are equal');
    expect(result.stdout).toMatch(/Episodes with advice +Other advice/);
    expect((await cli.run('rules', 'diff', 'first', 'nowhere')).status).toBe(1);
    expect((await cli.run('rules', 'diff', 'first')).status).toBe(2);
  });

  it('writes every change as CSV, and all tables as a workbook and a report', async () => {
    for (const name of ['d.csv', 'd.xlsx', 'd.html', 'd.json']) {
      const result = await cli.run('rules', 'diff', 'first', 'zvt-illustrative', '-o', name, '--lang', 'en');
      expect([name, result.status]).toEqual([name, 0]);
      expect(result.stdout).toContain('! ILLUSTRATIVE');
    }
    const lines = readFileSync(join(cli.folder, 'd.csv'), 'utf8').split('\n');
    expect(lines[0]).toBe('kind,change,cluster,item,severity,item2,severity2,from,to,difference');
    const { redRules } = JSON.parse(readFileSync(join(cli.folder, 'd.json'), 'utf8')) as RulesDiffDocument;
    expect(redRules.removed).toBeGreaterThan(250);
    expect(lines.filter((line) => line.startsWith('red-rule,removed,'))).toHaveLength(redRules.removed);
    expect((await cli.run('rules', 'diff', 'first', 'later', '-o', 'd.svg')).status).toBe(2);
    const again = runProcess(cli.folder, 'rules', 'diff', 'first', 'zvt-illustrative', '-o', 'again.csv');
    expect([again.status, again.stderr]).toEqual([0, '']);
    expect(readFileSync(join(cli.folder, 'again.csv'), 'utf8')).toBe(lines.join('\n'));
  });
});
