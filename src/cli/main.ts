#!/usr/bin/env node
/** The command line as a program: here, or, where it reads much, in a process of its own that this one watches over. */

import { isGuarded, readsMuch, runGuarded } from './guarded.ts';

const args = process.argv.slice(2);
if (isGuarded(process.env) || !readsMuch(args, process.execArgv)) await import('./run.ts');
else {
  process.stderr.on('error', () => {});
  const { status, killed } = await runGuarded(args);
  process.exitCode = status;
  if (killed !== undefined) await (await import('./told-of-kill.ts')).toldOfKill(args, killed);
}
