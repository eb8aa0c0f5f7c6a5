/** What a simulation is made from. Scores arrive as columns: this folder never calls the scoring. */

import type { CaseTable } from '../model/case-table.ts';
import type { Contract } from '../model/contract.ts';
import type { ReviewTerm } from '../model/rule-set.ts';
import type { ResolvedScenario } from '../model/scenario.ts';
import type { IntervalTarget } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';

/** Cluster of every row of the case table, as the clinician and the rule set have it. */
export interface TypingColumns {
  /** Cluster codes; the other columns point into it. */
  readonly clusters: readonly string[];
  /** Clinician's cluster per row, -1 = none. */
  readonly chosen: Int16Array;
  /** Advised cluster per row, -1 = none. Needed for typing `advised`. */
  readonly advised?: Int16Array;
  /** n x clusters, row-major; a row without advice holds zeros. Needed for typing `expected`. */
  readonly probabilities?: Float64Array;
}

export interface SimulationInput {
  readonly table: CaseTable;
  readonly typing: TypingColumns;
  /** Per cluster number, from the rule set. */
  readonly reviewTerms: ReadonlyMap<number, ReviewTerm>;
  readonly scenario: ResolvedScenario;
}

export interface SimulationOptions {
  /** Level of intervals, 0-1. */
  readonly level: number;
  readonly intervalTarget: IntervalTarget;
  /** Draws where a contract bends, and their seed. */
  readonly draws: number;
  readonly seed: number;
  /** Language of notes and findings. */
  readonly lang: Lang;
  /**
   * Leaves out the share of the costliest patients where no sentence needs it: on a million episodes it
   * takes as long as all the rest.
   */
  readonly withoutTopShare?: true;
}

/** New values for what was prepared. Dates, filters, typing and new rows need a new preparation. */
export interface SimulationChanges {
  /** New amounts in cents by index of the price-list row. */
  readonly amountsCents?: ReadonlyMap<number, number>;
  /** New factors, one per entry of the scenario's index and volume. */
  readonly indexFactors?: readonly number[];
  readonly volumeFactors?: readonly number[];
  /** The same contracts (payer, scope, year) with other terms. */
  readonly contracts?: readonly Contract[];
}

export const DEFAULT_SIMULATION_OPTIONS: SimulationOptions = {
  level: 0.95,
  intervalTarget: 'population',
  draws: 2000,
  seed: 1,
  lang: 'nl',
};
