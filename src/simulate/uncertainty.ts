/**
 * Intervals of the difference. Prices and factors alone: variances from the sums, limits corrected
 * for skewness. Under any other contract nothing is linear: those are drawn.
 */

import { skewCorrectedInterval } from '../stats/skew-corrected-interval.ts';
import { formRule } from './contracts/forms.ts';
import { drawnUncertainty } from './drawn-uncertainty.ts';
import type { SimulationOptions } from './input.ts';
import { groupCubes, payPerPatient, payPerRow, skewnessOfTotal } from './moments.ts';
import { clusterMoments } from './part-moments.ts';
import type { PreparedSimulation } from './prepared.ts';
import type { SideStatistics, Statistics } from './statistics.ts';
import { centred, groupSum, type Limits, SAMPLING_WEIGHT, type Uncertainty } from './uncertainty-parts.ts';

/** @param statistics what varies, with its means at the estimate */
export function uncertaintyOf(
  prepared: PreparedSimulation,
  statistics: Statistics,
  ratios: { readonly side: Float64Array; readonly baseline: Float64Array | undefined },
  options: SimulationOptions,
): Uncertainty {
  const bends = [statistics.side, statistics.baseline].some((side) =>
    side?.contracts.some((contract) => formRule(contract).bends(contract)),
  );
  const uncertainty = bends
    ? drawnUncertainty(prepared, statistics, options)
    : linearUncertainty(prepared, statistics, ratios, options);
  const { fromSums } = prepared;
  if (fromSums?.withheld === true) return { ...uncertainty, missing: 'sums-withheld' };
  if (fromSums === undefined || bends || prepared.thirdOrder !== undefined) return uncertainty;
  return { ...uncertainty, missing: 'sums-no-third-order' };
}

function linearUncertainty(
  prepared: PreparedSimulation,
  statistics: Statistics,
  ratios: { readonly side: Float64Array; readonly baseline: Float64Array | undefined },
  options: SimulationOptions,
): Uncertainty {
  const { coordinates, sums } = prepared;
  const difference = new Float64Array(coordinates);
  const addSide = (side: SideStatistics, ratio: Float64Array, sign: number): void => {
    for (const [atom, column] of side.atomColumn.entries()) {
      for (let j = 0; j < coordinates; j++) {
        difference[j]! += sign * ratio[atom]! * statistics.columns[column]![j]!;
      }
    }
  };
  addSide(statistics.side, ratios.side, 1);
  if (statistics.baseline !== undefined) addSide(statistics.baseline, ratios.baseline!, -1);
  else difference[coordinates - 1]! -= 1;

  const patients = prepared.population.patients;
  const weight = SAMPLING_WEIGHT[options.intervalTarget];
  const estimate = difference.reduce((sum, price, j) => sum + price * sums.quantities[j]!, 0);
  const sampling = Math.max(
    0,
    centred(sums.overPatients.form(difference, difference), estimate, estimate, patients),
  );
  const typing = Math.max(0, sums.typing.form(difference, difference));
  const { skewness: skewnessOfAll, cubesOf } = thirdMoments(prepared, difference, estimate);
  const limits = (value: number, typingPart: number, samplingPart: number, skewness: number): Limits => {
    const variance = typingPart + weight * samplingPart;
    // Drawing clusters adds a symmetric part: the skewness of the sum shrinks with it.
    const share = variance > 0 ? Math.sqrt((weight * samplingPart) / variance) : 0;
    return skewCorrectedInterval(value, Math.sqrt(variance), skewness * share ** 3, options.level);
  };
  const part = (sum: number, squares: number, typingPart: number, rawCubes: number): Limits => {
    const mean = sum / patients;
    const deviations = Math.max(0, squares - patients * mean * mean);
    const skewness = skewnessFrom(rawCubes, squares, mean, patients, deviations);
    return limits(sum, Math.max(0, typingPart), Math.max(0, centred(squares, sum, sum, patients)), skewness);
  };
  const ofClusters = lazily(() => ({
    moments: clusterMoments(prepared, { size: 1, price: difference, columnOf: new Int16Array(coordinates) }),
    cubes: prepared.clusterTriples?.cubes(difference),
  }));
  return {
    total: limits(estimate, typing, sampling, skewnessOfAll),
    sd: {
      typing: Math.sqrt(typing),
      sampling: Math.sqrt(sampling),
      total: Math.sqrt(typing + weight * sampling),
    },
    ofGroup: (grouping, group) => {
      const products = sums.groups[grouping]![group]!;
      const sum = groupSum(prepared, grouping, group, difference);
      const typingPart = products.typing.form(difference, difference);
      const squares = products.patients.form(difference, difference);
      return part(sum, squares, typingPart, cubesOf[grouping]![group]!);
    },
    ofCluster: (cluster) => {
      const { moments, cubes } = ofClusters();
      const { sums: own, squares, typing: drawn } = moments[cluster]!;
      return part(own[0]!, squares[0]!, drawn[0]!, cubes?.[cluster] ?? 0);
    },
  };
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Skewness of the total, and per group the sum of what it has of each patient, cubed: by a pass over rows, or from sums. */
function thirdMoments(
  prepared: PreparedSimulation,
  prices: Float64Array,
  estimate: number,
): { readonly skewness: number; readonly cubesOf: readonly Float64Array[] } {
  const { fromSums, thirdOrder, groupings, population, sums } = prepared;
  if (fromSums === undefined && thirdOrder === undefined) {
    const perRow = payPerRow(prepared, prices);
    const skewness = skewnessOfTotal(payPerPatient(prepared, perRow));
    return { skewness, cubesOf: groupCubes(prepared, perRow) };
  }
  const { patients } = population;
  const { total, perGroup } = thirdOrder?.cubes(prices) ?? {
    total: 0,
    perGroup: groupings.map(({ values }) => new Float64Array(values.length)),
  };
  const squares = sums.overPatients.form(prices, prices);
  const mean = estimate / patients;
  const deviations = Math.max(0, squares - patients * mean * mean);
  return { skewness: skewnessFrom(total, squares, mean, patients, deviations), cubesOf: perGroup };
}

/** From sums of squares and cubes about 0. */
function skewnessFrom(
  cubes: number,
  squares: number,
  mean: number,
  patients: number,
  deviations: number,
): number {
  const centredCubes = cubes - 3 * mean * squares + 2 * patients * mean ** 3;
  return deviations > 0 ? centredCubes / deviations ** 1.5 : 0;
}
