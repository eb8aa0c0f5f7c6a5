/** Saving what stands on the simulation page as a scenario of one's own. */

import { type Context, Hono } from 'hono';
import { Refusal } from '../../src/index.ts';
import { number } from '../../views/format.ts';
import { ScenarioGone } from '../../views/pages/message.tsx';
import { ScenarioSave } from '../../views/pages/scenario-save.tsx';
import { fill } from '../../views/text/fill.ts';
import { shippedText } from '../../views/text/shipped.ts';
import { needs } from '../access/needs.ts';
import { dataSetOf, notFound, page, sentences, viewOf } from '../respond.tsx';
import { storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { AT_LIST, type Choice, changedRows, openChoice } from '../simulation/choice.ts';
import { keepScenario, type ScenarioDocument } from '../simulation/save.ts';
import { asTyped, type SaveChoice, savedAddress, saveFieldsOf } from '../simulation/save-fields.ts';

export function simulationSaveRoutes(services: Services): Hono {
  const routes = new Hono();

  async function form(c: Context, refused: readonly string[] = [], typed?: SaveChoice) {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const view = viewOf(c, services, dataSet);
    const search = new URL(c.req.url).searchParams;
    const choice = await openChoice(services, view, search);
    if (choice === undefined) {
      return page(c, <ScenarioGone view={view} id={search.get('scenario') ?? ''} />, 404);
    }
    const { listed, scenario, state } = choice;
    const stored = await storedScenario(services.home, listed.id);
    const euros = (cents: number) => number(cents / 100, view.lang, 2);
    return page(
      c,
      <ScenarioSave
        view={view}
        id={dataSet.id}
        query={choice.query}
        scenario={listed}
        {...asTyped(typed, stored?.sha256)}
        baseline={
          scenario.baseline === 'current'
            ? view.t.scenarios.baselineCurrent
            : shippedText(scenario.baseline.title, view.lang)
        }
        baselineStays={state.baseline !== AT_LIST}
        typing={view.t.simulation.typings[choice.typing]}
        changed={[...state.amounts].map(([row, cents]) => {
          const { cluster, unit, amountCents } = scenario.prices.list.rows[row]!;
          const name = fill(view.t.simulation.priceOf, { cluster, unit: view.t.simulation.units[unit] });
          return [name, euros(amountCents), euros(cents)] as const;
        })}
        refused={refused}
      />,
      refused.length > 0 ? 400 : 200,
    );
  }

  routes.get('/data/:id/simulation/save', needs('analyst'), (c) => form(c));

  routes.post('/data/:id/simulation/save', needs('analyst'), async (c) => {
    const dataSet = dataSetOf(services, c.req.param('id'));
    if (dataSet === undefined) return notFound(c, services);
    const view = viewOf(c, services, dataSet);
    const fields = saveFieldsOf(await c.req.parseBody());
    const choice = await openChoice(services, view, new URL(c.req.url).searchParams);
    if (choice === undefined) return form(c);
    try {
      const id = await keepScenario(services, {
        ...fields,
        from: choice.listed.id,
        change: (document) => asChosen(document, choice, fields.over === undefined),
        rows: choice.state.amounts.size === 0 ? undefined : changedRows(choice, view),
        who: c.get('user').id,
        what: 'save',
      });
      return c.redirect(savedAddress(dataSet.id, '', id), 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return form(c, sentences(error.issues, view.lang), fields);
    }
  });

  return routes;
}

/** Typing and baseline as chosen on the page; a scenario is never its own baseline. */
function asChosen(document: ScenarioDocument, { state, typing, listed }: Choice, fresh: boolean) {
  const { baseline } = state;
  const named = baseline === AT_LIST ? (fresh ? listed.id : undefined) : baseline;
  return { ...document, typing, ...(named === undefined ? {} : { baseline: named }) };
}
