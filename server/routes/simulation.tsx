/** Simulation: the page, the part that follows while one types, and the figures as files. */

import { type Context, Hono } from 'hono';
import { Refusal } from '../../src/index.ts';
import { Computing, NoData, ScenarioGone } from '../../views/pages/message.tsx';
import { Simulation, SimulationMissing } from '../../views/pages/simulation.tsx';
import { LanguageLink } from '../../views/parts/language-link.tsx';
import { SimulationResult } from '../../views/parts/simulation-result.tsx';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import { fileFigures, type Layout, layoutOf } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { dataSetOf, notFound, page, part, viewOf, wantsPart } from '../respond.tsx';
import type { Services } from '../services.ts';
import { AT_LIST } from '../simulation/choice.ts';
import { type SimulationPage, simulationPage } from '../simulation-page.ts';
import { onlyLacksRevenue, refusalSentences } from '../simulation-refusal.ts';
import { isSubmission } from '../simulation-state.ts';
import { soon } from '../soon.ts';
import { scenarioRoutes } from './scenarios.tsx';
import { simulationCompareRoutes } from './simulation-compare.tsx';
import { simulationContractRoutes } from './simulation-contract.tsx';
import { simulationDetailRoutes } from './simulation-detail.tsx';
import { simulationExportRoutes } from './simulation-export.tsx';
import { simulationFactorsRoutes } from './simulation-factors.tsx';
import { simulationListRoutes } from './simulation-list.tsx';
import { simulationPatientRoutes } from './simulation-patient.tsx';
import { simulationSaveRoutes } from './simulation-save.tsx';
import { simulationSearchRoutes } from './simulation-search.tsx';
import { simulationYearsRoutes } from './simulation-years.tsx';

function address(id: string, query: string): string {
  return `/data/${id}/simulation${query === '' ? '' : `?${query}`}`;
}

/** Pages to which the form's other buttons lead, with what was typed. */
const ONWARD = ['save', 'list'] as const;

export function simulationRoutes(services: Services): Hono {
  const routes = new Hono();
  // First: the last route here takes any name for a figure.
  for (const part of [
    scenarioRoutes,
    simulationSaveRoutes,
    simulationCompareRoutes,
    simulationListRoutes,
    simulationContractRoutes,
    simulationFactorsRoutes,
    simulationExportRoutes,
    simulationDetailRoutes,
    simulationYearsRoutes,
    simulationPatientRoutes,
    simulationSearchRoutes,
  ]) {
    routes.route('/', part(services));
  }

  routes.get('/simulation', needs('viewer'), (c) => {
    const view = viewOf(c, services);
    if (view.current === undefined) return page(c, <NoData view={view} section="simulation" />);
    return c.redirect(address(view.current.id, ''), 302);
  });

  // Asked every second by a page that waits for its answer.
  routes.get('/simulation/status', needs('viewer'), (c) =>
    c.body(null, 204, services.simulator.busy() || services.comparer.busy() ? {} : { 'HX-Refresh': 'true' }),
  );

  routes.get('/data/:id/simulation', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const view = viewOf(c, services, dataSet);
    const search = new URL(c.req.url).searchParams;
    // A part is drawn for the screen that asks; a page for any.
    const layout = wantsPart(c) ? layoutOf(c.req.header('x-layout')) : undefined;
    const work = refusedOr(() => make(services, dataSet.id, view, search, layout));
    // A part replaces what stands there: its form waits and says so itself.
    const made = wantsPart(c) ? await work : await soon(services, work);
    if (made === undefined) return page(c, <Computing view={view} />);
    if (made === 'gone') {
      return page(c, <ScenarioGone view={view} id={search.get('scenario') ?? ''} />, 404);
    }
    if (made instanceof Refusal) {
      return page(
        c,
        <SimulationMissing
          view={view}
          sentences={refusalSentences(made, view)}
          instead={onlyLacksRevenue(made) ? insteadOf(dataSet.id, search) : undefined}
        />,
      );
    }
    const { query } = made;
    const done =
      search.get('saved') === null
        ? undefined
        : fill(view.t.scenarios.saved, { title: made.props.scenario.title, id: made.props.scenarioId });
    const props = { ...made.props, done };
    if (!isSubmission(search)) return page(c, <Simulation {...props} />);
    const onward = ONWARD.find((each) => each === search.get('go'));
    if (onward !== undefined) {
      const next = `/data/${dataSet.id}/simulation/${onward}?${query}`;
      return wantsPart(c) ? c.body(null, 204, { 'HX-Redirect': next }) : c.redirect(next, 303);
    }
    const canonical = address(dataSet.id, query);
    // Fields that could not be read stand in no address: the form's own answer keeps what was typed.
    if (!wantsPart(c))
      return props.unread.length > 0 ? page(c, <Simulation {...props} />) : c.redirect(canonical, 303);
    // Another scenario has other prices: the whole page is another one.
    if (search.get('shown') !== props.scenarioId) return c.body(null, 204, { 'HX-Redirect': canonical });
    c.header('HX-Replace-Url', canonical);
    return part(
      c,
      <>
        <SimulationResult {...props} />
        <LanguageLink view={{ ...view, path: canonical }} along />
      </>,
    );
  });

  routes.get('/data/:id/simulation/:file', needs('viewer'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const view = viewOf(c, services, dataSet);
    const made = await make(services, dataSet.id, view, new URL(c.req.url).searchParams);
    if (made === 'gone') return notFound(c, services);
    const figures = fileFigures(made.draws, made.context);
    return (await figureFile(c as Context, services, dataSet, figures)) ?? notFound(c, services);
  });

  return routes;
}

function insteadOf(id: string, search: URLSearchParams): string {
  const query = new URLSearchParams({ baseline: AT_LIST });
  const scenario = search.get('scenario');
  if (scenario !== null) query.set('scenario', scenario);
  return address(id, query.toString());
}

async function make(
  services: Services,
  id: string,
  view: View,
  search: URLSearchParams,
  layout?: Layout,
): Promise<SimulationPage | 'gone'> {
  const loaded = await services.workspace.load(id);
  return (await simulationPage(services, loaded, view, search, layout)) ?? 'gone';
}

async function refusedOr<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
