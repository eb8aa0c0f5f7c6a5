/**
 * A simulation as the document that the command line writes for the same file, scenario and options, so
 * that what is taken out of a page can be made again there. What only a page can do (changed prices,
 * another baseline) stands among the options.
 */

import {
  DEFAULT_SIMULATION_OPTIONS,
  type InputMeta,
  type Issue,
  IssueCollector,
  type IssueSummary,
  type Lang,
  makeMeta,
  RATING_COLUMNS,
  type ResolvedScenario,
  type ScenarioName,
  type SimulationNeeds,
  type SimulationOptions,
  type SimulationOutcome,
  type SimulationResult,
  type Status,
  sentence,
  simulationNeeds,
  type Typing,
  type WinnersAsk,
  winnersAsked,
} from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import type { View } from '../../views/view.ts';
import type { Services } from '../services.ts';
import { runTask } from '../simulation-run.ts';
import type { Loaded } from '../workspace.ts';
import type { Choice } from './choice.ts';
import { effective } from './choice.ts';
import type { TaskAsk, TaskName } from './tasks.ts';

export interface Documented {
  readonly result: SimulationResult;
  readonly scenario: ReturnType<typeof effective>;
}

/** @throws Refusal when the file lacks what the scenario needs */
export async function simulationDocument(
  services: Services,
  loaded: Loaded,
  choice: Choice,
  view: View,
): Promise<Documented> {
  const { lang } = view;
  const { state, typing, asWritten, listed } = choice;
  const scenario = effective(choice, view);
  const changed =
    state.amounts.size === 0
      ? {}
      : { amountsCents: Object.fromEntries([...state.amounts].map(([row, cents]) => [row + 1, cents])) };
  const result = await simulationResult(services, loaded, {
    scenario,
    name: { id: listed.id, title: asWritten.title },
    typing,
    inputs: choice.inputs,
    options: { ...DEFAULT_SIMULATION_OPTIONS, intervalTarget: state.target, lang },
    said: {
      ...(state.baseline === undefined ? {} : { baseline: state.baseline }),
      ...(typing === asWritten.typing ? {} : { typing }),
      ...changed,
    },
    changed: state.amounts.size > 0,
  });
  return { result, scenario };
}

export interface ResultAsk {
  readonly scenario: ResolvedScenario;
  readonly name: ScenarioName;
  readonly typing: Typing;
  /** Files that the scenario was read from. */
  readonly inputs: readonly InputMeta[];
  readonly options: SimulationOptions;
  /** Options to name besides the scenario and those of the draws. */
  readonly said: Readonly<Record<string, unknown>>;
  /** Prices differ from those of the list. */
  readonly changed: boolean;
  readonly winners?: Omit<WinnersAsk, 'lang'>;
  readonly tail?: boolean;
  /** Each input taken this share lower and higher. */
  readonly tornado?: number;
  /** What reading the scenario found. */
  readonly warnings?: readonly Issue[];
}

/** The command's document. @throws Refusal when the file lacks what the scenario needs */
export async function simulationResult(
  services: Services,
  loaded: Loaded,
  ask: ResultAsk,
): Promise<SimulationResult> {
  const { scenario, name, typing, options } = ask;
  const { dataSet } = loaded;
  const { level, draws, intervalTarget, seed, lang } = options;
  const run = <T extends TaskName>(task: T, asked: TaskAsk<T>) =>
    runTask(services.simulator, loaded, scenario, typing, task, asked);
  const outcome = await run('outcome', { options, changes: {} });
  const years = await run('years', { options });
  const tail = ask.tail === true ? await run('tail', { lang, changes: {} }) : undefined;
  const { tornado: share } = ask;
  const { baselineCents } = outcome.total;
  const bars = share === undefined ? undefined : await run('tornado', { share, baselineCents });
  const needs = simulationNeeds(scenario);
  return {
    meta: makeMeta({
      command: 'simulate',
      rules: rulesFor(loaded, scenario),
      inputs: [{ name: dataSet.name, rows: dataSet.rows.read, sha256: dataSet.sha256 }, ...ask.inputs],
      seed,
      options: { scenario: [name.id], ...ask.said, draws, intervalTarget, level, lang },
      statuses: statusesOf(loaded, scenario, ask.changed),
    }),
    rows: dataSet.rows,
    issues: [
      ...issuesOf(dataSet, needs, lang),
      ...populationIssues(loaded, outcome.population, lang, ask.warnings),
    ],
    scenario: name,
    baseline: baselineName(scenario, lang),
    ...outcome,
    ...(years.length === 0 ? {} : { years }),
    ...(ask.winners === undefined ? {} : winnersAsked(outcome, { ...ask.winners, lang })),
    ...(tail === undefined ? {} : { tail }),
    ...(share === undefined || bars === undefined ? {} : { tornado: { share, bars } }),
  };
}

export function baselineName({ baseline }: ResolvedScenario, lang: Lang): ScenarioName {
  return baseline === 'current'
    ? { id: 'current', title: sentence({ code: 'simulate-current' }, lang) }
    : { id: baseline.id, title: baseline.title };
}

/** The rule set, where the scenario asks for its advice or its terms. */
export function rulesFor({ book }: Loaded, scenario: ResolvedScenario) {
  const { scores, reviewTerms } = simulationNeeds(scenario);
  return scores || reviewTerms ? book.sets[0]?.ruleSet : undefined;
}

/** Of all that is paid by or assumed, on both sides. */
export function statusesOf(
  { dataSet }: Loaded,
  scenario: ResolvedScenario,
  changed: boolean,
): (Status | '')[] {
  const sides = [scenario, ...(scenario.baseline === 'current' ? [] : [scenario.baseline])];
  const assumed = sides.some(({ years, behaviour }) => years !== undefined || behaviour !== undefined);
  return [
    ...(dataSet.synthetic ? (['synthetic'] as const) : []),
    ...sides.flatMap((side) => side.prices.list.rows.map(({ status }) => status)),
    ...(assumed || changed ? (['hypothetical'] as const) : []),
  ];
}

/** Findings in the columns that are used: the import looked at all of them. */
export function issuesOf(
  { issues, recognised }: DataSet,
  needs: SimulationNeeds,
  lang: Lang,
): IssueSummary[] {
  const scored = needs.scores ? [...RATING_COLUMNS, 'supercluster', 'date'] : [];
  const used = new Set([...needs.columns, ...scored, 'chosen_cluster', 'origin']);
  for (const { header, canonical } of recognised.columns) if (used.has(canonical)) used.add(header);
  return issues[lang].filter(({ examples }) =>
    examples.every(({ column }) => column === undefined || used.has(column)),
  );
}

/** What reading the scenario found, and what the file lacks that the reader of any result must know. */
export function populationIssues(
  { table }: Loaded,
  population: Pick<SimulationOutcome['population'], 'withoutStart'>,
  lang: Lang,
  warnings: readonly Issue[] = [],
): IssueSummary[] {
  const issues = [...warnings];
  if (!table.columns.has('patient')) {
    issues.push({ code: 'simulate-no-patient-column', severity: 'warning', column: 'patient' });
  }
  if (population.withoutStart > 0) {
    const params = { rows: population.withoutStart };
    issues.push({ code: 'simulate-without-start', severity: 'warning', column: 'start', params });
  }
  const collector = new IssueCollector();
  collector.addAll(issues);
  return collector.summaries(lang);
}
