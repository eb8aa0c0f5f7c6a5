/**
 * A data set under a scenario, kept prepared: rows are read once per scenario and typing, after which a
 * changed price costs no pass over them.
 */

import { createHash } from 'node:crypto';
import {
  type Contract,
  DEFAULT_SIMULATION_OPTIONS,
  type IntervalTarget,
  type Lang,
  type ResolvedScenario,
  type ReviewTerm,
  type SimulationInput,
  type SimulationOutcome,
  type Status,
  simulationNeeds,
  type Typing,
  typingColumns,
} from '../src/index.ts';
import type { TaskAnswer, TaskAsk, TaskName } from './simulation/tasks.ts';
import type { Simulator } from './simulator.ts';
import { stampsOf } from './stamps.ts';
import type { Loaded } from './workspace.ts';

/** Changes when the scenario's or list's content does, so that an edited file is prepared anew. */
function fingerprint(scenario: ResolvedScenario): string {
  const { prices, ...rest } = scenario;
  const text = JSON.stringify([rest, prices.list.sha256, prices.overrides]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function simulationInput(loaded: Loaded, scenario: ResolvedScenario, typing: Typing): SimulationInput {
  const reviewTerms = new Map<number, ReviewTerm>();
  for (const { number, reviewTerm } of loaded.book.clusters) {
    if (reviewTerm !== undefined) reviewTerms.set(number, reviewTerm);
  }
  // Only what the scenario needs, as the command line reads it: a column that pays nothing says nothing.
  const needed: ReadonlySet<string> = new Set(simulationNeeds(scenario).columns);
  const columns = new Map([...loaded.table.columns].filter(([name]) => needed.has(name)));
  return {
    table: { ...loaded.table, columns },
    typing: loaded.memo('typing', () => {
      const codes = loaded.book.clusters.map((cluster) => cluster.code);
      return typingColumns(loaded.table, codes, loaded.scores);
    }),
    reviewTerms,
    scenario: { ...scenario, typing },
  };
}

/** Anything that can be asked of a data set under a scenario. @throws Refusal when the file lacks what it needs */
export function runTask<T extends TaskName>(
  simulator: Simulator,
  loaded: Loaded,
  scenario: ResolvedScenario,
  typing: Typing,
  task: T,
  ask: TaskAsk<T>,
): Promise<TaskAnswer<T>> {
  const { dataSet } = loaded;
  return simulator.run(loaded, {
    key: `${dataSet.id} ${dataSet.rules.sha256} ${fingerprint(scenario)} ${typing}`,
    input: () => simulationInput(loaded, scenario, typing),
    task,
    ask,
  });
}

/** What is not official in what a data set is paid by. */
export function simulationStamps(
  loaded: Loaded,
  scenario: ResolvedScenario,
  typing: Typing,
  changed: boolean,
): Status[] {
  const data = stampsOf(loaded).filter((stamp) => typing !== 'chosen' || stamp !== 'illustrative');
  const prices = scenario.prices.list.rows.map((row) => row.status);
  const stamps = [...data, ...prices, ...(changed ? (['hypothetical'] as const) : [])].filter(
    (status): status is Status => status !== '' && status !== 'official' && status !== 'local',
  );
  return [...new Set(stamps)].sort();
}

export interface Run {
  readonly outcome: SimulationOutcome;
  readonly stamps: readonly Status[];
}

/** @throws Refusal when the file lacks what the scenario needs */
export async function runSimulation(
  simulator: Simulator,
  loaded: Loaded,
  scenario: ResolvedScenario,
  choice: {
    readonly typing: Typing;
    readonly target: IntervalTarget;
    readonly amounts: ReadonlyMap<number, number>;
    /** The scenario's contracts under other terms. */
    readonly contracts?: readonly Contract[];
    readonly lang: Lang;
  },
): Promise<Run> {
  const { typing, target, amounts, contracts, lang } = choice;
  const outcome = await runTask(simulator, loaded, scenario, typing, 'outcome', {
    options: { ...DEFAULT_SIMULATION_OPTIONS, intervalTarget: target, lang, withoutTopShare: true },
    changes: { amountsCents: amounts, ...(contracts === undefined ? {} : { contracts }) },
  });
  return { outcome, stamps: simulationStamps(loaded, scenario, typing, amounts.size > 0) };
}
