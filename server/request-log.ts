/**
 * One line of JSON per request, for who runs the server. Invariant: a line holds the route's pattern, never
 * the address itself: no id, row number or filter, and nothing that a patient could be known by.
 */

import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { User } from './access/user.ts';
import type { Services } from './services.ts';

export interface RequestRecord {
  /** ISO instant of the answer. */
  readonly time: string;
  readonly level: 'info' | 'error';
  readonly event: 'request';
  /** Also in the answer's `x-request-id`. */
  readonly id: string;
  readonly method: string;
  /** Pattern, such as `/data/:id/clusters`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Id of the user; blank for nobody. */
  readonly user: string;
}

/** @param clock milliseconds that only go up */
export function logRequests(
  { now, newId }: Pick<Services, 'now' | 'newId'>,
  write: (record: RequestRecord) => void,
  clock: () => number,
): MiddlewareHandler {
  return async (c, next) => {
    const id = newId();
    const begun = clock();
    c.header('x-request-id', id);
    await next();
    const { status } = c.res;
    const user = (c.get('user') as User | undefined)?.id ?? '';
    const route = status === 404 ? 'unknown' : routePath(c, -1);
    write({
      time: now().toISOString(),
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      id,
      method: c.req.method,
      route,
      status,
      ms: Math.round((clock() - begun) * 10) / 10,
      user,
    });
  };
}
