/** Values that cells point to, with the changes asked for and what volume answers to prices. */

import type { PriceValues } from './cells.ts';
import type { SimulationChanges } from './input.ts';
import { plainValues } from './plain-values.ts';
import type { FrameCells, PreparedSimulation } from './prepared.ts';
import { volumeResponses } from './volume-response.ts';

/**
 * @param pricesChange whether the frame pays the scenario's list
 * @param scenarioLayer position of the scenario's layer in the frame, -1 = not there
 */
export function frameValues(
  prepared: PreparedSimulation,
  frame: FrameCells,
  changes: SimulationChanges,
  pricesChange: boolean,
  scenarioLayer: number,
): PriceValues {
  const values = plainValues(prepared, frame, changes, pricesChange, scenarioLayer);
  if (scenarioLayer < 0 || prepared.response.length === 0) return values;
  const responses = volumeResponses(prepared, changes);
  // The entries that stand for answers come after the scenario's own.
  const own = prepared.scenario.volume.length;
  return {
    ...values,
    layers: values.layers.map((layer, at) =>
      at === scenarioLayer
        ? {
            ...layer,
            volume: layer.volume.map((entry, i) => ({
              ...entry,
              factor: i < own ? entry.factor : responses[i - own]!.factor,
            })),
          }
        : layer,
    ),
  };
}
