/** Runs the command line in this process, so that many can be tried; its streams are kept apart. */

import { runCommandLine } from '../../src/cli/program.ts';

export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param home the data folder (`ZORGCLUSTER_HOME`) of this run */
export async function runHere(home: string, args: readonly string[]): Promise<RunResult> {
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
  });
  return { status, stdout, stderr };
}
