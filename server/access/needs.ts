/**
 * The role a route needs, declared as the first handler after its path. Invariant: every route declares
 * one (test/server/roles.test.ts takes the routes from the app's own table).
 */

import type { MiddlewareHandler } from 'hono';
import { covers, type Role, type User } from './user.ts';

/** `anyone` includes people who have not signed in. */
export type Need = Role | 'anyone';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who asks; nobody on a route for anyone may be `NOBODY`. */
    user: User;
  }
}

/** Turned down for want of a role; the app makes the answer: sign in first, or a page that says which role. */
export class AccessDenied extends Error {
  readonly need: Role;

  constructor(need: Role) {
    super(`needs the role ${need}`);
    this.name = 'AccessDenied';
    this.need = need;
  }
}

const DECLARED = new WeakMap<object, Need>();

/**
 * Lets through who has the role, or one above it.
 * @throws AccessDenied
 */
export function needs(role: Need): MiddlewareHandler {
  const check: MiddlewareHandler = async (c, next) => {
    if (role !== 'anyone' && !covers(c.get('user').role, role)) throw new AccessDenied(role);
    await next();
  };
  DECLARED.set(check, role);
  return check;
}

/** The role that a handler of the app's table declares; undefined for any other handler. */
export function needOf(handler: object): Need | undefined {
  return DECLARED.get(handler);
}
