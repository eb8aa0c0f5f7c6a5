/** What every part of the simulation starts with: data set, rows and choice opened, or the page that says why not. */

import type { Context } from 'hono';
import { Refusal } from '../../src/index.ts';
import { Computing, ScenarioGone } from '../../views/pages/message.tsx';
import { SimulationMissing } from '../../views/pages/simulation.tsx';
import type { View } from '../../views/view.ts';
import { dataSetOf, notFound, page, viewOf, wantsPart } from '../respond.tsx';
import type { Services } from '../services.ts';
import { onlyLacksRevenue, refusalSentences } from '../simulation-refusal.ts';
import { soon } from '../soon.ts';
import type { Loaded } from '../workspace.ts';
import { AT_LIST, type Choice, openChoice } from './choice.ts';

export interface AtChoice {
  readonly view: View;
  readonly loaded: Loaded;
  readonly choice: Choice;
  readonly search: URLSearchParams;
}

/** Makes a page of the choice in the address; a refusal, a long wait and a scenario that is gone have pages of their own. */
export async function atChoice(
  c: Context,
  services: Services,
  make: (at: AtChoice) => Promise<Response>,
): Promise<Response> {
  const dataSet = dataSetOf(services, c.req.param('id'));
  if (dataSet === undefined) return notFound(c, services);
  const view = viewOf(c, services, dataSet);
  const search = new URL(c.req.url).searchParams;
  const work = refusedOr(async () => {
    const choice = await openChoice(services, view, search);
    if (choice === undefined) {
      return page(c, <ScenarioGone view={view} id={search.get('scenario') ?? ''} />, 404);
    }
    return make({ view, loaded: await services.workspace.load(dataSet.id), choice, search });
  });
  const made = wantsPart(c) ? await work : await soon(services, work);
  if (made === undefined) return page(c, <Computing view={view} />);
  if (!(made instanceof Refusal)) return made;
  return page(
    c,
    <SimulationMissing
      view={view}
      sentences={refusalSentences(made, view)}
      instead={onlyLacksRevenue(made) ? withListBaseline(c, search) : undefined}
    />,
  );
}

function withListBaseline(c: Context, search: URLSearchParams): string {
  const query = new URLSearchParams(search);
  query.set('baseline', AT_LIST);
  return `${new URL(c.req.url).pathname}?${query}`;
}

async function refusedOr<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
