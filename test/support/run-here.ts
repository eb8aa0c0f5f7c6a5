/** Runs the command line in this process, so that many can be tried; its streams are kept apart. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { runCommandLine } from '../../src/cli/program.ts';

export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * @param home the data folder (`ZORGCLUSTER_HOME`) of this run
 * @param answers what is typed or piped in, for a command that asks
 */
export async function runHere(
  home: string,
  args: readonly string[],
  answers?: Io['answers'],
): Promise<RunResult> {
  let [stdout, stderr] = ['', ''];
  const status = await runCommandLine(args, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    isTerminal: false,
    env: { ZORGCLUSTER_HOME: home },
    ...(answers === undefined ? {} : { answers }),
  });
  return { status, stdout, stderr };
}

/** The same from a working folder: paths in the arguments count from there. One at a time, for a process has one. */
export async function runIn(folder: string, home: string, args: readonly string[]): Promise<RunResult> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await runHere(home, args);
  } finally {
    process.chdir(before);
  }
}

export interface CommandsHere {
  /** Working folder of the commands; files written here are gone after `dispose`. */
  readonly folder: string;
  run(...args: string[]): Promise<RunResult>;
  /** The document of a command that must end with 0. */
  json<T>(...args: string[]): Promise<T>;
  dispose(): void;
}

/** What `commandRunner` gives, without a process for each command; the data folder is `home` in the folder. */
export function commandsHere(): CommandsHere {
  const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
  const run = (...args: string[]) => runIn(folder, join(folder, 'home'), args);
  return {
    folder,
    run,
    json: async (...args) => {
      const { status, stdout, stderr } = await run(...args, '--json');
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
      return JSON.parse(stdout);
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
