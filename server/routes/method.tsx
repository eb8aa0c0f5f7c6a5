/** Accountability: rule sets here, methods, versions. */

import { Hono } from 'hono';
import { dayOf } from '../../views/format.ts';
import { Method } from '../../views/pages/method.tsx';
import { needs } from '../access/needs.ts';
import { dataSetOf, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { latestRuns } from '../store/runs.ts';

const RUNS_SHOWN = 20;

export function methodRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/method', needs('viewer'), async (c) => {
    const view = viewOf(c, services);
    const ruleSets = services.rules.listed().map(({ id, checked: { value } }) =>
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
    const runs = (await latestRuns(services.engine, RUNS_SHOWN)).flatMap((run) => {
      const dataSet = dataSetOf(services, run.dataSet);
      if (dataSet === undefined) return [];
      return [{ on: dayOf(run.at, view.lang), kind: run.kind, dataSet: dataSet.name, address: run.address }];
    });
    const set = services.rules.listed().find(({ id }) => id === c.req.query('stored'))?.checked.value;
    const against = services.rules.listed().find(({ id, checked }) => id !== set?.id && checked.value)?.id;
    const stored =
      set === undefined
        ? {}
        : {
            stored: {
              id: set.id,
              official: set.status === 'official',
              ...(against === undefined ? {} : { against }),
            },
          };
    return page(c, <Method view={view} ruleSets={ruleSets} runs={runs} {...stored} />);
  });

  return routes;
}
