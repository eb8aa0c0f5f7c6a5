/** What a scenario does to a data set, as the command line writes it: simulate, prices balance and solve, explain to euros. */

import {
  type BalanceDocument,
  DEFAULT_SIMULATION_OPTIONS,
  type ExplainDocument,
  type InputMeta,
  type Lang,
  makeMeta,
  type PaymentCurve,
  type SimulationBeside,
  type SimulationOptions,
  type SimulationResult,
  type SolveDocument,
  type SolveTerms,
  simulationNeeds,
  type Typing,
  type WinnersAsk,
} from '../../src/index.ts';
import type { Services } from '../services.ts';
import {
  baselineName,
  issuesOf,
  populationIssues,
  type ResultAsk,
  rulesFor,
  simulationResult,
  statusesOf,
} from '../simulation/document.ts';
import { againstTarget, fixedRows } from '../simulation/price-search.ts';
import type { Target, TaskAsk, TaskName } from '../simulation/tasks.ts';
import { runTask } from '../simulation-run.ts';
import type { Loaded } from '../workspace.ts';
import { patientCases, patientRows } from './documents.ts';
import { given } from './given.ts';
import { inputOf } from './input-of.ts';
import type { Given } from './scenario-of.ts';

export interface SimulationAsk
  extends Partial<Omit<SimulationOptions, 'lang'>>,
    Partial<Pick<ResultAsk, 'tail' | 'tornado'>>,
    Omit<WinnersAsk, 'lang'> {
  readonly typing?: Typing;
  readonly asOf?: string;
  /** Pay against production, per contract. */
  readonly curves?: boolean;
}

/** The command's document, with what only a page draws. */
export type SimulationAnswer = SimulationResult & { readonly curves?: readonly PaymentCurve[] };

/**
 * @param beside others, each against its own baseline
 * @throws Refusal when the data set lacks what a scenario needs
 */
export async function simulationDocument(
  services: Services,
  loaded: Loaded,
  stack: Given,
  beside: readonly Given[],
  ask: SimulationAsk,
  lang: Lang,
): Promise<SimulationAnswer> {
  const result = await resultOf(services, loaded, stack, ask, lang);
  const curves =
    ask.curves === true
      ? await asked(
          services,
          loaded,
          stack,
        )('curves', {
          contracts: [...stack.scenario.contracts.keys()],
          changes: {},
        })
      : undefined;
  const drawn = curves === undefined ? {} : { curves };
  if (beside.length === 0) return { ...result, ...drawn };
  const others: SimulationBeside[] = [];
  const inputs: InputMeta[] = [...result.meta.inputs];
  for (const each of beside) {
    const { tail: _, tornado: __, ...plain } = ask;
    const other = await resultOf(services, loaded, each, plain, lang);
    const { scenario, baseline, population, total, byCluster } = other;
    others.push({ scenario, baseline, episodes: population.episodes, total, byCluster });
    const known = (input: InputMeta) => inputs.some((one) => JSON.stringify(one) === JSON.stringify(input));
    inputs.push(...other.meta.inputs.filter((input) => !known(input)));
  }
  const options = { ...result.meta.options, beside: beside.flatMap(({ names }) => names) };
  return { ...result, ...drawn, meta: { ...result.meta, inputs, options }, beside: others };
}

function resultOf(
  services: Services,
  loaded: Loaded,
  { scenario, inputs, names, warnings }: Given,
  { typing, asOf, winners, winnerBins, tail, tornado, curves: _, ...options }: SimulationAsk,
  lang: Lang,
): Promise<SimulationResult> {
  const said = { typing, asOf, winners, winnerBins, tail: tail === true ? tail : undefined, tornado };
  return simulationResult(services, loaded, {
    scenario,
    name: { id: scenario.id, title: scenario.title },
    typing: scenario.typing,
    inputs,
    warnings,
    options: { ...DEFAULT_SIMULATION_OPTIONS, ...options, lang },
    said: { scenario: names, ...given(said) },
    changed: false,
    winners: given({ winners, winnerBins }),
    ...given({ tail, tornado }),
  });
}

