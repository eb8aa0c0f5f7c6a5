/**
 * The process: opens the store, listens, prints the address, stops cleanly on a signal. Without settings it
 * listens to this machine only; it never listens to others before there are accounts. Exit status 3 with
 * one sentence when the machine does not cooperate (port taken, folder in use).
 */

import { createAdaptorServer } from '@hono/node-server';
import { homeFolder, Refusal, refusalOfMachine, refuse, sentence } from '../src/index.ts';
import { listensLocally, readSettings } from './access/settings.ts';
import { createApp } from './app.ts';
import { openServices } from './open-services.ts';
import { countRequests } from './running-requests.ts';

const DEFAULT_PORT = 3000;
const KEEP_ALIVE_MS = 75_000;
/** How long a stop waits for what is being answered; whoever kills after a while gives at least twice that. */
const MOST_STOP_MS = 20_000;

function portOf(env: NodeJS.ProcessEnv): number {
  const text = env.PORT ?? '';
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw refuse('port-invalid', {}, 2);
  return port;
}

/** Makes and prints a one-time link for an administrator: for the first one, and for who lost a password. */
const ADMINISTRATOR_LINK = '--administrator-link';

async function start(): Promise<void> {
  // Whatever is written here is for its owner alone.
  process.umask(0o077);
  const port = portOf(process.env);
  const settings = readSettings(process.env);
  const lines = process.env.ZORGCLUSTER_LOG === 'json';
  const opened = await openServices({
    folder: homeFolder(process.env),
    log: (line) => process.stderr.write(lines ? jsonLine(line) : `${line}\n`),
    ...(lines ? { requests: (record) => process.stderr.write(`${JSON.stringify(record)}\n`) } : {}),
    access: { settings },
  });
  const { accounts } = opened.services.access;
  const secret = process.argv.includes(ADMINISTRATOR_LINK) ? await accounts.administratorLink() : undefined;
  if (!listensLocally(settings) && !accounts.inUse()) {
    await opened.close();
    throw refuse('accounts-missing', {}, 2);
  }
  const server = createAdaptorServer({ fetch: createApp(opened.services).fetch });
  // Longer than a proxy or a browser keeps an idle connection: who reuses one must not find it just closed.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS;
  const running = countRequests(server);
  const stop = async (status: number): Promise<void> => {
    if (opened.services.stopping()) return;
    // The door stays open until what runs is answered, so that who watches sees why nobody else is let in.
    opened.stop();
    // A file that is being stored is finished first; what is only being read is told of at the next start.
    if (opened.services.jobs.list().some(({ state, progress }) => isStoring(state.kind, progress.phase))) {
      process.stderr.write(`${sentence({ code: 'server-finishing' }, 'nl')}\n`);
    }
    await running.finished(MOST_STOP_MS);
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
  server.listen(port, settings.bind, () => {
    const address = server.address();
    const actual = typeof address === 'object' && address !== null ? address.port : port;
    const here = `http://${settings.bind.includes(':') ? `[${settings.bind}]` : settings.bind}:${actual}`;
    process.stdout.write(`zorgcluster: ${here}\n`);
    if (secret === undefined) return;
    const reached = settings.addresses[0]?.origin ?? here;
    process.stdout.write(`${sentence({ code: 'administrator-link' }, 'nl')}\n${reached}/link/${secret}\n`);
  });
  // A terminal that is closed stops the server as politely as Ctrl-C does.
  // A terminal, npm and the command line may each pass the same signal on: it stops once, and never halfway.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
}

function isStoring(state: string, phase: string): boolean {
  return state === 'running' && phase === 'storing';
}

/** With `ZORGCLUSTER_LOG=json`: one line a machine can read. */
function jsonLine(message: string): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ time, level: 'error', event: 'fault', message })}\n`;
}

function say(refusal: Refusal): void {
  for (const issue of refusal.issues) process.stderr.write(`${sentence(issue, 'nl')}\n`);
}

// The window it was started from is gone: what it would have read there must not end what is being stored.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

start().catch((error: unknown) => {
  const refusal =
    error instanceof Refusal
      ? error
      : (refusalOfMachine(error) ??
        refuse('program-fault', { detail: error instanceof Error ? error.name : 'unknown' }, 3));
  say(refusal);
  process.exit(refusal.exit);
});
