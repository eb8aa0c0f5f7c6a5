/**
 * Notes who looked at which data set. Invariants: a page that was shown stands in the audit trail before it
 * is sent; who looks at the same pages again within the hour is noted once. Single cases and downloads are
 * noted by their own routes, every time.
 */

import type { MiddlewareHandler } from 'hono';
import type { Services } from './services.ts';
import { addAudit } from './store/audit.ts';

/** Data set and place of a page: `/data/<id>/simulation/…`. Files have an ending and their own note. */
const PAGE = /^\/data\/([a-z0-9]{1,32})(?:\/([a-z]+))?(?:\/[^.]*)?$/;
const HOUR_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;

export function auditViews({ engine, dataSets, now }: Services): MiddlewareHandler {
  const noted = new Map<string, number>();
  return async (c, next) => {
    await next();
    if (c.req.method !== 'GET' || c.res.status !== 200) return;
    const [, id = '', place = 'report'] = PAGE.exec(c.req.path) ?? [];
    if (place === 'progress' || !dataSets().some((dataSet) => dataSet.id === id)) return;
    const at = now();
    const who = c.get('user').id;
    const key = `${who} ${id} ${place}`;
    const before = noted.get(key);
    if (before !== undefined && at.getTime() - before < HOUR_MS) return;
    noted.delete(key);
    noted.set(key, at.getTime());
    if (noted.size > MOST_REMEMBERED) noted.delete(noted.keys().next().value!);
    const entry = { at: at.toISOString(), action: 'view', dataSet: id, who, detail: { place } } as const;
    await engine.transaction((transaction) => addAudit(transaction, entry));
  };
}
