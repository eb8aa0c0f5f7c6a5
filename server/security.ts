/**
 * What stands before every route. The server has no sign-in, so it answers only to this machine:
 * a Host header of the loopback (against DNS rebinding), forms from its own pages only, no script or
 * style but its own files, nothing kept by caches in between.
 */

import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/** 403 for a request whose Host is not this machine's own name. */
export const onlyLoopbackHost: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOOPBACK.test(host)) return c.text('Host not allowed\n', 403);
  await next();
};

/** 403 for a form that another site sent. */
export const onlyOwnForms: MiddlewareHandler = csrf();

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
  // Served over plain HTTP on the loopback: a transport promise would only break other local tools.
  strictTransportSecurity: false,
  crossOriginResourcePolicy: 'same-origin',
});

/** Pages hold figures of patients: no cache keeps them. Assets set their own header. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};
