/** Fields of a short form, and addresses that forms bring along. */

import type { Context } from 'hono';

/** Text fields by name; a repeated field's last value, files left out. */
export async function fieldsOf(c: Context): Promise<ReadonlyMap<string, string>> {
  const body = await c.req.parseBody();
  return new Map(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** A page of this server, else the first one: nobody is sent elsewhere by a made-up address. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\p{C}\\]*$/u.test(path) ? path : '/';
}
