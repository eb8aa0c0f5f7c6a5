/** Accountability: rule sets here, methods, versions. */

import { Hono } from 'hono';
import { Method } from '../../views/pages/method.tsx';
import { page, viewOf } from '../respond.tsx';
import { listedRuleSets } from '../rule-book.ts';
import type { Services } from '../services.ts';

export function methodRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/method', async (c) => {
    const view = viewOf(c, services);
    const listed = await listedRuleSets(services.home);
    const ruleSets = listed.map(({ id, checked: { value } }) =>
      value === undefined
        ? { id, title: '', status: view.t.method.rulesFaulty, source: '' }
        : {
            id,
            title: value.title[view.lang],
            status: view.t.shell.status[value.status],
            clusters: value.clusters.length,
            source: value.source,
            ...(value.validFrom === undefined ? {} : { validFrom: value.validFrom }),
          },
    );
    return page(c, <Method view={view} ruleSets={ruleSets} />);
  });

  return routes;
}
