/** The application listening on a free port of the loopback, on a data folder of its own. */

import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '../../server/app.ts';
import { openServices, type ServiceOptions } from '../../server/open-services.ts';
import { CHEAP_SCRYPT } from '../support/cheap-scrypt.ts';

export interface RunningServer {
  readonly url: string;
  /** The app's own table of routes. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  close(): Promise<void>;
}

export async function startServer(demo: NonNullable<ServiceOptions['demo']>): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'zorgcluster-served-'));
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const opened = await openServices({ folder, demo, log, access: { scrypt: CHEAP_SCRYPT } });
  await opened.ready;
  const app = createApp(opened.services);
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    routes: app.routes,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
