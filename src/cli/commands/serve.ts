/** `zorgcluster serve`: starts the web application as a process of its own. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';
import { PACKAGE_ROOT, Refusal } from '../../index.ts';
import type { Io } from '../io.ts';

export function addServe(program: Command, io: Io): void {
  program
    .command('serve')
    .description('start the web application, for this machine only unless set otherwise')
    .option('--port <number>', 'port to listen on (default: PORT, else 3000)')
    .option('--administrator-link', 'print a one-time link that makes an administrator')
    .action(async (options: { port?: string; administratorLink?: true }) => {
      const env = { ...io.env, ...(options.port === undefined ? {} : { PORT: options.port }) };
      // The command line must not import the server: they share files, not code.
      const main = join(PACKAGE_ROOT, 'dist', 'server', 'main.js');
      const passedOn = options.administratorLink ? ['--administrator-link'] : [];
      const child = spawn(process.execPath, [main, ...passedOn], {
        env,
        stdio: 'inherit',
      });
      // Every time, not once: a second signal must not end this process and leave the server behind.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.on(signal, () => child.kill(signal));
      const status = await new Promise<number>((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code) => resolve(code ?? 0));
      });
      // The server has said what was wrong.
      if (status !== 0) throw new Refusal([], status === 1 || status === 2 ? status : 3);
    });
}
