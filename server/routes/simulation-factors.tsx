/** Index, volume and prices that depart from the list: what they do, and saving them into the scenario. */

import { type Context, Hono } from 'hono';
import { type LintFinding, moneyWaterfall, Refusal, simulateTables, textColumn } from '../../src/index.ts';
import { SimulationAnswer } from '../../views/pages/simulation-answer.tsx';
import { Refusals } from '../../views/parts/done.tsx';
import { FactorsForm } from '../../views/parts/factors-form.tsx';
import { SaveFields } from '../../views/parts/save-fields.tsx';
import { simulationAddress } from '../../views/parts/simulation-tabs.tsx';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import { type Draw, drawings, fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { notFound, page, sentences } from '../respond.tsx';
import { storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { answerContext, answerProps } from '../simulation/answer-props.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import { changedRows } from '../simulation/choice.ts';
import { simulationDocument } from '../simulation/document.ts';
import {
  BLOCKS,
  type Block,
  type Factors,
  factorsFrom,
  factorsQuery,
  readFactors,
  typedFactors,
  withSpare,
} from '../simulation/factors-form.ts';
import { keepScenario, type ScenarioDocument } from '../simulation/save.ts';
import { asTyped, type SaveChoice, savedAddress, saveFieldsOf } from '../simulation/save-fields.ts';
import { simulationStamps } from '../simulation-run.ts';
import type { Loaded } from '../workspace.ts';

/** Findings of the price check that are about these blocks. */
const FINDINGS: readonly string[] = ['index-out-of-band', 'volume-without-care'];
const MOST_CODES = 200;

function positionOf({ choice, search, view }: AtChoice) {
  const { index, volume, prices } = choice.asWritten;
  const typed =
    factorsFrom(search) ?? typedFactors({ index, volume, overrides: prices.overrides }, view.lang);
  const query = new URLSearchParams(choice.query);
  for (const [name, value] of factorsQuery(typed)) query.set(name, value);
  return { typed, ...readFactors(typed, view), query: query.toString() };
}

function codes({ table }: Loaded, column: 'payer' | 'setting' | 'site' | 'chosen_cluster'): string[] {
  const words = textColumn(table, column)?.words ?? [];
  return [...words]
    .filter((word) => word !== '')
    .sort()
    .slice(0, MOST_CODES);
}

/** A line is called what the form calls it, not by its place in a file. */
function remark({ message }: LintFinding, { t }: View): string {
  return message.replace(/volume\[(\d+)\]/g, (_, at: string) =>
    fill(t.factors.line.volume, { n: Number(at) + 1 }),
  );
}

export function simulationFactorsRoutes(services: Services): Hono {
  const routes = new Hono();

  async function answer({ loaded, choice, view }: AtChoice, { index, volume, overrides }: Factors) {
    const over = <T extends typeof choice.scenario>(scenario: T): T => ({
      ...scenario,
      index,
      volume,
      prices: { ...scenario.prices, overrides },
    });
    const changed = { ...choice, asWritten: over(choice.asWritten), scenario: over(choice.scenario) };
    const { result } = await simulationDocument(services, loaded, changed, view);
    const draw: Draw = (context) => moneyWaterfall(result, context);
    const lint = result.lint.filter(({ code }) => FINDINGS.includes(code));
    return { result, draw, lint };
  }

  function stampsOf({ loaded, choice }: AtChoice) {
    // What is typed here is supposed, whatever the prices are.
    return simulationStamps(loaded, choice.scenario, choice.typing, true);
  }

  async function show(
    c: Context,
    at: AtChoice,
    refused: readonly string[] = [],
    kept?: SaveChoice,
  ): Promise<Response> {
    const { view, choice, loaded } = at;
    const words = view.t.factors;
    const { typed, factors, faults, query } = positionOf(at);
    const made = factors === undefined ? undefined : await answer(at, factors);
    const stored = await storedScenario(services.home, choice.listed.id);
    const id = loaded.dataSet.id;
    const stamps = stampsOf(at);
    const drawn = made === undefined ? [] : drawings([made.draw], answerContext(at, stamps));
    return page(
      c,
      <SimulationAnswer
        {...answerProps(at)}
        tab="factors"
        title={words.pageTitle}
        lead={words.lead}
        refused={refused}
        figures={drawn.map((figure) => ({ figure, means: [words.meaning] }))}
        tables={
          made === undefined
            ? []
            : simulateTables(made.result, view.lang).filter(({ id: table }) => table === 'total')
        }
        notes={(made?.lint ?? []).map((finding) => remark(finding, view))}
        stamps={stamps}
        download={{ part: 'factors', query }}
        after={
          view.mayEdit && factors !== undefined ? (
            <section class="card">
              <h2>{words.save}</h2>
              <form method="post" action={simulationAddress(id, 'factors', query)}>
                <SaveFields view={view} scenario={choice.listed} {...asTyped(kept, stored?.sha256)} />
                <button type="submit">{view.t.scenarios.save}</button>
              </form>
            </section>
          ) : null
        }
      >
        {faults.length === 0 ? null : <Refusals view={view} refused={[words.faults, ...faults]} />}
        <FactorsForm
          view={view}
          id={id}
          query={choice.query}
          blocks={(Object.keys(BLOCKS) as Block[]).map((block) => ({
            block,
            columns: BLOCKS[block],
            lines: withSpare(typed[block]),
          }))}
          known={{
            cluster: codes(loaded, 'chosen_cluster'),
            payer: [...Object.keys(choice.asWritten.payerGroups), ...codes(loaded, 'payer')],
            setting: codes(loaded, 'setting'),
            site: codes(loaded, 'site'),
          }}
        />
      </SimulationAnswer>,
      refused.length > 0 ? 400 : 200,
    );
  }

  routes.get('/data/:id/simulation/factors', needs('viewer'), (c) =>
    atChoice(c, services, (at) => show(c, at)),
  );

  routes.get('/data/:id/simulation/factors/:file', needs('viewer'), (c) =>
    atChoice(c, services, async (at) => {
      const { factors } = positionOf(at);
      const figures =
        factors === undefined
          ? []
          : fileFigures([(await answer(at, factors)).draw], answerContext(at, stampsOf(at)));
      return (await figureFile(c as Context, services, at.loaded.dataSet, figures)) ?? notFound(c, services);
    }),
  );

  routes.post('/data/:id/simulation/factors', needs('analyst'), async (c) => {
    const fields = saveFieldsOf(await c.req.parseBody());
    return atChoice(c, services, async (at) => {
      const { choice, view, loaded } = at;
      const { document } = positionOf(at);
      if (document === undefined) return show(c, at, [], fields);
      try {
        const id = await keepScenario(services, {
          ...fields,
          from: choice.listed.id,
          change: (before) => withFactors(before, document),
          rows: choice.state.amounts.size === 0 ? undefined : changedRows(choice, view),
          who: c.get('user').id,
          what: 'save',
        });
        return c.redirect(savedAddress(loaded.dataSet.id, '', id), 303);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return show(c, at, sentences(error.issues, view.lang), fields);
      }
    });
  });

  return routes;
}

/** A block without lines is left out of the file. */
function withFactors(
  { index: _, volume: __, prices, ...rest }: ScenarioDocument,
  { index, volume, overrides }: NonNullable<ReturnType<typeof readFactors>['document']>,
): ScenarioDocument {
  const { overrides: ___, ...list } = (prices ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...rest,
    prices: { ...list, ...(overrides.length === 0 ? {} : { overrides }) },
    ...(index.length === 0 ? {} : { index }),
    ...(volume.length === 0 ? {} : { volume }),
  };
}
