/** What lies in the data folder for programs: rule sets, scenarios and their prices, runs. */

import { Hono } from 'hono';
import { refuse } from '../../src/index.ts';
import { needs } from '../access/needs.ts';
import { API_BASE } from '../api/description.ts';
import { apiLanguage } from '../api/problem.ts';
import { apiTools } from '../api/tools.ts';
import { compareRules } from '../compare-rules.ts';
import { listScenarios, openScenario, storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { latestRuns, runOf } from '../store/runs.ts';
import { runDocument } from './runs.tsx';

const MOST_RUNS = 500;

export function apiShelfRoutes(services: Services): Hono {
  const routes = new Hono().basePath(API_BASE);
  const { send, load, note } = apiTools(services);
  const sets = () => services.rules.listed().flatMap(({ checked: { value } }) => value ?? []);

  routes.get('/rule-sets', needs('viewer'), (c) =>
    send(c, {
      ruleSets: sets().map(({ id, title, status, source, validFrom, clusters, sha256 }) => ({
        ...{ id, title, status, source },
        ...(validFrom === undefined ? {} : { validFrom }),
        clusters: clusters.map(({ code, supercluster, name }) => ({ code, supercluster, name })),
        sha256,
      })),
    }),
  );

  routes.get('/rule-sets/:from/diff/:to', needs('viewer'), async (c) => {
    const [from, to] = (['from', 'to'] as const).map((side) =>
      sets().find(({ id }) => id === c.req.param(side)),
    );
    if (from === undefined || to === undefined) throw refuse('api-nothing-here');
    const asked = c.req.query('dataSet');
    const loaded = asked === undefined ? undefined : await load(asked);
    const document = await compareRules(from, to, loaded, apiLanguage(c));
    if (loaded !== undefined) await note(c, loaded.dataSet.id, 'rules diff');
    return send(c, document);
  });

  routes.get('/scenarios', needs('viewer'), async (c) => {
    const scenarios = await Promise.all(
      (await listScenarios(services.home)).map(async ({ id, title, own, scenario }) => {
        // A faulty file is named, not shown: what is wrong with it stands on the page of scenarios.
        const stored = scenario === undefined ? undefined : await storedScenario(services.home, id);
        const document = stored === undefined ? {} : { scenario: documentOf(stored.text) };
        return { id, title, own, ...document };
      }),
    );
    return send(c, { scenarios });
  });

  routes.get('/scenarios/:name/prices', needs('viewer'), async (c) => {
    const name = c.req.param('name');
    if ((await storedScenario(services.home, name)) === undefined) throw refuse('api-nothing-here');
    const { list } = (await openScenario(services.home, name)).scenario.prices;
    return send(c, { list: { id: list.id, sha256: list.sha256 }, prices: list.rows });
  });

  routes.get('/runs', needs('viewer'), async (c) => {
    const runs = await latestRuns(services.engine, MOST_RUNS);
    return send(c, { runs: runs.map((run) => runDocument(services, run)) });
  });

  routes.get('/runs/:run', needs('viewer'), async (c) => {
    const run = await runOf(services.engine, c.req.param('run'));
    if (run === undefined) throw refuse('api-nothing-here');
    return send(c, runDocument(services, run));
  });

  return routes;
}

/** As the file has it; it has been read as a scenario before. */
function documentOf(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
