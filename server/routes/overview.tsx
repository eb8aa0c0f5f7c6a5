/** The first page: three answers for the data set in view, or what is being prepared. */

import { Hono } from 'hono';
import {
  clusterBars,
  DEFAULT_SIMULATION_OPTIONS,
  isComputed,
  moneyWaterfall,
  Refusal,
  shownDifferenceCents,
  wilsonInterval,
} from '../../src/index.ts';
import { asClause, number, share, signedEuros } from '../../views/format.ts';
import { NoData, Preparing } from '../../views/pages/message.tsx';
import { type Answer, Overview } from '../../views/pages/overview.tsx';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import { cardDrawing, drawnOnce } from '../draw.ts';
import { benchmarkAnswer } from '../overview-benchmark.ts';
import { dataSetOf, page, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { simulationAnswer } from '../simulation-page.ts';
import { refusalSentences } from '../simulation-refusal.ts';
import { soon } from '../soon.ts';
import type { Loaded } from '../workspace.ts';
import { clusterContext, scoreSummary } from './clusters.tsx';

/** A question whose answer the data do not allow says why; it does not take the page down. */
async function answerOr(view: View, work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { missing: refusalSentences(error, view).join(' ') };
    throw error;
  }
}

function clustersAnswer(loaded: Loaded, view: View): Answer {
  const { lang } = view;
  const words = view.t.overview;
  const summary = scoreSummary(loaded);
  const top = summary.clusters.reduce((best, row) => (row.advised > best.advised ? row : best));
  const source = clusterContext(loaded, lang);
  const figure = drawnOnce(summary, JSON.stringify(['card', source]), () =>
    cardDrawing((context) => clusterBars(summary, context), source),
  );
  if (!isComputed(summary.certainty) || figure === undefined) {
    return {
      missing: words.clustersMissing,
      remedy: { href: `/data/${loaded.dataSet.id}`, text: view.t.gaps.toReport },
    };
  }
  const [low, high] = wilsonInterval(top.advised, Math.round(top.advised / top.share));
  return {
    big: fill(words.clustersAnswer, { share: share(top.share, lang), cluster: top.cluster }),
    under: fill(words.clustersUnder, {
      low: share(low, lang),
      high: share(high, lang),
      median: share(summary.certainty.median, lang),
    }),
    figure,
  };
}

async function moneyAnswer(services: Services, loaded: Loaded, view: View): Promise<Answer> {
  const { lang } = view;
  const words = view.t.overview;
  const made = await simulationAnswer(services, loaded, view, new URLSearchParams());
  if (made === undefined) return { missing: words.simulationMissing };
  const { outcome, context } = made;
  const { total } = outcome;
  const { interval } = total;
  const figure = drawnOnce(outcome, JSON.stringify(['card', context]), () =>
    cardDrawing((each) => moneyWaterfall(outcome, each), context),
  );
  if (figure === undefined) return { missing: words.simulationMissing };
  return {
    big: signedEuros(shownDifferenceCents(total), lang),
    under: isComputed(interval)
      ? fill(words.simulationUnder, {
          level: `${number(DEFAULT_SIMULATION_OPTIONS.level * 100, lang)}%`,
          low: signedEuros(interval.lowCents, lang),
          high: signedEuros(interval.highCents, lang),
        })
      : fill(words.simulationUnderNoInterval, { reason: asClause(interval.undefined) }),
    figure,
  };
}

export function overviewRoutes(services: Services): Hono {
  const routes = new Hono();

  routes.get('/', needs('viewer'), async (c) => {
    const view = viewOf(c, services, dataSetOf(services, c.req.query('data')));
    const { current } = view;
    if (current === undefined) {
      return page(
        c,
        services.preparing() ? <Preparing view={view} /> : <NoData view={view} section="overview" />,
      );
    }
    const loaded = await services.workspace.load(current.id);
    c.set('shown', { dataSet: current.id, place: 'overview' });
    return page(
      c,
      <Overview
        view={view}
        dataSet={current}
        clusters={await answerOr(view, () => clustersAnswer(loaded, view))}
        simulation={
          (await soon(
            services,
            answerOr(view, () => moneyAnswer(services, loaded, view)),
          )) ?? 'computing'
        }
        benchmark={
          (await soon(
            services,
            answerOr(view, () => benchmarkAnswer(services, loaded, view)),
          )) ?? 'computing'
        }
      />,
    );
  });

  // Asked every second by a page that waits for the example network.
  routes.get('/status', needs('viewer'), (c) =>
    c.body(null, 204, services.preparing() ? {} : { 'HX-Refresh': 'true' }),
  );

  return routes;
}
