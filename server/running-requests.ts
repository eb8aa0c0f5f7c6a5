/** Counts what the server is answering, so that a stop waits for it; and turns down what comes after the signal. */

import type { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import type { Services } from './services.ts';

export interface RunningRequests {
  /** Resolves when nothing is being answered, or after this many milliseconds. */
  finished(mostMs: number): Promise<void>;
}

/** @param server emits `request` with the response, as those of node:http do */
export function countRequests(server: Pick<EventEmitter, 'on'>): RunningRequests {
  let running = 0;
  let done: (() => void) | undefined;
  server.on('request', (_request: unknown, response: Pick<ServerResponse, 'once'>) => {
    running += 1;
    response.once('close', () => {
      running -= 1;
      if (running === 0) done?.();
    });
  });
  return {
    finished: (mostMs) =>
      running === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, mostMs);
            done = () => {
              clearTimeout(timer);
              resolve();
            };
          }),
  };
}

/** Who watches the server is told so; everybody else may come again, on a connection of their own. */
export function onlyUntilStop({ stopping }: Pick<Services, 'stopping'>): MiddlewareHandler {
  return async (c, next) => {
    if (!stopping()) return next();
    c.header('connection', 'close');
    if (c.req.path === '/health' || c.req.path === '/ready') return next();
    c.header('retry-after', '60');
    const sentence =
      'De server stopt. Probeer het over een minuut opnieuw.\nThe server is stopping. Try again in a minute.\n';
    return c.text(sentence, 503);
  };
}
