/** The command line in this process: with `main`, the only place that touches argv, the streams and the exit status. */

import { removeUnfinishedFiles, sentence } from '../doors/start.ts';
import { isGuarded, isWatched } from './guarded.ts';
import { languageOf } from './io.ts';
import { runCommandLine } from './program.ts';
import { typedAnswers } from './typed-answers.ts';

// A reader that stops early (`… | head`) is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  removeUnfinishedFiles();
  if (error.code === 'EPIPE') process.exit(0);
  const params = { detail: error.code ?? 'stdout' };
  process.stderr.write(
    `${sentence({ code: 'machine-failed', params }, languageOf(process.argv.slice(2)))}\n`,
  );
  process.exit(3);
});

// Nobody reads what is wrong any more; the exit status still says it.
process.stderr.on('error', () => {});

for (const [signal, status] of [
  // The window was closed, or the line to a machine elsewhere went down.
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    // The server has its own way to stop: it finishes what it promised.
    if (process.listenerCount(signal) > 0) return;
    removeUnfinishedFiles();
    process.exit(status);
  });
}

// Whoever started this process is gone, and with it whoever would be told.
if (isGuarded(process.env)) {
  process.once('disconnect', () => {
    removeUnfinishedFiles();
    process.exit(137);
  });
  process.channel?.unref();
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  isTerminal: isWatched(process.stderr, process.env),
  env: process.env,
  answers: () => typedAnswers(process.stdin, process.stderr),
});
