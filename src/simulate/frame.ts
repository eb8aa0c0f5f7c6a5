/** A frame: one list, one typing and one period, under which quantities are counted. */

import type { PriceList } from '../model/price-list.ts';
import type { DayRange, PriceOverride, ResolvedScenario, Typing } from '../model/scenario.ts';
import type { Layer } from './cells.ts';
import type { ClusterShift } from './cluster-shift.ts';

/** `chosen-first`: the clinician's cluster, else the scenario's typing (waterfall from current revenue). */
export type FrameTyping = Typing | { readonly chosenElse: Typing };

export interface FrameSpec {
  readonly list: PriceList;
  readonly overrides: readonly PriceOverride[];
  /** Groups that the overrides' payers may name. */
  readonly payerGroups: Readonly<Record<string, readonly string[]>>;
  readonly typing: FrameTyping;
  readonly shift: ClusterShift | undefined;
  readonly valuationDate: number | undefined;
  readonly period: DayRange | undefined;
  /** Index, volume and contracts that may be laid over the quantities. */
  readonly layers: readonly Layer[];
}

export function layerOf(scenario: ResolvedScenario): Layer {
  const { index, volume, payerGroups, contracts } = scenario;
  return { index, volume, payerGroups, contracts };
}

export interface FrameParts {
  readonly prices: ResolvedScenario;
  readonly typing: FrameTyping;
  readonly shift?: ClusterShift | undefined;
  readonly timing: ResolvedScenario;
  readonly layers: readonly Layer[];
}

export function frameSpec({ prices, typing, shift, timing, layers }: FrameParts): FrameSpec {
  return {
    list: prices.prices.list,
    overrides: prices.prices.overrides,
    payerGroups: prices.payerGroups,
    typing,
    shift,
    valuationDate: timing.valuationDate,
    period: timing.period,
    layers,
  };
}

/** Whether prices or quantities depend on the day, so that an episode without a start cannot be paid. */
export function datesMatter(spec: FrameSpec): boolean {
  const dated = (range: DayRange) => range.from !== undefined || range.until !== undefined;
  return (
    spec.valuationDate !== undefined ||
    spec.period !== undefined ||
    spec.list.rows.some((row) => (row.unit !== 'episode' && row.unit !== 'assessment') || dated(row)) ||
    spec.overrides.some(dated) ||
    spec.layers.some(
      (layer) => layer.index.length > 0 || layer.contracts.some((contract) => contract.year !== undefined),
    )
  );
}
