/**
 * What stands before every route: a Host header that is ours (against DNS rebinding), forms from our own
 * pages only, no script or style but our own files, nothing kept by caches in between.
 *
 * Forms carry no token of their own. A form that changes something is turned down unless the browser says
 * that it comes from a page of this server (Sec-Fetch-Site or Origin, at least one of which every browser
 * sends with a form), and the session's cookie is same-site, so that another site's form has no session
 * either. The interface for programs reads no cookie at all.
 */

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { type Access, API_PATH, addressOf, hostOf, isSecure, originOf } from './access/access.ts';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** 403 for a request whose Host is neither this machine's own name nor an address of the settings. */
export function onlyKnownHost({ settings, accounts }: Access): MiddlewareHandler {
  return async (c, next) => {
    if (!LOOPBACK.test(hostOf(c)) && addressOf(c, settings) === undefined) {
      return c.text('Host not allowed\n', 403);
    }
    // A proxy on this machine that writes its own Host would let the world in as the administrator.
    if (!accounts.inUse() && FORWARDED.some((name) => c.req.header(name) !== undefined)) {
      return c.text('Not through a proxy without accounts: start once with --administrator-link\n', 403);
    }
    await next();
  };
}

/**
 * 403 for a form that another site sent, and for one that came over an address of ours under another Host: a proxy that
 * writes its own Host there would hide TLS from us, and with it the cookie that only travels over TLS.
 */
export function onlyOwnForms({ settings }: Access): MiddlewareHandler {
  const check = csrf({ origin: (origin, c) => origin === originOf(c, settings) });
  const ours = settings.addresses.map(({ origin }) => origin);
  return async (c, next) => {
    if (c.req.path.startsWith(API_PATH)) return next();
    const origin = c.req.header('origin') ?? '';
    if (c.req.method === 'POST' && ours.includes(origin) && origin !== originOf(c, settings)) {
      return c.text('The proxy must pass on the Host that people typed: see docs/running.md\n', 403);
    }
    return check(c, next);
  };
}

/** Forms with a file in them: their routes ask for a role first, and keep to a limit of their own. */
const TAKES_FILES =
  /^\/(?:data|scenarios|method\/rules|network\/(?:(?:designs|keys|improvements)\/import|contributions|conversions))$/;
/** A little above the limit of the longest form there is, a price list: that one is refused in words of its own. */
const FORM_LIMIT_BYTES = 2_500_000;
const shortForm = bodyLimit({
  maxSize: FORM_LIMIT_BYTES,
  onError: (c) => c.text('Form too large\n', 413),
});

/** 413 for a form that is larger than forms are: read into memory it would be, also for somebody who has not signed in. */
export const onlyShortForms: MiddlewareHandler = (c, next) =>
  c.req.path.startsWith(API_PATH) || TAKES_FILES.test(c.req.path) ? next() : shortForm(c, next);

export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  // See `onlyOverTls`: a promise made for plain HTTP would break other tools on this machine.
  strictTransportSecurity: false,
  crossOriginResourcePolicy: 'same-origin',
});

/** Tells browsers to keep to TLS on an address that has it. */
export function onlyOverTls({ settings }: Access): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (isSecure(c, settings)) c.res.headers.set('strict-transport-security', 'max-age=31536000');
  };
}

/** Pages hold figures of patients: no cache keeps them. Assets set their own header. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};
