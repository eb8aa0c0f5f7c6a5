/** Several years: what changes per year, the years side by side, and saving that into the scenario. */

import { type Context, Hono } from 'hono';
import {
  type Behaviour,
  moneyYears,
  Refusal,
  type SimulationYear,
  simulateTables,
  simulationNotes,
  type YearsBlock,
} from '../../src/index.ts';
import { QueryFields, SimulationAnswer, TextField } from '../../views/pages/simulation-answer.tsx';
import { Refusals } from '../../views/parts/done.tsx';
import { SaveFields } from '../../views/parts/save-fields.tsx';
import { simulationAddress } from '../../views/parts/simulation-tabs.tsx';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { needs } from '../access/needs.ts';
import { drawings, fileFigures } from '../draw.ts';
import { figureFile } from '../figure-file.ts';
import { notFound, page, sentences } from '../respond.tsx';
import { storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { answerContext, answerProps } from '../simulation/answer-props.ts';
import { type AtChoice, atChoice } from '../simulation/at-choice.tsx';
import {
  behaviourFrom,
  behaviourQuery,
  readBehaviour,
  type TypedBehaviour,
  typedBehaviour,
} from '../simulation/behaviour-form.ts';
import { changedRows } from '../simulation/choice.ts';
import { simulationDocument } from '../simulation/document.ts';
import { keepScenario } from '../simulation/save.ts';
import { asTyped, type SaveChoice, savedAddress, saveFieldsOf } from '../simulation/save-fields.ts';
import { readYears, type TypedYears, typedYears, yearsFrom, yearsQuery } from '../simulation/years-form.ts';
import { simulationStamps } from '../simulation-run.ts';

interface Position {
  readonly typed: TypedYears;
  readonly years: YearsBlock | undefined;
  readonly assumed: TypedBehaviour;
  readonly behaviour: Behaviour | undefined;
  readonly faults: readonly string[];
  readonly query: string;
}

function positionOf({ choice, search, view }: AtChoice): Position {
  const before = choice.asWritten.years;
  const given = yearsFrom(search);
  const typed = given ?? typedYears(before, view.lang);
  const read =
    given === undefined && before !== undefined
      ? { years: before, faults: [] }
      : readYears(typed, before, view);
  const query = new URLSearchParams(choice.query);
  const assumed = behaviourFrom(search) ?? typedBehaviour(choice.asWritten.behaviour, view.lang);
  const people = readBehaviour(assumed, choice.asWritten.behaviour, view);
  const faults = [...read.faults, ...people.faults];
  for (const [name, value] of [...yearsQuery(typed), ...behaviourQuery(assumed)]) query.set(name, value);
  return {
    typed,
    // Half of what was typed would be an answer to another question.
    years: faults.length === 0 ? read.years : undefined,
    assumed,
    behaviour: people.behaviour,
    faults,
    query: query.toString(),
  };
}

interface YearsFormProps extends Pick<Position, 'typed' | 'assumed'> {
  readonly view: View;
  readonly id: string;
  readonly query: string;
}

function YearsForm({ view, id, query, typed, assumed }: YearsFormProps) {
  const words = view.t.answers;
  return (
    <form method="get" action={simulationAddress(id, 'years', '')} class="card">
      <QueryFields query={query} />
      <h2>{words.yearsForm}</h2>
      <div class="fields">
        <TextField name="y.count" label={words.count} value={typed.count} hint={words.countHint} />
        <TextField name="y.from" label={words.from} value={typed.from} hint={words.fromHint} />
        <TextField name="y.index" label={words.index} value={typed.index} hint={words.indexHint} />
        <TextField name="y.volume" label={words.volume} value={typed.volume} hint={words.volumeHint} />
        <TextField
          name="y.transition"
          label={words.transition}
          value={typed.transition}
          hint={words.transitionHint}
        />
      </div>
      <fieldset class="plain lines">
        <legend class="label">{words.mix}</legend>
        <p class="hint">{words.mixHint}</p>
        {typed.mix.map((line, at) => (
          <div class="line">
            <TextField
              name={`y.mix.${at}.from`}
              label={fill(words.mixFrom, { n: at + 1 })}
              value={line.from}
              numeric={false}
            />
            <TextField
              name={`y.mix.${at}.to`}
              label={fill(words.mixTo, { n: at + 1 })}
              value={line.to}
              numeric={false}
            />
            <TextField
              name={`y.mix.${at}.share`}
              label={fill(words.mixShare, { n: at + 1 })}
              value={line.share}
            />
          </div>
        ))}
      </fieldset>
      <fieldset class="plain">
        <legend class="label">{words.behaviour}</legend>
        <p class="hint">{words.behaviourHint}</p>
        <div class="fields">
          <TextField
            name="b.share"
            label={words.retypeShare}
            value={assumed.share}
            hint={words.retypeShareHint}
          />
          <TextField
            name="b.margin"
            label={words.retypeMargin}
            value={assumed.margin}
            hint={words.retypeMarginHint}
          />
          <TextField
            name="b.elasticity"
            label={words.elasticity}
            value={assumed.elasticity}
            hint={words.elasticityHint}
          />
        </div>
      </fieldset>
      <button type="submit">{words.calculate}</button>
    </form>
  );
}

export function simulationYearsRoutes(services: Services): Hono {
  const routes = new Hono();

  async function answer(at: AtChoice, years: YearsBlock, behaviour: Behaviour | undefined) {
    const { loaded, choice, view } = at;
    const asWritten = { ...choice.asWritten, years, behaviour };
    const scenario = { ...choice.scenario, years, behaviour };
    const { result } = await simulationDocument(services, loaded, { ...choice, asWritten, scenario }, view);
    return result;
  }

  function stampsOf({ loaded, choice }: AtChoice) {
    // Growth is supposed, whatever the prices are.
    return simulationStamps(loaded, choice.scenario, choice.typing, true);
  }

  async function show(
    c: Context,
    at: AtChoice,
    refused: readonly string[] = [],
    kept?: SaveChoice,
  ): Promise<Response> {
    const { view, choice, loaded } = at;
    const words = view.t.answers;
    const { typed, years, assumed, behaviour, faults, query } = positionOf(at);
    const result = years === undefined ? undefined : await answer(at, years, behaviour);
    const drawn: readonly SimulationYear[] = result?.years ?? [];
    const stored = await storedScenario(services.home, choice.listed.id);
    const id = loaded.dataSet.id;
    return page(
      c,
      <SimulationAnswer
        {...answerProps(at)}
        tab="years"
        title={words.yearsTitle}
        lead={words.yearsLead}
        refused={refused}
        figures={
          drawn.length === 0
            ? []
            : drawings([(each) => moneyYears(drawn, each)], answerContext(at, stampsOf(at))).map(
                (figure) => ({
                  figure,
                }),
              )
        }
        tables={
          result === undefined
            ? []
            : simulateTables(result, view.lang).filter(({ id: table }) =>
                ['years', 'year-contracts', 'volume-response'].includes(table),
              )
        }
        notes={result === undefined ? [] : simulationNotes(result, view.lang)}
        stamps={stampsOf(at)}
        download={{ part: 'years', query }}
        after={
          view.mayEdit && years !== undefined ? (
            <section class="card">
              <h2>{words.yearsSave}</h2>
              <form method="post" action={simulationAddress(id, 'years', query)}>
                <SaveFields view={view} scenario={choice.listed} {...asTyped(kept, stored?.sha256)} />
                <button type="submit">{view.t.scenarios.save}</button>
              </form>
            </section>
          ) : null
        }
      >
        <YearsForm view={view} id={id} query={choice.query} typed={typed} assumed={assumed} />
        {faults.length === 0 ? null : <Refusals view={view} refused={[words.yearsFaults, ...faults]} />}
      </SimulationAnswer>,
      refused.length > 0 ? 400 : 200,
    );
  }

  routes.get('/data/:id/simulation/years', needs('viewer'), (c) =>
    atChoice(c, services, (at) => show(c, at)),
  );

  routes.get('/data/:id/simulation/years/:file', needs('viewer'), (c) =>
    atChoice(c, services, async (at) => {
      const { years, behaviour } = positionOf(at);
      const drawn = years === undefined ? [] : ((await answer(at, years, behaviour)).years ?? []);
      const figures =
        drawn.length === 0
          ? []
          : fileFigures([(each) => moneyYears(drawn, each)], answerContext(at, stampsOf(at)));
      return (await figureFile(c as Context, services, at.loaded.dataSet, figures)) ?? notFound(c, services);
    }),
  );

  routes.post('/data/:id/simulation/years', needs('analyst'), async (c) => {
    const fields = saveFieldsOf(await c.req.parseBody());
    return atChoice(c, services, async (at) => {
      const { choice, view, loaded } = at;
      const { years, behaviour } = positionOf(at);
      if (years === undefined) return show(c, at);
      try {
        const id = await keepScenario(services, {
          ...fields,
          from: choice.listed.id,
          change: ({ behaviour: _, ...document }) => ({
            ...document,
            years,
            ...(behaviour === undefined ? {} : { behaviour }),
          }),
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
