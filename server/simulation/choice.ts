/**
 * What an address of the simulation asks for: scenario, baseline, typing and changed prices, opened.
 * Every page of the simulation starts here, so that they all speak of the same thing.
 */

import { createHash } from 'node:crypto';
import {
  type InputMeta,
  type PriceRow,
  priceListCsv,
  type ResolvedScenario,
  type Typing,
} from '../../src/index.ts';
import { fill } from '../../views/text/fill.ts';
import type { View } from '../../views/view.ts';
import { type ListedScenario, listScenarios, openScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { readState, type SimulationState, stateQuery } from '../simulation-state.ts';

/** The baseline that needs no column of the file: this scenario before any price is changed. */
export const AT_LIST = 'list';

export interface Choice {
  readonly scenarios: readonly ListedScenario[];
  /** The scenario's own entry in that list. */
  readonly listed: ListedScenario;
  readonly state: SimulationState;
  readonly typing: Typing;
  /** As its file says it. */
  readonly asWritten: ResolvedScenario;
  /** Against the baseline chosen; prices as in its list. */
  readonly scenario: ResolvedScenario;
  /** Files it was read from. */
  readonly inputs: readonly InputMeta[];
  /** Canonical query, for every page of the simulation. */
  readonly query: string;
}

/**
 * @returns undefined when the address names a scenario that is not there
 * @throws Refusal when the scenario or its baseline is faulty
 */
export async function openChoice(
  services: Services,
  view: View,
  search: URLSearchParams,
): Promise<Choice | undefined> {
  const scenarios = await listScenarios(services.home, view.lang);
  const asked = search.get('scenario');
  const named = asked !== null && /^[A-Za-z0-9][\w-]*$/.test(asked);
  const listed = named ? scenarios.find(({ id }) => id === asked) : scenarios[0];
  if (listed === undefined) return undefined;
  const stack = await openScenario(services.home, listed.id);
  const asWritten = stack.scenario;
  const { list } = asWritten.prices;
  const others = scenarios.filter(({ id }) => id !== listed.id);
  const state = readState(search, listed.id, list, view.lang, [AT_LIST, ...others.map(({ id }) => id)]);
  const typing = state.typing ?? asWritten.typing;
  const before =
    state.baseline === undefined || state.baseline === AT_LIST
      ? undefined
      : await openScenario(services.home, state.baseline);
  const baseline =
    state.baseline === AT_LIST
      ? // Typed alike on both sides: what differs is then the changed prices alone.
        { ...asWritten, typing, title: view.t.simulation.baselineList }
      : (before?.scenario ?? asWritten.baseline);
  const scenario = { ...asWritten, baseline };
  return {
    scenarios,
    listed,
    state,
    typing,
    asWritten,
    scenario,
    inputs: [...stack.inputs, ...(before?.inputs ?? [])],
    query: stateQuery(state, list, { typing: asWritten.typing, by: undefined }),
  };
}

/** The rows of a scenario's list with the changed prices in them, each saying what it was. */
export function changedRows({ scenario, state }: Pick<Choice, 'scenario' | 'state'>, view: View): PriceRow[] {
  const { id, rows } = scenario.prices.list;
  return rows.map((row, at) => {
    const amountCents = state.amounts.get(at);
    if (amountCents === undefined) return row;
    const was = priceText(row.amountCents, view);
    return {
      ...row,
      amountCents,
      status: 'hypothetical',
      source: fill(view.t.scenarios.changedPriceSource, { was, list: id }),
    };
  });
}

function priceText(cents: number, { lang }: View): string {
  return (cents / 100).toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  });
}

/** The scenario with the changed prices as its list: what no longer needs to be told of them. */
export function effective(choice: Choice, view: View): ResolvedScenario {
  const { scenario, state, typing } = choice;
  if (state.amounts.size === 0) return { ...scenario, typing };
  const rows = changedRows(choice, view);
  const sha256 = createHash('sha256').update(priceListCsv(rows)).digest('hex');
  const { list, overrides } = scenario.prices;
  return { ...scenario, typing, prices: { list: { ...list, rows, sha256 }, overrides } };
}
