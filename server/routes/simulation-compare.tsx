/** Scenarios side by side: page and figures. */

import { type Context, Hono } from 'hono';
import { moneyBeside } from '../../src/index.ts';
import { ScenarioCompare } from '../../views/pages/scenario-compare.tsx';
import { fill } from '../../views/text/fill.ts';
import { needs } from '../access/needs.ts';
import { type Draw, drawings, fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { notFound, page } from '../respond.tsx';
import type { Services } from '../services.ts';
import { answerContext } from '../simulation/answer-props.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import { besideTables, type Compared, compare, MOST_BESIDE, NOW } from '../simulation/compare.ts';

/** Of what an address calls a scenario: enough to recognise it by. */
const LONGEST_ID = 64;

export function simulationCompareRoutes(services: Services): Hono {
  const routes = new Hono();

  async function made(at: AtChoice) {
    const { choice, search, view, loaded } = at;
    const asked = [...new Set(search.getAll('s'))];
    const known = (key: string) => key === NOW || choice.scenarios.some(({ id }) => id === key);
    const keys = asked.filter(known);
    const compared = keys.length < 2 ? undefined : await compare(services, loaded, view, choice, keys);
    return { keys, unknown: asked.filter((key) => !known(key)), compared };
  }

  routes.get('/data/:id/simulation/compare', needs('viewer'), (c) =>
    atChoice(c, services, async (at) => {
      const { view, choice, loaded } = at;
      const { keys, unknown, compared } = await made(at);
      const query = new URLSearchParams(choice.query);
      for (const key of keys) query.append('s', key);
      const result = compared?.result;
      const here = choice.state.amounts.size > 0 ? NOW : choice.listed.id;
      const options = [
        ...(choice.state.amounts.size > 0
          ? [
              {
                key: NOW,
                title: `${choice.listed.title} (${fill(view.t.scenarios.changed, { n: choice.state.amounts.size })})`,
              },
            ]
          : []),
        ...choice.scenarios.map(({ id, title }) => ({ key: id, title })),
      ];
      return page(
        c,
        <ScenarioCompare
          view={view}
          id={loaded.dataSet.id}
          query={choice.query}
          choices={options.map((each) => ({
            ...each,
            chosen: keys.length === 0 ? each.key === here : keys.includes(each.key),
          }))}
          chosenQuery={query.toString()}
          tables={result === undefined ? [] : besideTables(result, view)}
          figures={
            compared === undefined ? [] : drawings(drawsOf(compared), answerContext(at, compared.stamps))
          }
          unknown={unknown.slice(0, MOST_BESIDE).map((key) => key.slice(0, LONGEST_ID))}
          failed={compared?.failed ?? []}
          different={compared?.different ?? false}
          tooMany={keys.length > MOST_BESIDE}
          stamps={compared?.stamps ?? []}
        />,
      );
    }),
  );

  routes.get('/data/:id/simulation/compare/:file', needs('viewer'), (c) =>
    atChoice(c, services, async (at) => {
      const { compared } = await made(at);
      const figures =
        compared === undefined ? [] : fileFigures(drawsOf(compared), answerContext(at, compared.stamps));
      return (await figureFile(c as Context, services, at.loaded.dataSet, figures)) ?? notFound(c, services);
    }),
  );

  return routes;
}

function drawsOf({ result }: Compared): Draw[] {
  return result === undefined ? [] : [(context) => moneyBeside([result, ...(result.beside ?? [])], context)];
}
