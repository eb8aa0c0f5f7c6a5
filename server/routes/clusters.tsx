/** Where the patients land: distribution, certainty, fit; and the figures as files. */

import { type Context, Hono } from 'hono';
import {
  type Bilingual,
  certaintyStrip,
  clusterBars,
  clusterCodebook,
  createRobustness,
  createScoreSummary,
  DEFAULT_LOW_CERTAINTY,
  DEFAULT_MOVE,
  DEFAULT_MOVE_DRAWS,
  FIT_MINIMUM,
  type FigureContext,
  type FitRow,
  fitDots,
  isComputed,
  type Lang,
  type RobustnessResult,
  type ScoreSummaryResult,
  seededUniforms,
  textColumn,
} from '../../src/index.ts';
import { Clusters, type FitBy, type FitLine } from '../../views/pages/clusters.tsx';
import { NoData } from '../../views/pages/message.tsx';
import { needs } from '../access/needs.ts';
import { type Draw, drawings, fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { dataSetOf, named, notFound, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { stampsOf } from '../stamps.ts';
import type { Loaded } from '../workspace.ts';

function fitBy(c: Context): FitBy {
  const asked = c.req.query('by');
  return asked === 'diagnosis' || asked === 'site' ? asked : 'team';
}

/** Largest share first, of the groups that are large enough. */
function fitLines(rows: readonly FitRow[], by: FitBy): FitLine[] {
  return rows
    .filter((row) => row.by === by)
    .map((row) => ({
      value: row.value,
      n: row.n,
      low: row.lowCertainty,
      none: row.noneFits,
      share: row.misfitShare,
      interval:
        isComputed(row.misfitLow) && isComputed(row.misfitHigh)
          ? ([row.misfitLow, row.misfitHigh] as const)
          : undefined,
    }))
    .sort(
      (a, b) =>
        // Groups too small to say anything stand last, whatever their share.
        Number(a.interval === undefined) - Number(b.interval === undefined) ||
        b.share - a.share ||
        (a.value < b.value ? -1 : 1),
    );
}

export function scoreSummary(loaded: Loaded): ScoreSummaryResult {
  return loaded.memo('score summary', () => {
    const summary = createScoreSummary(loaded.book);
    summary.add(loaded.table, loaded.scores);
    return summary.result();
  });
}

/** Cases tried at most: every tenth of a second more would be felt by whoever waits. */
export const ROBUSTNESS_CASES = 20_000;

/** Asked for by a button: it tries some fifty ratings per case. Of a large data set every so many-th case. */
function robustnessOf(loaded: Loaded): RobustnessResult {
  return loaded.memo('robustness', () => {
    const robustness = createRobustness(loaded.book, {
      ...{ move: DEFAULT_MOVE, draws: DEFAULT_MOVE_DRAWS, random: seededUniforms(1) },
    });
    const every = Math.ceil(loaded.table.n / ROBUSTNESS_CASES);
    robustness.add(loaded.table, {}, (row) => row % every === 0);
    return robustness.result();
  });
}

/** What cluster figures say of where they come from. */
export function clusterContext(loaded: Loaded, lang: Lang): FigureContext {
  const dataSet = named(loaded.dataSet, lang);
  return { lang, source: `${dataSet.name} · ${dataSet.rules.id}`, stamps: stampsOf(loaded) };
}

/** Clinicians' choices per cluster code. */
function chosenCounts({ table, book }: Loaded): Record<string, number> | undefined {
  const column = textColumn(table, 'chosen_cluster');
  if (column === undefined) return undefined;
  const codebook = clusterCodebook(book);
  const codes = column.words.map((word) => codebook.cluster(word));
  const counts: Record<string, number> = {};
  for (const code of column.codes) {
    const cluster = codes[code];
    if (cluster !== undefined) counts[cluster] = (counts[cluster] ?? 0) + 1;
  }
  return counts;
}

/** Distribution; certainty where there is advice at all; fit by the groups asked for. */
function clusterDraws(loaded: Loaded, lang: Lang, by: FitBy): Draw[] {
  const summary = scoreSummary(loaded);
  const chosen = chosenCounts(loaded);
  const named = (items: readonly { readonly code: string; readonly name: Bilingual }[]) =>
    Object.fromEntries(items.map(({ code, name }) => [code, name[lang]]));
  const options = {
    clusterNames: named(loaded.book.clusters),
    superclusterNames: named(loaded.book.superclusters),
    ...(chosen === undefined ? {} : { chosen }),
  };
  const grouped = summary.fit.some((row) => row.by === by);
  return [
    (context) => clusterBars(summary, context, options),
    (context) => certaintyStrip(summary, context),
    ...(grouped ? [(context: FigureContext) => fitDots(summary.fit, by, context)] : []),
  ];
}

export function clusterRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/clusters', needs('viewer'), (c) => {
    const view = viewOf(c, services);
    if (view.current === undefined) return page(c, <NoData view={view} section="clusters" />);
    return c.redirect(`/data/${view.current.id}/clusters`, 302);
  });

  routes.get('/data/:id/clusters', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const view = viewOf(c, services, dataSet);
    const summary = scoreSummary(loaded);
    const by = fitBy(c);
    const figures = loaded.memo(`cluster figures ${view.lang} ${by}`, () =>
      drawings(clusterDraws(loaded, view.lang, by), clusterContext(loaded, view.lang)),
    );
    return page(
      c,
      <Clusters
        view={view}
        dataSet={dataSet}
        summary={summary}
        figures={figures}
        by={by}
        fit={fitLines(summary.fit, by)}
        fitMinimum={FIT_MINIMUM}
        items={loaded.book.sets[0]!.ruleSet.items}
        lowCertainty={DEFAULT_LOW_CERTAINTY}
        {...(c.req.query('robustness') === undefined ? {} : { robustness: robustnessOf(loaded) })}
        stamps={stampsOf(loaded)}
      />,
    );
  });

  routes.get('/data/:id/clusters/:file', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const loaded = await services.workspace.load(dataSet.id);
    const { lang } = viewOf(c, services, dataSet);
    const figures = fileFigures(
      clusterDraws(loaded, lang, fitBy(c as Context)),
      clusterContext(loaded, lang),
    );
    return (await figureFile(c, services, dataSet, figures)) ?? notFound(c, services);
  });

  return routes;
}
