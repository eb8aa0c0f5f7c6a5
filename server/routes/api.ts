/**
 * The interface for programs: the command line's documents under /api/v1. Invariants: asked with a bearer
 * token only, so that no other site can ask with somebody's cookie; what goes wrong is a problem document.
 */

import { type Context, Hono } from 'hono';
import { canonicalJson, IssueCollector, refuse } from '../../src/index.ts';
import { needs } from '../access/needs.ts';
import { BENCHMARK_BODY, bodyOf, limited, OUTCOMES_BODY, SIMULATION_BODY } from '../api/body.ts';
import { API_BASE, apiDescription } from '../api/description.ts';
import {
  type BenchmarkAsk,
  benchmarkDocument,
  episodesDocument,
  given,
  outcomesDocument,
  reportDocument,
  scoreDocument,
  simulationDocument,
} from '../api/documents.ts';
import { apiLanguage } from '../api/problem.ts';
import { scenarioOf } from '../api/scenario-of.ts';
import { deleteOnRequest } from '../remove-data-set.ts';
import { dataSetOf } from '../respond.tsx';
import { listScenarios, storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import { takeUpload } from '../take-upload.ts';

const MOST_EPISODES = 10_000;

/** A whole number of the query. @throws Refusal `api-parameter` */
function whole(c: Context, name: string, otherwise: number, least: number, most: number): number {
  const text = c.req.query(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most) throw refuse('api-parameter', { name });
  return value;
}

export function apiRoutes(services: Services): Hono {
  const routes = new Hono().basePath(API_BASE);

  const send = (c: Context, document: unknown, status: 200 | 202 = 200): Response =>
    c.body(canonicalJson(document), status, { 'content-type': 'application/json' });

  function found(id: string | undefined) {
    const dataSet = dataSetOf(services, id);
    if (dataSet === undefined) throw refuse('api-nothing-here');
    return dataSet;
  }

  const load = (id: string | undefined) => services.workspace.load(found(id).id);

  /** What left is written down, as from the pages. */
  async function note(c: Context, dataSet: string, what: string): Promise<void> {
    const at = services.now().toISOString();
    const detail = { what, as: 'json', by: 'token' };
    await services.engine.transaction((transaction) =>
      addAudit(transaction, { at, action: 'export', dataSet, who: c.get('user').id, detail }),
    );
  }

  function jobDocument(c: Context, id: string) {
    const lang = apiLanguage(c);
    const job = services.jobs.get(id);
    if (job === undefined) {
      // A job is forgotten when the server starts again; what it made is there.
      const { name, rows } = found(id);
      return { id, name, state: 'done', rowsRead: rows.read, dataSet: `${API_BASE}/data-sets/${id}` };
    }
    const { state, progress } = job;
    const collector = new IssueCollector();
    if (state.kind === 'refused') collector.addAll(state.issues);
    return {
      id,
      name: job.name,
      state: state.kind,
      rowsRead: progress.rowsRead,
      ...(progress.share === undefined ? {} : { share: progress.share }),
      ...(state.kind === 'done' ? { dataSet: `${API_BASE}/data-sets/${id}` } : {}),
      ...(state.kind === 'refused' ? { issues: collector.summaries(lang) } : {}),
      ...(state.kind === 'failed' ? { reference: state.reference } : {}),
    };
  }

  routes.get('/openapi.json', needs('anyone'), (c) => send(c, apiDescription()));

  routes.get('/data-sets', needs('viewer'), (c) => {
    const lang = apiLanguage(c);
    return send(c, { dataSets: services.dataSets().map((dataSet) => reportDocument(dataSet, lang)) });
  });

  routes.post('/data-sets', needs('analyst'), async (c) => {
    const id = await takeUpload(services, c.req.raw, apiLanguage(c), c.get('user').id);
    c.header('Location', `${API_BASE}/jobs/${id}`);
    return send(c, jobDocument(c, id), 202);
  });

  routes.get('/jobs/:id', needs('analyst'), (c) => send(c, jobDocument(c, c.req.param('id'))));

  routes.get('/data-sets/:id', needs('viewer'), (c) =>
    send(c, reportDocument(found(c.req.param('id')), apiLanguage(c))),
  );

  routes.delete('/data-sets/:id', needs('analyst'), async (c) => {
    await deleteOnRequest(services, found(c.req.param('id')).id, c.get('user').id);
    return c.body(null, 204);
  });

  routes.get('/data-sets/:id/score', needs('viewer'), async (c) => {
    const loaded = await load(c.req.param('id'));
    await note(c, loaded.dataSet.id, 'score');
    return send(c, scoreDocument(loaded, apiLanguage(c)));
  });

  routes.get('/data-sets/:id/episodes', needs('analyst'), async (c) => {
    const after = whole(c, 'after', 0, 0, 999_999_999);
    const limit = whole(c, 'limit', 1000, 1, MOST_EPISODES);
    const loaded = await load(c.req.param('id'));
    await note(c, loaded.dataSet.id, 'episodes');
    return send(c, episodesDocument(loaded, after, limit));
  });

  routes.post('/data-sets/:id/simulation', needs('viewer'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { scenario, ...ask } = await bodyOf(c, SIMULATION_BODY);
    const stack = await scenarioOf(services.home, scenario);
    const loaded = await services.workspace.load(id);
    const document = await simulationDocument(services, loaded, stack, given(ask), apiLanguage(c));
    await note(c, id, 'simulation');
    return send(c, document);
  });

  routes.post('/data-sets/:id/benchmark', needs('viewer'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { period, ...ask } = given(await bodyOf(c, BENCHMARK_BODY));
    const asked: BenchmarkAsk = { ...ask, ...(period === undefined ? {} : { period: given(period) }) };
    const loaded = await services.workspace.load(id);
    const document = benchmarkDocument(services, loaded, asked, apiLanguage(c));
    await note(c, id, 'benchmark');
    return send(c, document);
  });

  routes.post('/data-sets/:id/outcomes', needs('analyst'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const ask = given(await bodyOf(c, OUTCOMES_BODY));
    const document = outcomesDocument(await services.workspace.load(id), ask, apiLanguage(c));
    await note(c, id, 'outcomes');
    return send(c, document);
  });

  routes.get('/rule-sets', needs('viewer'), (c) =>
    send(c, {
      ruleSets: services.rules.listed().flatMap(({ checked: { value } }) =>
        value === undefined
          ? []
          : [
              {
                ...{ id: value.id, title: value.title, status: value.status, source: value.source },
                ...(value.validFrom === undefined ? {} : { validFrom: value.validFrom }),
                clusters: value.clusters.map(({ code, supercluster, name }) => ({
                  code,
                  supercluster,
                  name,
                })),
                sha256: value.sha256,
              },
            ],
      ),
    }),
  );

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

  return routes;
}

/** As the file has it; it has been read as a scenario before. */
function documentOf(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
