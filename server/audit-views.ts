/**
 * Notes who looked at which data set. Invariants: a page that was shown stands in the audit trail before it
 * is sent; who looks at the same pages again within the hour is noted once. Single cases and downloads are
 * noted by their own routes, every time.
 */

import type { MiddlewareHandler } from 'hono';
import { isApi } from './api/problem.ts';
import type { Services } from './services.ts';
import { addAudit } from './store/audit.ts';

/** Data set and place of a page: `/data/<id>/simulation/…`. Files have an ending and their own note. */
const PAGE = /^\/data\/([a-z0-9]{1,32})(?:\/([a-z]+))?(?:\/[^.]*)?$/;
/** Its report for a program; results and rows are noted by their routes, as what is taken out. */
const API_REPORT = /^\/api\/v1\/data-sets\/([a-z0-9]{1,32})()$/;

declare module 'hono' {
  interface ContextVariableMap {
    /** A data set that is shown by a page outside `/data/`. */
    shown?: { readonly dataSet: string; readonly place: string };
  }
}
const HOUR_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;

export function auditViews({ engine, dataSets, now }: Services): MiddlewareHandler {
  const noted = new Map<string, number>();
  return async (c, next) => {
    await next();
    // A form that was sent is answered with a page as well.
    if (c.res.status !== 200) return;
    const shown = c.get('shown');
    const [, found = '', part] = PAGE.exec(c.req.path) ?? API_REPORT.exec(c.req.path) ?? [];
    const id = shown?.dataSet ?? found;
    const place = shown?.place ?? (part || 'report');
    if (place === 'progress' || !dataSets().some((dataSet) => dataSet.id === id)) return;
    const at = now();
    const who = c.get('user').id;
    const detail = { place, ...(isApi(c) ? { by: 'token' } : {}) };
    const key = `${who} ${id} ${JSON.stringify(detail)}`;
    const before = noted.get(key);
    if (before !== undefined && at.getTime() - before < HOUR_MS) return;
    noted.delete(key);
    noted.set(key, at.getTime());
    if (noted.size > MOST_REMEMBERED) noted.delete(noted.keys().next().value!);
    const entry = { at: at.toISOString(), action: 'view', dataSet: id, who, detail } as const;
    await engine.transaction((transaction) => addAudit(transaction, entry));
  };
}
