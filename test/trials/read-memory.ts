/** Memory of `score` on a file of a million rows and of ten million: it must not grow with the file. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrialResult } from './trial.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');

/** The command line as `node` runs it, and the most that it held in memory, told when it ends. */
const MEASURED = `
process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));
await import(${JSON.stringify(MAIN)});
`;

/** Ten million rows take minutes; with ZORGCLUSTER_TRIAL_ROWS only as many as it says. */
const SIZES: readonly (readonly [rows: number, mostMegabytes: number])[] = [
  [1_000_000, 300],
  [10_000_000, 350],
];

export async function trial(): Promise<readonly TrialResult[]> {
  if (!existsSync(MAIN)) throw new Error('Build first: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-trial-'));
  const home = { ...process.env, ZORGCLUSTER_HOME: join(folder, 'home') };
  const run = (args: readonly string[]) => {
    const all = ['--input-type=module', '-e', MEASURED, '--', MAIN, ...args];
    const { status, stderr } = spawnSync(process.execPath, all, {
      env: home,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    return Math.round(Number(/peak (\d+)/.exec(stderr)![1]) / 1024);
  };
  try {
    const most = Number(process.env.ZORGCLUSTER_TRIAL_ROWS ?? Number.POSITIVE_INFINITY);
    return SIZES.filter(([rows]) => rows <= most).flatMap(([rows, limit]) => {
      const cases = join(folder, `${rows}.csv`);
      run(['generate', '--episodes', String(rows), '-o', cases, '--quiet']);
      return [[], ['-o', join(folder, 'scored.csv')]].map((output): TrialResult => {
        const megabytes = run(['score', cases, '--json', '--quiet', ...output]);
        return {
          text: `megabytes to score ${rows} rows${output.length === 0 ? '' : ' and write them'}`,
          figure: String(megabytes),
          limit: `at most ${limit}`,
          verdict: megabytes <= limit ? 'holds' : 'fails',
        };
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