function asked(services: Services, loaded: Loaded, { scenario }: Pick<Given, 'scenario'>) {
  return <T extends TaskName>(task: T, ask: TaskAsk<T>) =>
    runTask(services.simulator, loaded, scenario, scenario.typing, task, ask);
}

/** Head of a document about a data set under a scenario. */
async function headOf(
  services: Services,
  loaded: Loaded,
  stack: Given,
  command: string,
  options: object,
  lang: Lang,
) {
  const { scenario, inputs, warnings, names } = stack;
  const population = await asked(services, loaded, stack)('population', {});
  return {
    meta: makeMeta({
      command,
      rules: rulesFor(loaded, scenario),
      inputs: [inputOf(loaded.dataSet), ...inputs],
      options: { scenario: names, ...options },
      statuses: statusesOf(loaded, scenario, false),
    }),
    rows: loaded.dataSet.rows,
    issues: [
      ...issuesOf(loaded.dataSet, simulationNeeds(scenario), lang),
      ...populationIssues(loaded, population, lang, warnings),
    ],
  };
}

export interface BalanceAsk {
  readonly typing?: Typing;
  readonly budget: Target;
  /** Clusters that keep their prices. */
  readonly fix?: readonly string[];
  readonly bounds?: readonly [number, number];
  readonly monotone?: boolean;
}

/** The scenario's list made to pay a budget. @throws Refusal `balance-unknown-cluster` and those of `balanceList` */
export async function balanceDocument(
  services: Services,
  loaded: Loaded,
  given: Given,
  ask: BalanceAsk,
  lang: Lang,
): Promise<BalanceDocument> {
  const stack = { ...given, scenario: againstTarget(given.scenario, ask.budget) };
  const [lowFactor, highFactor] = ask.bounds ?? [];
  const balanced = await asked(
    services,
    loaded,
    stack,
  )('balance', {
    budget: ask.budget,
    lang,
    terms: {
      fixed: fixedRows(stack.scenario.prices.list.rows, ask.fix ?? []),
      monotone: ask.monotone === true,
      ...(lowFactor === undefined ? {} : { lowFactor }),
      ...(highFactor === undefined ? {} : { highFactor }),
    },
  });
  return { ...(await headOf(services, loaded, stack, 'prices balance', ask, lang)), ...balanced };
}

export interface SolveAsk extends Omit<SolveTerms, 'targetCents' | 'highestCents'> {
  readonly typing?: Typing;
  readonly target: Target;
  /** Cents. */
  readonly highest?: number;
}

/** The price that reaches a target. @throws Refusal those of `solveList` */
export async function solveDocument(
  services: Services,
  loaded: Loaded,
  given: Given,
  ask: SolveAsk,
  lang: Lang,
): Promise<SolveDocument> {
  const stack = { ...given, scenario: againstTarget(given.scenario, ask.target) };
  const { typing: _, target, highest, ...place } = ask;
  const answer = await asked(
    services,
    loaded,
    stack,
  )('solve', {
    target,
    lang,
    terms: { ...place, ...(highest === undefined ? {} : { highestCents: highest }) },
  });
  return { ...(await headOf(services, loaded, stack, 'prices solve', ask, lang)), ...answer };
}

/** From ratings to euros for the patient of a row. @param at place of the row in the table */
export async function paymentDocument(
  services: Services,
  loaded: Loaded,
  stack: Given,
  at: number,
  ask: { readonly typing?: Typing; readonly asOf?: string },
  lang: Lang,
): Promise<ExplainDocument> {
  const { scenario } = stack;
  const rows = patientRows(loaded, at);
  const cases = patientCases(loaded, rows);
  const head = await headOf(services, loaded, stack, 'explain', ask, lang);
  return {
    ...head,
    cases,
    scenario: { id: scenario.id, title: scenario.title },
    baseline: baselineName(scenario, lang),
    payment: await asked(services, loaded, stack)('payment', { rows, lang }),
  };
}
