/** Values that cells point to, with the changes asked for; without any answer of volume to prices. */

import { refuse } from '../issue/refusal.ts';
import type { Contract } from '../model/contract.ts';
import type { Layer, PriceValues } from './cells.ts';
import type { SimulationChanges } from './input.ts';
import { measuresOf } from './measures.ts';
import type { FrameCells, PreparedSimulation } from './prepared.ts';

/**
 * @param pricesChange whether the frame pays the scenario's list
 * @param scenarioLayer position of the scenario's layer in the frame, -1 = not there
 */
export function plainValues(
  prepared: PreparedSimulation,
  frame: FrameCells,
  changes: SimulationChanges,
  pricesChange: boolean,
  scenarioLayer: number,
): PriceValues {
  const { list, overrides, layers } = frame.spec;
  const amounts = pricesChange ? changes.amountsCents : undefined;
  return {
    rows: amounts
      ? list.rows.map((row, position) => ({ ...row, amountCents: amounts.get(position) ?? row.amountCents }))
      : list.rows,
    overrides,
    layers: layers.map((layer, position) =>
      position === scenarioLayer ? changedLayer(prepared, layer, changes) : layer,
    ),
    volumeSets: frame.volumeSets,
  };
}

function changedLayer(prepared: PreparedSimulation, layer: Layer, changes: SimulationChanges): Layer {
  const { indexFactors, volumeFactors, contracts } = changes;
  if (contracts !== undefined && !sameCoverage(prepared.scenario.contracts, contracts)) {
    throw refuse('simulate-changed-coverage', {});
  }
  return {
    ...layer,
    index: layer.index.map((entry, i) => ({ ...entry, factor: indexFactors?.[i] ?? entry.factor })),
    volume: layer.volume.map((entry, i) => ({ ...entry, factor: volumeFactors?.[i] ?? entry.factor })),
    contracts: contracts ?? layer.contracts,
  };
}

/** Other terms need no new pass; another payer, scope, year or form does. */
function sameCoverage(before: readonly Contract[], after: readonly Contract[]): boolean {
  const coverage = (contracts: readonly Contract[]): string =>
    JSON.stringify(
      contracts.map((contract) => {
        const { form, payer, scope, year } = contract;
        return { form, payer, scope, year, needs: measuresOf(contract) };
      }),
    );
  return coverage(before) === coverage(after);
}
