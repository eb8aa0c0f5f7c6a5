/**
 * Volume that answers to prices: an assumption, off unless a scenario asks for it. Quantities of a
 * cluster are multiplied by (mean payment per episode / that of the baseline) ^ elasticity, both
 * before volume factors and contracts. Where either mean is 0 there is nothing to compare: factor 1.
 */

import type { ResolvedScenario, VolumeResponse } from '../model/scenario.ts';
import type { VolumeAnswer } from '../model/simulation.ts';
import { cellPrice, type PriceValues } from './cells.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import type { SimulationChanges } from './input.ts';
import { plainValues } from './plain-values.ts';
import type { PreparedSide, PreparedSimulation } from './prepared.ts';

/** Clusters that answer, by position, with their elasticity. */
export interface ClusterResponse {
  readonly cluster: number;
  readonly elasticity: number;
}

export function clusterResponses(
  { behaviour }: ResolvedScenario,
  clusters: readonly string[],
): ClusterResponse[] {
  const responses = behaviour?.volumeResponse ?? [];
  const match = clusterMatcher(clusters);
  return [...clusters.keys()].flatMap((cluster) => {
    const own = responses.findLast(({ cluster: code }) => code !== undefined && match(code) === cluster);
    const found: VolumeResponse | undefined =
      own ?? responses.findLast(({ cluster: code }) => code === undefined);
    return found === undefined || found.elasticity === 0 ? [] : [{ cluster, elasticity: found.elasticity }];
  });
}

/** The scenario with a volume factor for every cluster that answers, after its own. */
export function withResponses(
  scenario: ResolvedScenario,
  clusters: readonly string[],
  responses: readonly ClusterResponse[],
): ResolvedScenario {
  if (responses.length === 0) return scenario;
  const entries = responses.map(({ cluster }) => ({ cluster: clusters[cluster]!, factor: 1 }));
  return { ...scenario, volume: [...scenario.volume, ...entries] };
}

/** In order of `prepared.response`. */
export function volumeResponses(prepared: PreparedSimulation, changes: SimulationChanges): VolumeAnswer[] {
  const { side, baselineSide, response, clusters, currentByCluster } = prepared;
  const after = meanPay(prepared, side, plainValues(prepared, side.frame, changes, true, 0));
  const before = baselineSide
    ? meanPay(prepared, baselineSide, plainValues(prepared, baselineSide.frame, {}, false, -1))
    : currentByCluster.map((cents, cluster) => cents / episodesOf(side, cluster));
  return response.map(({ cluster, elasticity }) => {
    const [own, other] = [after[cluster]!, before[cluster]!];
    const priceRatio = own > 0 && other > 0 ? own / other : 1;
    return { cluster: clusters[cluster]!, elasticity, priceRatio, factor: priceRatio ** elasticity };
  });
}

/** Cents per episode and cluster, before volume factors and contracts. */
function meanPay(
  { clusters, sums }: PreparedSimulation,
  side: PreparedSide,
  values: PriceValues,
): Float64Array {
  const pay = new Float64Array(clusters.length);
  for (const [id, cell] of side.frame.cells.entries()) {
    if (cell.measure !== undefined) continue;
    const price = cellPrice(cell, values, { index: 0, volume: -1 });
    pay[cell.cluster]! += sums.quantities[side.offset + id]! * price;
  }
  return pay.map((cents, cluster) => cents / episodesOf(side, cluster));
}

function episodesOf({ counts }: PreparedSide, cluster: number): number {
  return counts.byCluster[cluster]!.reduce((sum, count) => sum + count, 0);
}
