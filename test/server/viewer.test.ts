/** What a role may not do is not offered to it either: every link and form of a viewer's and an analyst's pages works for them. */

import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Need, needOf } from '../../server/access/needs.ts';
import { covers, type Role } from '../../server/access/user.ts';
import { createApp } from '../../server/app.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ members: 4, episodes: 800 });
});
afterAll(() => app.close());

const PAGES = [
  '/',
  '/data',
  '/data/demo',
  '/data/demo/clusters',
  '/data/demo/simulation',
  '/data/demo/benchmark',
  '/scenarios',
  '/network',
  '/method',
  '/method/interface',
  '/account',
];

/** The role that the app's own table asks for at an address; nothing there asks for nothing. */
function needAt(own: Hono, method: string, address: string): Need {
  const [handlers] = own.router.match(method, new URL(address, ORIGIN).pathname);
  for (const [[handler]] of handlers as [[object, unknown], unknown][]) {
    const need = needOf(handler);
    if (need !== undefined) return need;
  }
  return 'anyone';
}

test.each(['viewer', 'analyst'] as const)('%s', async (role: Role) => {
  const own = createApp({
    ...app.services,
    access: { ...app.services.access, identify: () => ({ id: role, name: role, role }) },
  });
  const offered = new Map<string, string>();
  for (const path of PAGES) {
    const response = await own.request(`${ORIGIN}${path}`);
    expect(response.status, path).toBeLessThan(400);
    const html = await response.text();
    for (const [, address = ''] of html.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g))
      offered.set(`GET ${address}`, path);
    for (const [form] of html.matchAll(/<form\b[^>]*>/g)) {
      const [, action = ''] = /action="([^"]*)"/.exec(form) ?? [];
      if (/method="post"/i.test(form)) offered.set(`POST ${action}`, path);
    }
  }
  expect(offered.size).toBeGreaterThan(20);
  const turnedDown = [...offered].filter(([line]) => {
    const [method = '', address = ''] = line.replaceAll('&amp;', '&').split(' ');
    return !covers(role, needAt(own, method, address));
  });
  expect(turnedDown).toEqual([]);
});
