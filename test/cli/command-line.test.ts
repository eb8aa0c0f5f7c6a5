/** The frame of the command line: exit statuses, one sentence per fault, nothing else on stdout. */

import { afterAll, describe, expect, it } from 'vitest';
import { commandRunner } from '../support/run-command.ts';

const runner = commandRunner();
afterAll(() => runner.dispose());

const cases = [
  { description: 'no command', args: [], status: 2, stderr: /--help/ },
  { description: 'unknown command', args: ['scoer'], status: 2, stderr: /scoer/ },
  { description: 'unknown option', args: ['score', 'x.csv', '--jsn'], status: 2, stderr: /--jsn.*score --help/s },
  { description: 'missing argument', args: ['score'], status: 2, stderr: /cases/ },
  { description: 'value that is no number', args: ['generate', '--seed', 'x'], status: 2, stderr: /seed/ },
  { description: 'missing file, Dutch', args: ['score', 'none.csv'], status: 1, stderr: /none\.csv bestaat niet/ },
  { description: 'missing file, English', args: ['score', 'none.csv', '--lang', 'en'], status: 1, stderr: /none\.csv does not exist/ },
  { description: 'unknown form of output', args: ['score', 'none.csv', '-o', 'x.pdf'], status: 2, stderr: /\.pdf/ },
];

describe('faults', () => {
  it.each(cases)('$description', ({ args, status, stderr }) => {
    const result = runner.run(...args);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(stderr);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('help', () => {
  it.each([[['--help']], [['score', '--help']], [['--version']]])('%j ends with 0 on stdout', (args) => {
    const result = runner.run(...args);
    expect(result.status).toBe(0);
    expect(result.stderr).toBe('');
    expect(result.stdout.length).toBeGreaterThan(3);
  });
});
