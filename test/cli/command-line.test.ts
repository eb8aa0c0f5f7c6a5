/** The frame of the command line: exit statuses, one sentence per fault, nothing else on stdout. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import { usageDetail } from '../../src/cli/usage.ts';
import { sourceFiles } from '../house/source-files.ts';
import { commandRunner } from '../support/run-command.ts';
import { runIn } from '../support/run-here.ts';

const runner = commandRunner();
afterAll(() => runner.dispose());
const here = (...args: string[]) => runIn(runner.folder, join(runner.folder, 'home'), args);

const cases = [
  { description: 'no command', args: [], status: 2, stderr: /--help/ },
  { description: 'unknown command', args: ['scoer'], status: 2, stderr: /scoer/ },
  {
    description: 'unknown option',
    args: ['score', 'x.csv', '--jsn'],
    status: 2,
    stderr: /--jsn.*score --help/s,
  },
  { description: 'missing argument', args: ['score'], status: 2, stderr: /cases/ },
  { description: 'value that is no number', args: ['generate', '--seed', 'x'], status: 2, stderr: /seed/ },
  {
    description: 'missing file, Dutch',
    args: ['score', 'none.csv'],
    status: 1,
    stderr: /none\.csv bestaat niet/,
  },
  {
    description: 'missing file, English',
    args: ['score', 'none.csv', '--lang', 'en'],
    status: 1,
    stderr: /none\.csv does not exist/,
  },
  {
    description: 'unknown form of output',
    args: ['score', 'none.csv', '-o', 'x.pdf'],
    status: 2,
    stderr: /\.pdf/,
  },
];

describe('faults', () => {
  it.each(cases)('$description', async ({ args, status, stderr }) => {
    const result = await here(...args);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(stderr);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([[['scoer']], [['score', 'none.csv']]])('%j: the process says the same', async (args) => {
    expect(runner.run(...args)).toEqual(await here(...args));
  });
});

describe('common options', () => {
  it('are taken by every command that makes a document, and the seed stands in it', () => {
    const made = runner.run('generate', '--episodes', '40', '--members', '1', '-o', 'made.csv', '--quiet');
    expect(made.status).toBe(0);
    const common = ['--json', '--quiet', '--seed', '7', '--level', '0.9', '--lang', 'en', '--strict'];
    for (const command of [
      ['score', 'made.csv'],
      ['outcomes', 'made.csv'],
      ['explain', 'made.csv', '--patient', 'P0000001'],
    ]) {
      const result = runner.run(...command, ...common, '--rejects', 'rejects.csv');
      expect(result.stderr).toBe('');
      expect(JSON.parse(result.stdout)).toMatchObject({ meta: { seed: 7 } });
    }
    for (const command of [
      ['rules', 'list'],
      ['prices', 'lint', 'hypothetical-day'],
    ]) {
      expect(runner.run(...command, ...common).status).toBe(0);
    }
    expect(runner.run('score', '--help').stdout).not.toContain('--level');
  });

  it('name the whole command in the hint', async () => {
    expect((await here('rules', 'import')).stderr).toContain('`zorgcluster rules import --help`');
  });
});

describe('a machine that fails', () => {
  const main = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');
  const shell = (script: string) =>
    spawnSync('bash', ['-c', script], {
      cwd: runner.folder,
      encoding: 'utf8',
      env: { ...process.env, MAIN: main },
    });

  it.runIf(existsSync('/dev/full'))('a full disk behind stdout: 3 and one sentence', () => {
    const { status, stderr } = shell('node "$MAIN" rules list --json >/dev/full');
    expect(status).toBe(3);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('told to stop while it writes, it leaves nothing half-written', () => {
    mkdirSync(join(runner.folder, 'out'));
    const { stdout } = shell(
      'node "$MAIN" generate --episodes 900000 -o out/big.csv --quiet & ' +
        'for i in $(seq 100); do sleep 0.1; [ -n "$(ls -A out)" ] && break; done; ls -A out; kill -TERM $!; wait $!; echo $?',
    );
    expect(stdout).toMatch(/^\.big\.csv\..*\.tmp\n143\n$/);
    expect(readdirSync(join(runner.folder, 'out'))).toEqual([]);
  }, 30_000);
});

describe('help', () => {
  it.each([[['--help']], [['score', '--help']], [['--version']]])('%j ends with 0 on stdout', (args) => {
    const result = runner.run(...args);
    expect(result.status).toBe(0);
    expect(result.stderr).toBe('');
    expect(result.stdout.length).toBeGreaterThan(3);
  });
});

/** Every hint an option of this project gives, found in the source: none may stay English in Dutch. */
const hints = sourceFiles('src/cli').flatMap(({ text }) =>
  [...text.matchAll(/new InvalidArgumentError\(\s*['`]([^'`]+)['`]/g)].map((match) =>
    match[1]!.replace(/\$\{\w+\}/g, '100'),
  ),
);

describe('usage in Dutch', () => {
  it('finds the hints', () => {
    expect(hints.length).toBeGreaterThan(8);
  });

  it.each([...new Set(hints)])('says %j in Dutch', (hint) => {
    const text = `error: option '--x <y>' argument 'z' is invalid. ${hint}`;
    const detail = usageDetail(new CommanderError(1, 'commander.invalidArgument', text), 'nl');
    expect(detail).toMatch(/^De waarde 'z' past niet bij de optie '--x <y>'\. [A-Z].+/);
    expect(detail).not.toMatch(/\b(Give|Write|Choose|with|number)\b/);
  });

  it.each([
    [['scoer'], "Onbekend commando 'scoer'. Bedoelt u score?"],
    [['score'], "Het argument 'cases' ontbreekt."],
    [['score', 'x.csv', '--jsn'], "Onbekende optie '--jsn'. Bedoelt u --json?"],
    [['score', 'x.csv', '--lang', 'de'], 'Kies uit nl, en.'],
    [['score', 'a.csv', 'b.csv'], 'Te veel argumenten: 1 verwacht, 2 gekregen.'],
  ])('%j', async (args, expected) => {
    expect((await here(...args)).stderr).toContain(expected);
  });
});
