/** Where the patients land: distribution, certainty, fit; and the figures as files. */

import { type Context, Hono } from 'hono';
import {
  createScoreSummary,
  DEFAULT_LOW_CERTAINTY,
  type Figure,
  type FitRow,
  type Lang,
  type ScoreSummaryResult,
  wilsonInterval,
} from '../../src/index.ts';
import { Clusters, type FitBy, type FitLine } from '../../views/pages/clusters.tsx';
import { NoData } from '../../views/pages/message.tsx';
import { figureFile } from '../figure-file.ts';
import { dataSetOf, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { stampsOf } from '../stamps.ts';
import type { Loaded } from '../workspace.ts';

function fitBy(c: Context): FitBy {
  const asked = c.req.query('by');
  return asked === 'diagnosis' || asked === 'site' ? asked : 'team';
}

/** Largest share first. */
function fitLines(rows: readonly FitRow[], by: FitBy): FitLine[] {
  return rows
    .filter((row) => row.by === by)
    .map((row) => {
      const misfit = row.lowCertainty + row.noneFits;
      return {
        value: row.value,
        n: row.n,
        low: row.lowCertainty,
        none: row.noneFits,
        share: misfit / row.n,
        interval: wilsonInterval(misfit, row.n),
      };
    })
    .sort((a, b) => b.share - a.share || (a.value < b.value ? -1 : 1));
}

export function scoreSummary(loaded: Loaded): ScoreSummaryResult {
  return loaded.memo('score summary', () => {
    const summary = createScoreSummary(loaded.book);
    summary.add(loaded.table, loaded.scores);
    return summary.result();
  });
}

export function clusterFigures(loaded: Loaded, lang: Lang): Figure[] {
  return loaded.memo(`cluster figures ${lang}`, () => {
    const summary = scoreSummary(loaded);
    const stamps = stampsOf(loaded);
    return summary && lang && stamps ? [] : [];
  });
}

export function clusterRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/clusters', (c) => {
    const view = viewOf(c, services);
    if (view.current === undefined) return page(c, <NoData view={view} section="clusters" />);
    return c.redirect(`/data/${view.current.id}/clusters`, 302);
  });

  routes.get('/data/:id/clusters', async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const view = viewOf(c, services, dataSet);
    const summary = scoreSummary(loaded);
    const by = fitBy(c);
    return page(
      c,
      <Clusters
        view={view}
        dataSet={dataSet}
        summary={summary}
        figures={clusterFigures(loaded, view.lang)}
        by={by}
        fit={fitLines(summary.fit, by)}
        lowCertainty={DEFAULT_LOW_CERTAINTY}
        stamps={stampsOf(loaded)}
      />,
    );
  });

  routes.get('/data/:id/clusters/:file', async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const figures = clusterFigures(loaded, viewOf(c, services, dataSet).lang);
    return (await figureFile(c, services, dataSet, figures)) ?? notFound(c, services);
  });

  return routes;
}
