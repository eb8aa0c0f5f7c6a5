/** The benchmark page: outcome against duration across members, peers anonymous; and its downloads. */

import { type Context, Hono } from 'hono';
import { isCannot } from '../../views/benchmark-model.ts';
import type { DataSet } from '../../views/model.ts';
import { Benchmark } from '../../views/pages/benchmark.tsx';
import { BenchmarkOwn } from '../../views/pages/benchmark-own.tsx';
import { BenchmarkSensitivity } from '../../views/pages/benchmark-sensitivity.tsx';
import { Computing, NoData } from '../../views/pages/message.tsx';
import { needs } from '../access/needs.ts';
import { type BenchmarkQuestion, benchmarkPath } from '../benchmark/answer.ts';
import { queryOf, readChoices } from '../benchmark/choices.ts';
import { contextOf, figuresOf } from '../benchmark/figures.ts';
import { benchmarkFile } from '../benchmark/files.ts';
import { fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { membersIn } from '../network/own-contribution.ts';
import { dataSetOf, languageOf, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { soon } from '../soon.ts';

/** The query of the address, without the language. */
function searchOf(c: Context): URLSearchParams {
  const search = new URL(c.req.url).searchParams;
  search.delete('lang');
  return search;
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

export function benchmarkRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/benchmark', needs('viewer'), (c) => {
    const view = viewOf(c, services);
    if (view.current === undefined) return page(c, <NoData view={view} section="benchmark" />);
    return c.redirect(benchmarkPath(view.current.id), 302);
  });

  /** The comparison an address asks for; undefined while a large one is computed. */
  const ask = async (c: Context, dataSet: DataSet, want: BenchmarkQuestion['want'] = 'page') => {
    const loaded = await services.workspace.load(dataSet.id);
    const { peerSeed } = services;
    const choices = readChoices(searchOf(c));
    return services.comparer.run(loaded, { choices, lang: languageOf(c), peerSeed, want });
  };

  routes.get('/data/:id/benchmark', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const work = ask(c, dataSet);
    const part = c.req.header('hx-request') === 'true';
    // A part replaces what stands there: its form waits and says so itself.
    const made = part ? await work : await soon(services, work);
    const view = viewOf(c, services, dataSet);
    if (made === undefined) return page(c, <Computing view={view} section="benchmark" />);
    const canonical = withQuery(benchmarkPath(dataSet.id), queryOf(made.choices));
    // A form sends all its fields; the address keeps those that say something.
    if (part) c.header('HX-Push-Url', canonical);
    else if (`?${searchOf(c)}` !== `?${queryOf(made.choices)}`) return c.redirect(canonical, 303);
    return page(c, <Benchmark view={{ ...view, path: canonical }} state={made.state} />);
  });

  routes.get('/data/:id/benchmark/own', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const choices = readChoices(searchOf(c));
    return page(
      c,
      <BenchmarkOwn
        view={viewOf(c, services, dataSet)}
        path={benchmarkPath(dataSet.id)}
        kept={[...new URLSearchParams(queryOf({ ...choices, own: '' }))]}
        members={membersIn(loaded)}
        own={choices.own}
      />,
    );
  });

  routes.get('/data/:id/benchmark/sensitivity', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const made = await soon(services, ask(c, dataSet, 'sensitivity'));
    const view = viewOf(c, services, dataSet);
    if (made === undefined) return page(c, <Computing view={view} section="benchmark" />);
    return page(c, <BenchmarkSensitivity view={view} state={made.state} sensitivity={made.sensitivity} />);
  });

  routes.get('/data/:id/benchmark/:file', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const lang = languageOf(c);
    const { choices, comparison } = await ask(c, dataSet);
    const context = contextOf(comparison, lang);
    if (context === undefined || isCannot(comparison.result)) return notFound(c, services);
    const figures = () => fileFigures(Object.values(figuresOf(comparison, choices.own, lang)), context);
    return (
      (await benchmarkFile(c, services, dataSet, { result: comparison.result, figures, lang })) ??
      (await figureFile(c, services, dataSet, figures())) ??
      notFound(c, services)
    );
  });

  return routes;
}
