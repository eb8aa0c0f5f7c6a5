/** The manual and its pictures. */

import { Hono } from 'hono';
import { ManualPage } from '../../views/pages/manual.tsx';
import { needs } from '../access/needs.ts';
import { pictureOf, readManual } from '../manual.ts';
import { notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';

export function manualRoutes(services: Services): Hono {
  const routes = new Hono();
  const manual = readManual();

  routes.get('/manual', needs('viewer'), (c) =>
    page(c, <ManualPage view={viewOf(c, services)} chapters={manual.chapters} html={manual.html} />),
  );

  routes.get('/manual/screens/:file', needs('viewer'), (c) => {
    const picture = pictureOf(c.req.param('file'));
    if (picture === undefined) return notFound(c, services);
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/webp',
      // Made from synthetic data: it may be kept, unlike pages.
      'cache-control': 'private, max-age=3600',
    });
  });

  return routes;
}
