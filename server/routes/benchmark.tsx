/** The benchmark page: outcome against duration across members, peers anonymous; and its downloads. */

import { type Context, Hono } from 'hono';
import { isCannot } from '../../views/benchmark-model.ts';
import { Benchmark } from '../../views/pages/benchmark.tsx';
import { BenchmarkOwn } from '../../views/pages/benchmark-own.tsx';
import { NoData } from '../../views/pages/message.tsx';
import { needs } from '../access/needs.ts';
import { queryOf, readChoices } from '../benchmark/choices.ts';
import { factsOf } from '../benchmark/facts.ts';
import { contextOf, figuresOf } from '../benchmark/figures.ts';
import { benchmarkFile } from '../benchmark/files.ts';
import { benchmarkPath, benchmarkState, makeBenchmark } from '../benchmark/state.ts';
import { fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { dataSetOf, languageOf, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import type { Loaded } from '../workspace.ts';

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

  routes.get('/data/:id/benchmark', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const lang = languageOf(c);
    const search = searchOf(c);
    const made = makeBenchmark(services, loaded, search, lang);
    const canonical = withQuery(benchmarkPath(dataSet.id), queryOf(made.choices));
    // A form sends all its fields; the address keeps those that say something.
    if (c.req.header('hx-request') === 'true') c.header('HX-Push-Url', canonical);
    else if (`?${search}` !== `?${queryOf(made.choices)}`) return c.redirect(canonical, 303);
    const view = { ...viewOf(c, services, dataSet), path: canonical };
    return page(c, <Benchmark view={view} state={benchmarkState(loaded, made, lang)} />);
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
        members={membersOf(loaded)}
        own={choices.own}
      />,
    );
  });

  routes.get('/data/:id/benchmark/:file', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const lang = languageOf(c);
    const { choices, comparison } = makeBenchmark(services, loaded, searchOf(c), lang);
    const context = contextOf(comparison, lang);
    if (context === undefined || isCannot(comparison.result)) return notFound(c, services);
    const draws = Object.values(figuresOf(comparison, choices.own, lang));
    return (
      (await benchmarkFile(c, services, dataSet, comparison.result, lang)) ??
      (await figureFile(c, services, dataSet, fileFigures(draws, context))) ??
      notFound(c, services)
    );
  });

  return routes;
}

/** Names that at least one row has, by name. */
function membersOf(loaded: Loaded): string[] {
  const { member } = factsOf(loaded);
  if (member === undefined) return [];
  const used = new Set(member.codes);
  return member.words.filter((_, code) => used.has(code)).sort((a, b) => a.localeCompare(b, 'nl'));
}
