/** Runs the built command line as a process, in a folder and with a data folder of its own. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandRunner {
  /** Working folder of the commands; files written here are gone after `dispose`. */
  readonly folder: string;
  run(...args: string[]): CommandResult;
  json<T>(...args: string[]): T;
  dispose(): void;
}

/** One command as a process, in a folder that also holds its data folder. */
export function runProcess(folder: string, ...args: string[]): CommandResult {
  const result = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ZORGCLUSTER_HOME: join(folder, 'home') },
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

export function commandRunner(): CommandRunner {
  const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
  const run = (...args: string[]): CommandResult => runProcess(folder, ...args);
  return {
    folder,
    run,
    json<T>(...args: string[]): T {
      const result = run(...args, '--json');
      if (result.status !== 0)
        throw new Error(`${args.join(' ')} ended with ${result.status}: ${result.stderr}`);
      return JSON.parse(result.stdout) as T;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
