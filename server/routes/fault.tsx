/** An unexpected error: a page with a reference number; the log has the number and where it happened, no values. */

import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Fault } from '../../views/pages/message.tsx';
import { page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';

/**
 * One log line for an unexpected error: its kind and the places of our own code it passed through.
 * The message is left out: a library may have put a cell of the file in it.
 */
export function logFault(services: Pick<Services, 'log' | 'newId'>, error: unknown): string {
  const reference = services.newId().slice(0, 8);
  const kind = error instanceof Error ? error.name : typeof error;
  const places = error instanceof Error ? (error.stack?.match(/[\w./-]+\.[jt]sx?:\d+/g) ?? []) : [];
  const own = places
    .filter((place) => !place.includes('node_modules'))
    .map((place) => place.split('/').slice(-2).join('/'));
  services.log(`fault ${reference} ${kind} at ${own.slice(0, 4).join(' < ') || 'unknown place'}`);
  return reference;
}

export function faultPage(c: Context, services: Services, error: Error): Response {
  // What a middleware turned down on purpose (a form from another site) is its answer, not a fault.
  if (error instanceof HTTPException) return error.getResponse();
  return page(c, <Fault view={viewOf(c, services)} reference={logFault(services, error)} />, 500);
}
