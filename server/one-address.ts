/**
 * One address a page, and a language that is remembered. Invariants: the place it leads to is a path of this
 * server, whatever was asked for; behind a proxy with TLS nobody is led off it, so the path stands alone.
 */

import type { Context, MiddlewareHandler } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Lang } from '../src/index.ts';
import { type Access, API_PATH, isSecure } from './access/access.ts';

/**
 * `/data/demo/` leads to `/data/demo`, with its query. Found for good, but kept by nobody (`noStore`). The
 * framework's own gives the whole address as the server sees it, which behind a proxy is http. Leading slashes go
 * too: `//elsewhere/` without its last one would be another site.
 */
export const withoutLastSlash: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const looks = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!looks || pathname === '/' || !pathname.endsWith('/')) return next();
  return c.redirect(`/${pathname.replace(/^\/+|\/+$/g, '')}${search}`, 301);
};

/** The language that the address asks for. */
export function askedLanguage(c: Context): Lang | undefined {
  const asked = c.req.query('lang');
  return asked === 'nl' || asked === 'en' ? asked : undefined;
}

/** Keeps the language that the address of a page asks for, for a year; sent over TLS only where the site has it. */
export function keepLanguage({ settings }: Access): MiddlewareHandler {
  return async (c, next) => {
    const lang = askedLanguage(c);
    if (lang !== undefined && !c.req.path.startsWith(API_PATH)) {
      const secure = isSecure(c, settings);
      setCookie(c, 'lang', lang, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 31_536_000, secure });
    }
    await next();
  };
}
