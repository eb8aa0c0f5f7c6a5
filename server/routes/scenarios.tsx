/** Scenarios as things: list, one of them, import, copy, rename, removal, and their files to take along. */

import { type Context, Hono } from 'hono';
import { priceListCsv, Refusal } from '../../src/index.ts';
import { ScenarioPage, ScenarioRemove } from '../../views/pages/scenario.tsx';
import { ScenarioList } from '../../views/pages/scenarios.tsx';
import { fill } from '../../views/text/fill.ts';
import { needs } from '../access/needs.ts';
import { dataSetOf, notFound, page, sentences, viewOf } from '../respond.tsx';
import { listScenarios, openScenario, storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { importScenario } from '../simulation/import-scenario.ts';
import { dropScenario, keepScenario, noteScenario } from '../simulation/save.ts';

export function scenarioRoutes(services: Services): Hono {
  const routes = new Hono();

  async function list(c: Context, refused: readonly string[] = []) {
    const view = viewOf(c, services, dataSetOf(services, c.req.query('data')));
    const scenarios = await listScenarios(services.home, view.lang);
    const removed = c.req.query('removed');
    const done = removed === undefined ? undefined : fill(view.t.scenarios.removed, { title: removed });
    const status = refused.length > 0 ? 400 : 200;
    return page(c, <ScenarioList view={view} scenarios={scenarios} refused={refused} done={done} />, status);
  }

  async function one(c: Context, refused: readonly string[] = []) {
    const view = viewOf(c, services);
    const id = c.req.param('id') ?? '';
    const scenarios = await listScenarios(services.home, view.lang);
    const item = scenarios.find((each) => each.id === id);
    const stored = item && (await storedScenario(services.home, id));
    if (item === undefined || stored === undefined) return notFound(c, services);
    const done =
      c.req.query('saved') === undefined
        ? undefined
        : fill(view.t.scenarios.saved, { title: item.title, id });
    return page(
      c,
      <ScenarioPage
        view={view}
        item={item}
        scenarios={scenarios}
        seen={stored.sha256}
        faults={await faultsOf(services, id, view.lang)}
        refused={refused}
        done={done}
      />,
      refused.length > 0 ? 400 : 200,
    );
  }

  /** Does the work and goes on; a refusal is said on the page it came from. */
  async function change(
    c: Context,
    work: () => Promise<string>,
    back: (c: Context, refused: readonly string[]) => Promise<Response>,
  ): Promise<Response> {
    try {
      return c.redirect(await work(), 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return back(c, sentences(error.issues, viewOf(c, services).lang));
    }
  }

  routes.get('/scenarios', needs('viewer'), (c) => list(c));

  routes.post('/scenarios', needs('analyst'), (c) =>
    change(
      c,
      async () => `/scenarios/${await importScenario(services, c.req.raw, c.get('user').id)}?saved=1`,
      list,
    ),
  );

  routes.get('/scenarios/:id', needs('viewer'), (c) => one(c));

  routes.get('/scenarios/:id/scenario.json', needs('viewer'), async (c) => {
    const id = c.req.param('id');
    const stored = await storedScenario(services.home, id);
    if (stored === undefined) return notFound(c, services);
    await noteScenario(services, c.get('user').id, { what: 'export', scenario: id });
    return c.body(stored.text, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${id}.json"`,
    });
  });

  routes.get('/scenarios/:id/prices.csv', needs('viewer'), async (c) => {
    const id = c.req.param('id');
    if ((await storedScenario(services.home, id)) === undefined) return notFound(c, services);
    const { prices } = (await openScenario(services.home, id)).scenario;
    await noteScenario(services, c.get('user').id, { what: 'export-prices', scenario: id });
    return c.body(priceListCsv(prices.list.rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${prices.list.id}.csv"`,
    });
  });

  routes.post('/scenarios/:id/copy', needs('analyst'), async (c) => {
    const { title } = await c.req.parseBody();
    const request = {
      from: c.req.param('id'),
      title: typeof title === 'string' ? title : '',
      change: (document: Readonly<Record<string, unknown>>) => document,
      who: c.get('user').id,
    };
    return change(
      c,
      async () => `/scenarios/${await keepScenario(services, { ...request, what: 'copy' })}?saved=1`,
      one,
    );
  });

  routes.post('/scenarios/:id/rename', needs('analyst'), async (c) => {
    const { title, seen } = await c.req.parseBody();
    const request = {
      from: c.req.param('id'),
      title: typeof title === 'string' ? title : '',
      over: typeof seen === 'string' ? seen : '',
      change: (document: Readonly<Record<string, unknown>>) => document,
      who: c.get('user').id,
    };
    return change(
      c,
      async () => `/scenarios/${await keepScenario(services, { ...request, what: 'rename' })}?saved=1`,
      one,
    );
  });

  async function question(c: Context, refused: readonly string[] = []) {
    const id = c.req.param('id');
    const item = (await listScenarios(services.home)).find((each) => each.id === id);
    if (item === undefined || !item.own) return notFound(c, services);
    return page(
      c,
      <ScenarioRemove view={viewOf(c, services)} item={item} refused={refused} />,
      refused.length > 0 ? 400 : 200,
    );
  }

  routes.get('/scenarios/:id/remove', needs('analyst'), (c) => question(c));

  routes.post('/scenarios/:id/remove', needs('analyst'), async (c) => {
    const id = c.req.param('id');
    const item = (await listScenarios(services.home)).find((each) => each.id === id);
    // Asked twice is done once: the list shows that it is gone.
    if (item === undefined) return c.redirect('/scenarios', 303);
    return change(
      c,
      async () => {
        await dropScenario(services, id, c.get('user').id);
        return `/scenarios?${new URLSearchParams({ removed: item.title })}`;
      },
      question,
    );
  });

  return routes;
}

async function faultsOf(services: Services, id: string, lang: 'nl' | 'en'): Promise<string[]> {
  try {
    await openScenario(services.home, id);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return sentences(error.issues, lang);
    throw error;
  }
}
