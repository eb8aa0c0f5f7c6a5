/** The manual as a page: its chapters, its pictures, nothing else of the folder. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { SENTENCES } from '../../src/issue/sentences/index.ts';
import { nl } from '../../views/text/nl.ts';
import { PAGES } from '../browser/pages.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

const source = readFileSync(join(PACKAGE_ROOT, 'docs', 'handleiding.md'), 'utf8');
const pictures = [...source.matchAll(/\]\(screens\/([^)]+)\)/g)].map(([, name]) => name!);

test('is one page with a list of chapters, linked from every page', async () => {
  const html = await app.text('/manual');
  expect(wordsOf(html)).toMatch(/Handleiding .* Inhoud In tien minuten/);
  for (const [, chapter] of html.matchAll(/<a href="#([a-z0-9-]+)">/g))
    expect(html).toContain(`id="${chapter}"`);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(await app.text('/data')).toContain('href="/manual"');
  expect(wordsOf(await app.text('/manual?lang=en'))).toContain('The manual itself is in Dutch');
});

/** Every text below an object of words. */
function texts(words: unknown): string[] {
  return typeof words === 'string'
    ? [words]
    : typeof words === 'object' && words !== null
      ? Object.values(words).flatMap(texts)
      : [];
}

test('calls buttons, boxes and notices what the pages call them', () => {
  const seen = [...texts(nl), ...Object.values(SENTENCES).map((each) => each.nl)].join('\n').toLowerCase();
  const named = [...source.replace(/\s+/g, ' ').matchAll(/(?<![\w/])_([^_]+?)_(?!\w)/g)].map(
    ([, name]) => name!,
  );
  expect(named.length).toBeGreaterThan(30);
  const others = named.filter(
    (name) => !seen.includes(name.toLowerCase()) && !/^docs\/|^illustratieve$/.test(name),
  );
  expect(others).toEqual([]);
});

test('names pictures of pages that are taken, each with words for who does not see it', () => {
  const names = new Set(PAGES.map(({ name }) => name));
  expect(pictures.length).toBeGreaterThan(10);
  for (const picture of pictures) expect(names).toContain(/^(.+)-wide\.webp$/.exec(picture)?.[1]);
  expect(source).not.toMatch(/!\[\]/);
});

test('shows its pictures, and nothing else that lies there', async () => {
  for (const picture of pictures) {
    expect(
      existsSync(join(PACKAGE_ROOT, 'docs', 'screens', picture)),
      `${picture}: npm run screenshots`,
    ).toBe(true);
  }
  const response = await app.get(`/manual/screens/${pictures[0]}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/webp');
  for (const other of ['..%2Fprivacy.md', 'privacy.md', '..%2F..%2Fpackage.json', 'nothing.webp']) {
    expect((await app.get(`/manual/screens/${other}`)).status, other).toBe(404);
  }
});
