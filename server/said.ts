/**
 * What a page says after a form: the form leads to the page, and the page finds here what to say, so that a reload or
 * Back sends nothing twice. In memory only, for a quarter of an hour: it may be a link or a token that is shown once.
 * Invariants: nobody reads what was said to somebody else; its key says nothing.
 */

import type { Context } from 'hono';
import { newSecret } from './access/secret.ts';
import type { Services } from './services.ts';

const KEPT_MS = 15 * 60_000;
const MOST = 500;

export interface Said<T> {
  /** Keeps it for who asks and leads to the page: a path, with a place in it if need be. */
  leadTo(c: Context, path: string, notice: T): Response;
  /** What the address of this page asks to be said. */
  read(c: Context): T | undefined;
}

export function createSaid<T>({ now }: Pick<Services, 'now'>): Said<T> {
  const kept = new Map<string, { readonly notice: T; readonly owner: string; readonly untilMs: number }>();

  function forgetOld(): void {
    for (const [key, { untilMs }] of kept) {
      if (untilMs <= now().getTime() || kept.size > MOST) kept.delete(key);
    }
  }

  return {
    leadTo: (c, path, notice) => {
      const key = newSecret();
      kept.set(key, { notice, owner: c.get('user').id, untilMs: now().getTime() + KEPT_MS });
      forgetOld();
      const [page = '', place] = path.split('#');
      return c.redirect(`${page}?said=${key}${place === undefined ? '' : `#${place}`}`, 303);
    },
    read: (c) => {
      forgetOld();
      const found = kept.get(c.req.query('said') ?? '');
      return found?.owner === c.get('user').id ? found.notice : undefined;
    },
  };
}
