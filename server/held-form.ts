/**
 * A form that was sent after its session had ended. It stands in the page on which one signs in, to be sent again by whoever
 * signs in there; the server keeps nothing of it. Invariants: no password and no file is held, and it is
 * sent to a page of this server only.
 */

import type { Context } from 'hono';
import * as v from 'valibot';
import { ownPath } from './fields.ts';

export interface HeldForm {
  /** Where it was sent to. */
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Written into the page twice encoded it must still be shorter than forms may be. */
const MOST_BYTES = 500_000;
const SECRET = /password|again|current/i;
const ShapeOfHeld = v.object({ to: v.string(), fields: v.array(v.tuple([v.string(), v.string()])) });

/** What was sent; undefined where it may not be held: a file, a password, or too much. */
export async function heldForm(c: Context): Promise<HeldForm | undefined> {
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) return undefined;
  const text = await c.req.text();
  const fields = [...new URLSearchParams(text)];
  if (text.length > MOST_BYTES || fields.some(([name]) => SECRET.test(name))) return undefined;
  const { pathname, search } = new URL(c.req.url);
  return { to: `${pathname}${search}`, fields };
}

/** A held form as the page of signing in sends it along; undefined for anything else. */
export function readHeld(text: string | undefined): HeldForm | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const read = v.safeParse(ShapeOfHeld, JSON.parse(text));
    return read.success && ownPath(read.output.to) === read.output.to ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** The page on which a form was filled in, as the browser says; else the first page. */
export function sentFrom(c: Context): string {
  const referer = c.req.header('referer') ?? '';
  if (!URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return ownPath(`${pathname}${search}`);
}
