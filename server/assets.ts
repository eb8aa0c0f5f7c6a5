/** The style sheet, our small scripts and htmx, each under a name that changes with its content. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';
import { PACKAGE_ROOT } from '../src/index.ts';
import type { AssetName } from '../views/view.ts';
import { needs } from './access/needs.ts';

const VIEWS = join(PACKAGE_ROOT, 'views');

/** One file a topic, in the order in which they apply: what is said later wins, narrow screens and paper last. */
const STYLES = [
  'base',
  'frame',
  'surfaces',
  'figures',
  'cases',
  'form',
  'tables',
  'forms',
  'findings',
  'simulation',
  'editors',
  'access',
  'benchmark',
  'manual',
  'narrow',
  'print',
];

const CSS = 'text/css; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';

const FILES: Readonly<Record<AssetName, { paths: () => readonly string[]; type: string }>> = {
  'style.css': { paths: () => STYLES.map((name) => join(VIEWS, 'styles', `${name}.css`)), type: CSS },
  'app.js': { paths: () => [join(VIEWS, 'app.js')], type: JAVASCRIPT },
  'tools.js': { paths: () => [join(VIEWS, 'tools.js')], type: JAVASCRIPT },
  'sheet.js': { paths: () => [join(VIEWS, 'sheet.js')], type: JAVASCRIPT },
  'htmx.js': {
    paths: () => [createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')],
    type: JAVASCRIPT,
  },
};

export interface Assets {
  /** Address of an asset, with its content's hash. */
  readonly url: (name: AssetName) => string;
  readonly routes: Hono;
}

export function createAssets(): Assets {
  const routes = new Hono();
  const urls = new Map<AssetName, string>();
  for (const [name, { paths, type }] of Object.entries(FILES) as [AssetName, (typeof FILES)[AssetName]][]) {
    const body = paths()
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const url = `/assets/${hash}/${name}`;
    urls.set(name, url);
    routes.get(url, needs('anyone'), (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    );
  }
  return { routes, url: (name) => urls.get(name)! };
}
