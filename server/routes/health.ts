/** For who watches the server: does it live, and can it answer. Nothing about data or people. */

import { Hono } from 'hono';
import { VERSION } from '../../src/index.ts';
import { needs } from '../access/needs.ts';
import type { Services } from '../services.ts';

export function healthRoutes({ engine, preparing, stopping }: Services): Hono {
  const routes = new Hono();

  routes.get('/health', needs('anyone'), (c) => c.json({ status: 'alive', version: VERSION }));

  routes.get('/ready', needs('anyone'), async (c) => {
    if (stopping()) return c.json({ status: 'stopping' }, 503);
    try {
      await engine.all('select 1 as one');
    } catch {
      return c.json({ status: 'store-unavailable' }, 503);
    }
    // Pages answer while the example network is made: they say so themselves.
    return c.json({ status: 'ready', preparing: preparing() });
  });

  return routes;
}
