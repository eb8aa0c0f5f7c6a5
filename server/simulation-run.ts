/**
 * A data set under a scenario, kept prepared: rows are read once per scenario and typing, after which a
 * changed price costs no pass over them.
 */

import { createHash } from 'node:crypto';
import {
  clusterCodebook,
  DEFAULT_SIMULATION_OPTIONS,
  type IntervalTarget,
  type Lang,
  type PreparedSimulation,
  prepareSimulation,
  type ResolvedScenario,
  type ReviewTerm,
  type SimulationOutcome,
  type Status,
  simulate,
  type Typing,
  type TypingColumns,
  textColumn,
} from '../src/index.ts';
import { stampsOf } from './stamps.ts';
import type { Loaded } from './workspace.ts';

function typingOf({ table, book, scores }: Loaded): TypingColumns {
  const codebook = clusterCodebook(book);
  const index = new Map(book.clusters.map((cluster, at) => [cluster.code, at]));
  const column = textColumn(table, 'chosen_cluster');
  const words = (column?.words ?? []).map((word) => index.get(codebook.cluster(word) ?? '') ?? -1);
  const chosen = new Int16Array(table.n).fill(-1);
  if (column !== undefined) {
    for (let row = 0; row < table.n; row += 1) chosen[row] = words[column.codes[row]!] ?? -1;
  }
  return {
    clusters: book.clusters.map((cluster) => cluster.code),
    chosen,
    advised: scores.advised,
    probabilities: scores.probabilities,
  };
}

/** Changes when the scenario's or list's content does, so that an edited file is prepared anew. */
function fingerprint(scenario: ResolvedScenario): string {
  const { prices, ...rest } = scenario;
  const text = JSON.stringify([rest, prices.list.sha256, prices.overrides]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** @throws Refusal when the file lacks what the scenario needs */
export function prepared(loaded: Loaded, scenario: ResolvedScenario, typing: Typing): PreparedSimulation {
  return loaded.memo(`prepared ${fingerprint(scenario)} ${typing}`, () => {
    const reviewTerms = new Map<number, ReviewTerm>();
    for (const { number, reviewTerm } of loaded.book.clusters) {
      if (reviewTerm !== undefined) reviewTerms.set(number, reviewTerm);
    }
    return prepareSimulation({
      table: loaded.table,
      typing: loaded.memo('typing', () => typingOf(loaded)),
      reviewTerms,
      scenario: { ...scenario, typing },
    });
  });
}

export interface Run {
  readonly outcome: SimulationOutcome;
  readonly stamps: readonly Status[];
}

export function runSimulation(
  loaded: Loaded,
  scenario: ResolvedScenario,
  choice: {
    readonly typing: Typing;
    readonly target: IntervalTarget;
    readonly amounts: ReadonlyMap<number, number>;
    readonly lang: Lang;
  },
): Run {
  const outcome = simulate(
    prepared(loaded, scenario, choice.typing),
    { ...DEFAULT_SIMULATION_OPTIONS, intervalTarget: choice.target, lang: choice.lang },
    { amountsCents: choice.amounts },
  );
  const data = stampsOf(loaded).filter((stamp) => choice.typing !== 'chosen' || stamp !== 'illustrative');
  const prices = scenario.prices.list.rows.map((row) => row.status);
  const changed = choice.amounts.size > 0 ? (['hypothetical'] as const) : [];
  const stamps = [...data, ...prices, ...changed].filter(
    (status): status is Status => status !== '' && status !== 'official' && status !== 'local',
  );
  return { outcome, stamps: [...new Set(stamps)].sort() };
}
