/** The doors of the library are parts of its public face, and the list of commands says what the commands say. */

import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';
import * as score from '../../src/doors/score.ts';
import * as start from '../../src/doors/start.ts';
import * as index from '../../src/index.ts';

describe('doors', () => {
  it.each([
    ['score', score],
    ['start', start],
  ])('%s gives what the public face gives', (_, door) => {
    const names = Object.keys(door);
    expect(names.length).toBeGreaterThan(4);
    const face = index as Readonly<Record<string, unknown>>;
    expect(names.filter((name) => face[name] !== door[name as keyof typeof door])).toEqual([]);
  });

  it('lists commands in the words of the commands', async () => {
    const said = async (...args: string[]): Promise<string> => {
      let text = '';
      const stdout = (piece: string): void => {
        text += piece;
      };
      await runCommandLine(args, { stdout, stderr: () => {}, isTerminal: false, env: {} });
      return text;
    };
    const listed = await said('--help');
    expect(listed).toContain('score [options] <cases>');
    // This one loads every command.
    expect(await said('help')).toBe(listed);
  });
});
