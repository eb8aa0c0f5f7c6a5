/**
 * Every route of the app's own table says which role it needs, and keeps to it: walked for every role
 * and for somebody who has not signed in.
 */

import fc from 'fast-check';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needOf } from '../../server/access/needs.ts';
import { covers, NOBODY, ROLES, type User } from '../../server/access/user.ts';
import { createApp } from '../../server/app.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

/** One line per method and path; what stands before every route is not one. */
function routesOf({ routes }: Hono): string[] {
  return [
    ...new Set(
      routes
        .filter(({ method, path }) => !(method === 'ALL' && path === '/*'))
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ];
}

function declared({ routes }: Hono, line: string) {
  const [first] = routes.filter(({ method, path }) => `${method} ${path}` === line);
  return first === undefined ? undefined : needOf(first.handler);
}

const NAMES = ['7', 'nothing'];

/** A path of this shape whose parameters name nothing, so that nothing can happen. */
function examplePath(path: string): string {
  return path.replace(/:\w+(\{[^}]*\}+)?/g, (_all, pattern: string | undefined) => {
    const shape = new RegExp(`^(?:${pattern === undefined ? '[a-z]+' : pattern.slice(1, -1)})$`);
    const [drawn = ''] = fc.sample(fc.stringMatching(shape), { numRuns: 1, seed: 1 });
    return encodeURIComponent(NAMES.find((each) => shape.test(each)) ?? drawn);
  });
}

/** Open to people who have not signed in: no more than it takes to sign in, and to see that the server runs. */
const OPEN = [
  'GET /api/v1/openapi.json',
  'GET /health',
  'GET /link/:secret',
  'GET /ready',
  'GET /sign-in',
  'GET /sign-in/institution',
  'GET /sign-in/institution/return',
  'POST /link/:secret',
  'POST /sign-in',
  'POST /sign-out',
];

const PEOPLE: readonly User[] = [NOBODY, ...ROLES.map((role): User => ({ id: role, name: role, role }))];

function appOf(user: User): Hono {
  return createApp({ ...app.services, access: { ...app.services.access, identify: () => user } });
}

test('there are routes, and each has a role as its first handler', () => {
  const lines = routesOf(app.app);
  expect(lines.length).toBeGreaterThan(25);
  const without = lines.filter((line) => declared(app.app, line) === undefined);
  expect(without, 'routes without needs(role) right after their path').toEqual([]);
});

test('few routes are for anyone', () => {
  const open = routesOf(app.app).filter((line) => declared(app.app, line) === 'anyone');
  expect(open.filter((line) => !line.startsWith('GET /assets/')).sort()).toEqual(OPEN);
});

describe.each(PEOPLE)('$role', (user) => {
  test('gets what the role covers, and nothing else', async () => {
    const own = appOf(user);
    for (const line of routesOf(own)) {
      const [method = '', path = ''] = line.split(' ');
      const need = declared(own, line)!;
      const response = await own.request(`${ORIGIN}${examplePath(path)}`, {
        method: method === 'ALL' ? 'GET' : method,
        ...(method === 'GET'
          ? {}
          : { headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' } }),
      });
      const turnedDown = user.role === 'nobody' ? 401 : 403;
      if (need === 'anyone') expect(response.status, line).toBeLessThan(500);
      else if (covers(user.role, need))
        expect([401, 403], `${line} needs ${need}`).not.toContain(response.status);
      else expect(response.status, `${line} needs ${need}`).toBe(turnedDown);
    }
  });
});

test('a page for somebody without a role names no data set', async () => {
  const response = await appOf(NOBODY).request(`${ORIGIN}/data`);
  expect(response.status).toBe(401);
  expect(await response.text()).not.toContain('/data/');
});
