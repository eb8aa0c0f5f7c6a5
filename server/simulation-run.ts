/**
 * A data set under a scenario, kept prepared: rows are read once per scenario and typing, after which a
 * changed price costs no pass over them.
 */

import { createHash } from 'node:crypto';
import {
  DEFAULT_SIMULATION_OPTIONS,
  type IntervalTarget,
  type Lang,
  type ResolvedScenario,
  type ReviewTerm,
  type SimulationInput,
  type SimulationOutcome,
  type Status,
  type Typing,
  typingColumns,
} from '../src/index.ts';
import type { Simulator } from './simulator.ts';
import { stampsOf } from './stamps.ts';
import type { Loaded } from './workspace.ts';

/** Changes when the scenario's or list's content does, so that an edited file is prepared anew. */
function fingerprint(scenario: ResolvedScenario): string {
  const { prices, ...rest } = scenario;
  const text = JSON.stringify([rest, prices.list.sha256, prices.overrides]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function inputOf(loaded: Loaded, scenario: ResolvedScenario, typing: Typing): SimulationInput {
  const reviewTerms = new Map<number, ReviewTerm>();
  for (const { number, reviewTerm } of loaded.book.clusters) {
    if (reviewTerm !== undefined) reviewTerms.set(number, reviewTerm);
  }
  return {
    table: loaded.table,
    typing: loaded.memo('typing', () => {
      const codes = loaded.book.clusters.map((cluster) => cluster.code);
      return typingColumns(loaded.table, codes, loaded.scores);
    }),
    reviewTerms,
    scenario: { ...scenario, typing },
  };
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
    readonly lang: Lang;
  },
): Promise<Run> {
  const { dataSet } = loaded;
  const outcome = await simulator.run(loaded, {
    key: `${dataSet.id} ${dataSet.rules.sha256} ${fingerprint(scenario)} ${choice.typing}`,
    input: () => inputOf(loaded, scenario, choice.typing),
    options: { ...DEFAULT_SIMULATION_OPTIONS, intervalTarget: choice.target, lang: choice.lang },
    amountsCents: choice.amounts,
  });
  const data = stampsOf(loaded).filter((stamp) => choice.typing !== 'chosen' || stamp !== 'illustrative');
  const prices = scenario.prices.list.rows.map((row) => row.status);
  const changed = choice.amounts.size > 0 ? (['hypothetical'] as const) : [];
  const stamps = [...data, ...prices, ...changed].filter(
    (status): status is Status => status !== '' && status !== 'official' && status !== 'local',
  );
  return { outcome, stamps: [...new Set(stamps)].sort() };
}
