/** What the server refuses, and what it never says: values of patients in addresses, log or error pages. */

import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { openHome } from '../../server/store/home.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ members: 3, episodes: 600 });
});
afterAll(() => app.close());

describe('hosts and forms', () => {
  test.each(['127.0.0.1:3000', 'localhost:3000', 'localhost', '[::1]:3000'])(
    'answers to %s',
    async (host) => {
      expect((await app.get('/data', { host })).status).toBe(200);
    },
  );

  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000', '192.168.1.5:3000'])(
    'does not answer to %s, whatever it resolves to',
    async (host) => {
      const response = await app.get('/data', { host });
      expect(response.status).toBe(403);
      expect(await response.text()).toBe('Host not allowed\n');
    },
  );

  test('a form of another site changes nothing', async () => {
    for (const headers of [{ origin: 'http://evil.example' }, {}, { origin: 'null' }]) {
      expect((await app.post('/data/demo/delete', headers)).status).toBe(403);
    }
    expect(app.services.dataSets()).toHaveLength(1);
  });

  test('deleting by a link is not possible', async () => {
    expect((await app.get('/data/demo/delete')).status).toBe(404);
    expect(app.services.dataSets()).toHaveLength(1);
  });
});

test('a slash at the end leads to the page, of this server and nowhere else', async () => {
  for (const [path, to] of [
    ['/data/demo/', '/data/demo'],
    ['/data/demo//?lang=en&x=%2F', '/data/demo?lang=en&x=%2F'],
    ['/nothing/', '/nothing'],
    ['//evil.example/', '/evil.example'],
    ['/\\evil.example/', '/evil.example'],
    ['/%2Fevil.example/', '/%2Fevil.example'],
  ] as const) {
    const answer = await app.get(path);
    expect([answer.status, answer.headers.get('location')], path).toEqual([301, to]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  expect((await app.get('/')).status).toBe(200);
  // A form is sent to the one address there is.
  expect((await app.post('/data/demo/delete/')).status).toBe(404);
  expect(app.services.dataSets()).toHaveLength(1);
});

describe('headers', () => {
  test('no script or style but our own files, no framing, no cache', async () => {
    const { headers } = await app.get('/data/demo/cases');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('pages have no inline script, style or handler', async () => {
    for (const path of [
      '/data',
      '/data/demo',
      '/data/demo/clusters',
      '/data/demo/cases',
      '/data/demo/cases/5',
    ]) {
      const html = await app.text(path);
      expect(html, path).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle="|\son[a-z]+="|javascript:/i);
    }
  });

  test('assets are kept by the browser, under a name that changes with them', async () => {
    const html = await app.text('/data');
    const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(addresses.map((address) => address.split('/').at(-1)))).toEqual(
      new Set(['style.css', 'htmx.js', 'app.js', 'tools.js']),
    );
    for (const address of addresses) {
      const response = await app.get(address);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
  });
});

describe('addresses that name nothing', () => {
  test.each([
    '/nope',
    '/data/unknown',
    '/data/unknown/clusters',
    '/data/unknown/cases/1',
    '/data/demo/cases/0',
    '/data/demo/cases/999999',
    '/data/demo/cases/x',
    '/data/demo/clusters/nothing.svg',
    '/data/demo/clusters/..%2f..%2fetc%2fpasswd',
    '/data/..%2f..%2fetc%2fpasswd/rejects.csv',
    '/data/demo/rejects.csv',
    '/data/demo%27;drop%20table%20data_set',
    '/assets/../package.json',
  ])('%s: the page that says so', async (path) => {
    const response = await app.get(path);
    expect(response.status).toBe(404);
    const words = wordsOf(await response.text());
    expect(words).toContain('Deze pagina is er niet');
    expect(words).not.toContain('passwd');
  });

  test('filters that name nothing give an empty list, a page outside it the nearest', async () => {
    expect(wordsOf(await app.text('/data/demo/cases?cluster=XX&team=%3Cb%3E'))).toContain('0 van de 600');
    expect(wordsOf(await app.text('/data/demo/cases?page=-3'))).toContain('Blad 1 van 12');
    expect(wordsOf(await app.text('/data/demo/cases?page=9999'))).toContain('Blad 12 van 12');
    expect(wordsOf(await app.text('/data/demo/cases?page=abc'))).toContain('Blad 1 van 12');
  });
});

describe('values of patients', () => {
  test('stand in no address of any page', async () => {
    const { table } = await app.services.workspace.load('demo');
    const column = table.columns.get('patient');
    if (column?.kind !== 'text') throw new Error('no patients');
    const pages = ['/data', '/data/demo', '/data/demo/clusters', '/data/demo/cases', '/data/demo/cases/5'];
    for (const path of pages) {
      const addresses = [...(await app.text(path)).matchAll(/(?:href|action|hx-get)="([^"]*)"/g)].map(
        (m) => m[1]!,
      );
      for (const patient of column.words) {
        expect(addresses.some((address) => address.includes(patient))).toBe(false);
      }
    }
  });

  test('an unexpected fault says a number, not what went wrong with whose value', async () => {
    const secret = 'patient-4711';
    const log: string[] = [];
    const broken = createApp({
      ...app.services,
      log: (line) => log.push(line),
      workspace: {
        ...app.services.workspace,
        load: () => Promise.reject(new TypeError(`cannot parse ${secret}`)),
      },
    });
    const response = await broken.request(`${ORIGIN}/data/demo/clusters`);
    expect(response.status).toBe(500);
    const words = wordsOf(await response.text());
    const reference = /nummer: ([a-z0-9]{8})/.exec(words)?.[1];
    expect(reference).toBeDefined();
    expect(words).not.toContain(secret);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(new RegExp(`^fault ${reference} TypeError at \\S`));
    expect(log[0]).not.toContain(secret);
  });

  test('who looked at which case and took what is written down, by row and name of the figure', async () => {
    await app.text('/data/demo/cases/9');
    const trail = await app.services.engine.all(
      "select action, data_set, detail from audit where action = 'view-case' order by number desc limit 1",
    );
    expect(trail).toEqual([{ action: 'view-case', data_set: 'demo', detail: '{"row":9}' }]);
  });
});

test('only its owner can look into the data folder', async () => {
  if (process.platform === 'win32') return;
  expect((await stat(app.folder)).mode & 0o777).toBe(0o700);
  // Others lose what they could; a folder that its owner made read-only stays so.
  const shut = await mkdtemp(join(tmpdir(), 'shut-'));
  await chmod(shut, 0o555);
  await openHome(shut).catch(() => undefined);
  expect((await stat(shut)).mode & 0o777).toBe(0o500);
  await rm(shut, { recursive: true });
});
