/** generate: what is printed, what is written, and the same again, as a process too. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GENERATED_HEADER, type GenerationResult } from '../../src/index.ts';
import { runProcess } from '../support/run-command.ts';
import { type CommandsHere, commandsHere } from '../support/run-here.ts';

let cli: CommandsHere;
beforeAll(() => {
  cli = commandsHere();
});
afterAll(() => cli.dispose());

const SMALL = ['generate', '--members', '3', '--episodes', '250', '--seed', '4'];
const written = (name: string) => readFileSync(join(cli.folder, name), 'utf8');

describe('generate', () => {
  it('counts in JSON what it wrote, the same each time', async () => {
    const first = await cli.json<GenerationResult>(...SMALL, '-o', 'a.csv');
    const second = runProcess(cli.folder, ...SMALL, '-o', 'b.csv', '--json');
    expect(JSON.parse(second.stdout)).toEqual(first);
    expect(written('b.csv')).toBe(written('a.csv'));
    expect(Object.keys(first)[0]).toBe('meta');
    expect(first.meta).toMatchObject({ command: 'generate', seed: 4, stamps: ['illustrative', 'synthetic'] });
    const lines = written('a.csv').trimEnd().split('\n');
    expect(lines[0]).toBe(GENERATED_HEADER.join(','));
    expect(lines).toHaveLength(251);
    expect(lines.slice(1).every((line) => line.endsWith(',synthetic'))).toBe(true);
    expect(first.total.episodes).toBe(250);
    expect(first.total.patients).toBe(new Set(lines.slice(1).map((line) => line.split(',')[0])).size);
    expect(first.members).toHaveLength(3);
  });

  it('prints the same with a file as without', async () => {
    const without = await cli.run(...SMALL);
    expect((await cli.run(...SMALL, '-o', 'c.csv')).stdout).toBe(without.stdout);
    expect(without.stdout).toContain('SYNTHETISCH');
    expect(without.stderr).toContain('-o cases.csv');
    expect((await cli.run(...SMALL, '--quiet')).stderr).toBe('');
    expect((await cli.run(...SMALL, '--json')).stdout).toBe(
      (await cli.run(...SMALL, '--json', '-o', 'd.json')).stdout,
    );
    expect(written('d.json')).toBe((await cli.run(...SMALL, '--json')).stdout);
  });

  it('writes for a Dutch Excel, a workbook and a report', async () => {
    await cli.run(...SMALL, '--excel', '-o', 'e.csv');
    expect(written('e.csv').startsWith(`\uFEFF${GENERATED_HEADER.join(';')}\r\n`)).toBe(true);
    expect((await cli.run(...SMALL, '-o', 'f.xlsx')).status).toBe(0);
    expect(readFileSync(join(cli.folder, 'f.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect((await cli.run(...SMALL, '-o', 'g.html')).status).toBe(0);
    expect(written('g.html')).toContain('synthetisch');
  });

  it.each([
    ['a form it does not write', ['generate', '-o', 'x.pdf'], '.csv'],
    ['more rows than a workbook holds', ['generate', '--episodes', '100001', '-o', 'x.xlsx'], '.csv'],
    ['no members', ['generate', '--members', '0'], '--members'],
    ['too many members', ['generate', '--members', '1001'], '1000'],
    ['half an episode', ['generate', '--episodes', '1.5'], '--episodes'],
  ])('refuses %s in one sentence, with exit 2', async (_, args, hint) => {
    const before = readdirSync(cli.folder);
    const result = await cli.run(...args);
    expect(result.status).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).toContain(hint);
    expect(readdirSync(cli.folder)).toEqual(before);
    expect(existsSync(join(cli.folder, 'x.pdf'))).toBe(false);
  });
});
