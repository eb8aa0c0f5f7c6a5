/** Everything the simulation page shows, from the address: choices, result, figures, tables. */

import {
  type FigureContext,
  type GroupDimension,
  type Lang,
  makeMeta,
  moneyClusters,
  moneyGroups,
  moneyWaterfall,
  type ReportTable,
  type ResolvedScenario,
  type SimulationOutcome,
  type Status,
  simulateTables,
} from '../src/index.ts';
import type { SimulationProps } from '../views/pages/simulation.tsx';
import { fill } from '../views/text/fill.ts';
import { shippedText } from '../views/text/shipped.ts';
import type { View } from '../views/view.ts';
import { type Draw, drawings, drawnOnce, type Layout } from './draw.ts';
import { named } from './respond.tsx';
import type { Services } from './services.ts';
import { AT_LIST, type Choice, openChoice } from './simulation/choice.ts';
import { runSimulation } from './simulation-run.ts';
import { type SimulationState, stateQuery } from './simulation-state.ts';
import type { Loaded } from './workspace.ts';

const DIMENSIONS: readonly GroupDimension[] = ['member', 'site', 'team', 'payer', 'setting'];
const SHOWN_TABLES = ['total', 'clusters', 'groups', 'winners', 'contracts'];

/** A choice and what came of it, before anything is drawn. */
export interface SimulationAnswer {
  readonly choice: Choice;
  readonly outcome: SimulationOutcome;
  readonly stamps: readonly Status[];
  readonly context: FigureContext;
}

export interface SimulationPage {
  readonly props: SimulationProps;
  /** Canonical query: what differs from the defaults. */
  readonly query: string;
  readonly draws: readonly Draw[];
  readonly context: FigureContext;
}

/**
 * @returns undefined when the address names a scenario that is not there
 * @throws Refusal when the scenario is faulty or the data set lacks what it needs
 */
export async function simulationAnswer(
  services: Services,
  loaded: Loaded,
  view: View,
  search: URLSearchParams,
): Promise<SimulationAnswer | undefined> {
  const choice = await openChoice(services, view, search);
  if (choice === undefined) return undefined;
  const { state, typing, scenario } = choice;
  const { outcome, stamps } = await runSimulation(services.simulator, loaded, scenario, {
    ...state,
    typing,
    lang: view.lang,
  });
  const source = [
    named(loaded.dataSet, view.lang).name,
    scenario.prices.list.id,
    ...(typing === 'chosen' ? [] : [loaded.dataSet.rules.id]),
  ].join(' · ');
  return { choice, outcome, stamps, context: { lang: view.lang, source, stamps } };
}

/** As `simulationAnswer`, with all that the page shows. `layout`: as `drawings`. */
export async function simulationPage(
  services: Services,
  loaded: Loaded,
  view: View,
  search: URLSearchParams,
  layout?: Layout,
): Promise<SimulationPage | undefined> {
  const answer = await simulationAnswer(services, loaded, view, search);
  if (answer === undefined) return undefined;
  const { choice, outcome, stamps, context } = answer;
  const { scenarios, listed, state, typing, asWritten, scenario } = choice;
  const { list } = scenario.prices;
  const { rows } = list;
  const dimensions = DIMENSIONS.filter((each) => (outcome.by[each]?.length ?? 0) > 0);
  const by = dimensions.find((each) => each === state.by) ?? dimensions[0];
  const defaults = { typing: scenario.typing, by: dimensions[0] };
  const query = stateQuery(state, list, defaults);
  const reset: SimulationState = { ...state, amounts: new Map() };
  const words = view.t.simulation;
  const draws: readonly { readonly draw: Draw; readonly meaning?: string }[] = [
    { draw: (each) => moneyWaterfall(outcome, each), meaning: words.waterfallMeaning },
    ...(by === undefined
      ? []
      : [
          {
            draw: (each: FigureContext) => moneyGroups(outcome.by[by]!, by, each),
            meaning: words.groupsMeaning,
          },
        ]),
    { draw: (each) => moneyClusters(outcome.byCluster, each) },
  ];
  return {
    query,
    draws: draws.map(({ draw }) => draw),
    context,
    props: {
      view,
      id: loaded.dataSet.id,
      scenario,
      outcome,
      stamps,
      query,
      resetQuery: stateQuery(reset, list, defaults),
      stale: state.stale,
      figures: drawnOnce(outcome, JSON.stringify(['page', by, context, layout]), () =>
        draws.flatMap(({ draw, ...rest }) =>
          drawings([draw], context, layout).map((figure) => ({ figure, ...rest })),
        ),
      ),
      tables: tablesOf(loaded, scenario, outcome, stamps, view.lang),
      edits: state.amounts.size,
      unread: [...state.unread.keys()].map((row) =>
        fill(words.priceOf, { cluster: rows[row]!.cluster, unit: words.units[rows[row]!.unit] }),
      ),
      unreadRows: state.unread,
      amounts: state.amounts,
      scenarios,
      scenarioId: listed.id,
      baseline: state.baseline ?? '',
      baselines: [
        [
          '',
          asWritten.baseline === 'current'
            ? view.t.simulation.baselineCurrent
            : shippedText(asWritten.baseline.title, view.lang),
        ],
        [AT_LIST, view.t.simulation.baselineList],
        ...scenarios
          .filter(({ id }) => id !== listed.id)
          .map((each): [string, string] => [each.id, each.title]),
      ],
      typing,
      by,
      dimensions,
      target: state.target,
    },
  };
}

function tablesOf(
  { dataSet }: Loaded,
  scenario: ResolvedScenario,
  outcome: SimulationOutcome,
  stamps: readonly Status[],
  lang: Lang,
): ReportTable[] {
  const { baseline } = scenario;
  const tables = simulateTables(
    {
      meta: makeMeta({ command: 'simulate', inputs: [], options: {}, statuses: stamps }),
      rows: dataSet.rows,
      issues: [],
      scenario: { id: scenario.id, title: shippedText(scenario.title, lang) },
      baseline:
        baseline === 'current'
          ? { id: 'current', title: '' }
          : { id: baseline.id, title: shippedText(baseline.title, lang) },
      ...outcome,
    },
    lang,
  );
  return tables.filter(({ id }) => SHOWN_TABLES.includes(id));
}
