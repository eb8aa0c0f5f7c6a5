/** The style sheet, our small scripts and htmx, each under a name that changes with its content. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';
import { PACKAGE_ROOT } from '../src/index.ts';
import type { AssetName } from '../views/view.ts';

const FILES: Readonly<Record<AssetName, { path: () => string; type: string }>> = {
  'style.css': { path: () => join(PACKAGE_ROOT, 'views', 'style.css'), type: 'text/css; charset=utf-8' },
  'app.js': { path: () => join(PACKAGE_ROOT, 'views', 'app.js'), type: 'text/javascript; charset=utf-8' },
  'tools.js': {
    path: () => join(PACKAGE_ROOT, 'views', 'tools.js'),
    type: 'text/javascript; charset=utf-8',
  },
  'htmx.js': {
    path: () => createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'),
    type: 'text/javascript; charset=utf-8',
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
  for (const [name, { path, type }] of Object.entries(FILES) as [AssetName, (typeof FILES)[AssetName]][]) {
    const body = readFileSync(path());
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const url = `/assets/${hash}/${name}`;
    urls.set(name, url);
    routes.get(url, (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    );
  }
  return { routes, url: (name) => urls.get(name)! };
}
