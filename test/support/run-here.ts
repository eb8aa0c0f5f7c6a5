/** Runs the command line in this process, so that many can be tried; its streams are kept apart. */

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
