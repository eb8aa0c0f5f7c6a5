/** A second pair of eyes: an input that keeps the only thread busy for ever is told of by another one. */

import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const HANG_MS = 120_000;

export interface Watchdog {
  /** What is being tried now; undefined = nothing. */
  watch(what: string | undefined): void;
  stop(): void;
}

/** Ends the process with the name of what hangs. */
export function watchdog(): Watchdog {
  const worker = new Worker(new URL(import.meta.url));
  worker.unref();
  return { watch: (what) => worker.postMessage(what), stop: () => void worker.terminate() };
}

if (!isMainThread && parentPort !== null) {
  let timer: NodeJS.Timeout | undefined;
  parentPort.on('message', (what: string | undefined) => {
    clearTimeout(timer);
    if (what === undefined) return;
    timer = setTimeout(() => {
      // The main thread prints nothing any more: straight to the descriptor.
      import('node:fs').then(({ writeSync }) => {
        writeSync(1, `FOUND a hang: ${what}\n`);
        process.kill(process.pid, 'SIGKILL');
      });
    }, HANG_MS);
  });
}
