/** Runs and methods: what was taken out and how to make it again; how every figure is made. */

import { Hono } from 'hono';
import { canonicalJson, FIGURE_METHODS } from '../../src/index.ts';
import { FigureMethodPage } from '../../views/pages/figure-method.tsx';
import { type RunRow, Runs } from '../../views/pages/runs.tsx';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import { LOCAL } from '../access/user.ts';
import { dataSetOf, named, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { latestRuns, type RunRecord, runOf } from '../store/runs.ts';

const RUNS_SHOWN = 500;

/** As people know them; an id that no account has stands as it is. */
function nameOf({ access }: Services, who: string): string {
  const account = access.accounts.get(who);
  return account === undefined ? who : account.name || account.login;
}

/** What was taken out, and how to make it again. */
export function runDocument(services: Services, run: RunRecord) {
  const dataSet = dataSetOf(services, run.dataSet);
  const { id, at, kind, address, version, input, rules, who } = run;
  const [path, query = ''] = address.split('?');
  return {
    schema: 'zorgcluster/run@1',
    id,
    at,
    who: nameOf(services, who),
    tool: 'zorgcluster',
    version,
    kind,
    ...(input === undefined ? {} : { input: { name: dataSet === undefined ? '' : dataSet.name, ...input } }),
    ...(rules === undefined ? {} : { rules }),
    // The address is the run: path and query rebuild it, option by option.
    address,
    page: path,
    options: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
  };
}

export function runRoutes(services: Services): Hono {
  const routes = new Hono();

  function rowOf(run: RunRecord, view: View): RunRow {
    const { id, at, kind, address, version, input, rules } = run;
    const found = dataSetOf(services, run.dataSet);
    const changed =
      found !== undefined &&
      ((input !== undefined && input.sha256 !== found.sha256) ||
        (rules !== undefined && rules.sha256 !== found.rules.sha256));
    const words = view.t.method;
    return {
      id,
      at,
      kind,
      address,
      version,
      who:
        run.who === LOCAL.id
          ? words.runWhoLocal
          : run.who === ''
            ? words.runWhoNobody
            : nameOf(services, run.who),
      fromContributions: run.dataSet === '',
      stale: changed,
      ...(found === undefined ? {} : { dataSet: named(found, view.lang).name }),
      ...(input === undefined ? {} : { input }),
      ...(rules === undefined ? {} : { rules: rules.id }),
      ...(found !== undefined && kind.startsWith('simulation.') ? { verify: verifyAddress(address) } : {}),
    };
  }

  routes.get('/method/runs', needs('viewer'), async (c) => {
    const view = viewOf(c, services);
    const runs = await latestRuns(services.engine, RUNS_SHOWN);
    return page(c, <Runs view={view} runs={runs.map((run) => rowOf(run, view))} />);
  });

  routes.get('/method/runs/:file{[a-z0-9]+\\.json}', needs('viewer'), async (c) => {
    const run = await runOf(services.engine, c.req.param('file').replace(/\.json$/, ''));
    if (run === undefined) return notFound(c, services);
    const record = runDocument(services, run);
    return c.body(canonicalJson(record), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="run-${run.id}.json"`,
    });
  });

  routes.get('/method/:figure', needs('viewer'), async (c, next) => {
    const method = FIGURE_METHODS.find(({ id }) => id === c.req.param('figure'));
    // Another page below /method, or none.
    if (method === undefined) return next();
    return page(c, <FigureMethodPage view={viewOf(c, services)} method={method} />);
  });

  return routes;
}

/** The page of a simulation, as the file of its result. */
function verifyAddress(address: string): string {
  const [path, query = ''] = address.split('?');
  return `${path}/simulation.json${query === '' ? '' : `?${query}`}`;
}
