/**
 * The process: opens the store, listens on the loopback, prints the address, stops cleanly on a signal.
 * Exit status 3 with one sentence when the machine does not cooperate (port taken, folder in use).
 */

import { createAdaptorServer } from '@hono/node-server';
import { homeFolder, Refusal, refuse, sentence } from '../src/index.ts';
import { createApp } from './app.ts';
import { openServices } from './open-services.ts';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 3000;

function portOf(env: NodeJS.ProcessEnv): number {
  const text = env.PORT ?? '';
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw refuse('port-invalid', {}, 2);
  return port;
}

async function start(): Promise<void> {
  const port = portOf(process.env);
  const opened = await openServices({
    folder: homeFolder(process.env),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const server = createAdaptorServer({ fetch: createApp(opened.services).fetch });
  let stopping = false;
  const stop = async (status: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      // A browser that keeps its connection open must not keep the data folder locked.
      setTimeout(resolve, 2000).unref();
    });
    await opened.close();
    process.exit(status);
  };
  server.once('error', (error: NodeJS.ErrnoException) => {
    const code = error.code === 'EADDRINUSE' ? 'port-in-use' : 'machine-failed';
    say(refuse(code, code === 'port-in-use' ? { port } : { detail: error.code ?? 'listen' }, 3));
    void stop(3);
  });
  server.listen(port, HOST, () => {
    const address = server.address();
    const actual = typeof address === 'object' && address !== null ? address.port : port;
    process.stdout.write(`zorgcluster: http://${HOST}:${actual}\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
}

function say(refusal: Refusal): void {
  for (const issue of refusal.issues) process.stderr.write(`${sentence(issue, 'nl')}\n`);
}

start().catch((error: unknown) => {
  const refusal =
    error instanceof Refusal
      ? error
      : refuse('program-fault', { detail: error instanceof Error ? error.name : 'unknown' }, 3);
  say(refusal);
  process.exit(refusal.exit);
});
