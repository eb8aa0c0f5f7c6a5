/**
 * Intervals of the difference. Prices and factors alone: variances from the sums, limits corrected
 * for skewness. Under any other contract nothing is linear: the figures are drawn from the joint
 * normal that the sums give and the contracts run on every draw.
 */

import type { IntervalTarget } from '../model/simulation.ts';
import { covarianceRoot, jointNormalDraws } from '../stats/joint-normal.ts';
import { covariancePseudoInverse } from '../stats/pseudo-inverse.ts';
import { sampleStandardDeviation } from '../stats/sample-standard-deviation.ts';
import { seededNormals } from '../stats/seeded-normals.ts';
import { skewCorrectedInterval } from '../stats/skew-corrected-interval.ts';
import { formRule } from './contracts/forms.ts';
import type { SimulationOptions } from './input.ts';
import { groupCubes, payPerPatient, payPerRow, skewnessOfTotal } from './moments.ts';
import { atomRatios } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { netOfDraw, type SideStatistics, type Statistics } from './statistics.ts';

export interface Limits {
  readonly low: number;
  readonly high: number;
}

export interface Uncertainty {
  readonly total: Limits;
  readonly sd: { readonly typing: number; readonly sampling: number; readonly total: number };
  /** Limits of a group, by positions of grouping and group. */
  readonly ofGroup: (grouping: number, group: number) => Limits;
}

/** What each target counts: variance = typing + weight x sampling. */
const SAMPLING_WEIGHT: Readonly<Record<IntervalTarget, number>> = {
  'these-patients': 0,
  population: 1,
  'next-year': 2,
};

/** Sampling covariance of totals over n patients from raw sums: n/(n-1) (sum yy' - (sum y)(sum y)'/n). */
function centred(products: number, sumA: number, sumB: number, patients: number): number {
  return (patients / (patients - 1)) * (products - (sumA * sumB) / patients);
}

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
  return bends
    ? drawnUncertainty(prepared, statistics, options)
    : linearUncertainty(prepared, statistics, ratios, options);
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
  const perRow = payPerRow(prepared, difference);
  const cubesOf = groupCubes(prepared, perRow);
  const limits = (value: number, typingPart: number, samplingPart: number, skewness: number): Limits => {
    const variance = typingPart + weight * samplingPart;
    // Drawing clusters adds a symmetric part: the skewness of the sum shrinks with it.
    const share = variance > 0 ? Math.sqrt((weight * samplingPart) / variance) : 0;
    return skewCorrectedInterval(value, Math.sqrt(variance), skewness * share ** 3, options.level);
  };
  return {
    total: limits(estimate, typing, sampling, skewnessOfTotal(payPerPatient(prepared, perRow))),
    sd: {
      typing: Math.sqrt(typing),
      sampling: Math.sqrt(sampling),
      total: Math.sqrt(typing + weight * sampling),
    },
    ofGroup: (grouping, group) => {
      const products = sums.groups[grouping]![group]!;
      const sum = groupSum(prepared, grouping, group, difference);
      const squares = products.patients.form(difference, difference);
      const mean = sum / patients;
      const deviations = Math.max(0, squares - patients * mean * mean);
      const cubes = cubesOf[grouping]![group]! - 3 * mean * squares + 2 * patients * mean ** 3;
      const skewness = deviations > 0 ? cubes / deviations ** 1.5 : 0;
      const samplingPart = Math.max(0, centred(squares, sum, sum, patients));
      return limits(sum, Math.max(0, products.typing.form(difference, difference)), samplingPart, skewness);
    },
  };
}

function groupSum(
  { sums, coordinates }: PreparedSimulation,
  grouping: number,
  group: number,
  prices: Float64Array,
): number {
  const quantities = sums.byGroup[grouping]!;
  let sum = 0;
  for (let j = 0; j < coordinates; j++) sum += quantities[group * coordinates + j]! * prices[j]!;
  return sum;
}

/** Raw sums over patients of a group's figures y and the totals t (size x size, row-major). */
interface GroupMoments {
  readonly sum: readonly number[];
  /** Sum of y y', and of y t'. */
  readonly own: readonly number[];
  readonly withTotal: readonly number[];
  /** Covariance from drawing clusters: of y, and of y with t. */
  readonly typingOwn: readonly number[];
  readonly typingWithTotal: readonly number[];
}

function groupMoments(
  prepared: PreparedSimulation,
  grouping: number,
  group: number,
  columns: readonly Float64Array[],
): GroupMoments {
  const products = prepared.sums.groups[grouping]![group]!;
  const every = (form: (a: Float64Array, b: Float64Array) => number): number[] =>
    columns.flatMap((a) => columns.map((b) => form(a, b)));
  const own = every((a, b) => products.patients.form(a, b));
  const typingOwn = every((a, b) => products.typing.form(a, b));
  const rest = every((a, b) => products.patientsWithRest.form(a, b));
  const typingRest = every((a, b) => products.typingWithRest.form(a, b));
  return {
    sum: columns.map((column) => groupSum(prepared, grouping, group, column)),
    own,
    withTotal: own.map((value, at) => value + rest[at]!),
    typingOwn,
    typingWithTotal: typingOwn.map((value, at) => value + typingRest[at]!),
  };
}

/** One draw of the totals: the difference, and how each atom is scaled by the contracts. */
interface DrawnTotals {
  readonly differences: Float64Array;
  readonly deviations: Float64Array;
  readonly ratios: readonly { readonly side: Float64Array; readonly baseline: Float64Array | undefined }[];
}

function drawnUncertainty(
  prepared: PreparedSimulation,
  statistics: Statistics,
  options: SimulationOptions,
): Uncertainty {
  const size = statistics.columns.length;
  const patients = prepared.population.patients;
  const weight = SAMPLING_WEIGHT[options.intervalTarget];
  const { overPatients, typing } = prepared.sums;
  const { columns, mean } = statistics;
  const typingCovariance = columns.map((a) => columns.map((b) => typing.form(a, b)));
  const samplingCovariance = columns.map((a, i) =>
    columns.map((b, j) => centred(overPatients.form(a, b), mean[i]!, mean[j]!, patients)),
  );
  const weighted = (typingWeight: number, samplingWeight: number): number[][] =>
    typingCovariance.map((row, i) =>
      row.map((value, j) => typingWeight * value + samplingWeight * samplingCovariance[i]![j]!),
    );
  const normal = seededNormals(options.seed);
  const normals = Float64Array.from({ length: options.draws * size }, normal);
  const draw = (covariance: readonly (readonly number[])[]): DrawnTotals =>
    drawTotals(statistics, jointNormalDraws(covarianceRoot(covariance), size, normals));
  const total = draw(weighted(1, weight));
  const spread = (drawn: DrawnTotals): number => sampleStandardDeviation(Array.from(drawn.differences));
  // One set of normals serves every group: each group's own limits are all that is asked.
  const groupNormals = Float64Array.from(normals, normal);
  const inverse = covariancePseudoInverse(weighted(1, weight));
  return {
    total: quantiles(total.differences, options.level),
    sd: {
      typing: spread(draw(weighted(1, 0))),
      sampling: spread(draw(weighted(0, 1))),
      total: spread(total),
    },
    ofGroup: (grouping, group) => {
      const part = {
        moments: groupMoments(prepared, grouping, group, columns),
        patients,
        weight,
        mean,
        inverse,
      };
      return quantiles(drawGroup(statistics, total, part, groupNormals), options.level);
    },
  };
}

function drawTotals(statistics: Statistics, deviations: Float64Array): DrawnTotals {
  const size = statistics.columns.length;
  const draws = deviations.length / size;
  const differences = new Float64Array(draws);
  const ratios: DrawnTotals['ratios'][number][] = [];
  const draw = new Float64Array(size);
  for (let d = 0; d < draws; d++) {
    for (let m = 0; m < size; m++) draw[m] = statistics.mean[m]! + deviations[d * size + m]!;
    const side = netOfDraw(statistics.side, draw);
    const baseline = statistics.baseline && netOfDraw(statistics.baseline, draw);
    const before = baseline ? total(baseline.net) : draw[statistics.currentColumn]!;
    differences[d] = total(side.net) - before;
    ratios.push({
      side: atomRatios(side.gross, side.net),
      baseline: baseline && atomRatios(baseline.gross, baseline.net),
    });
  }
  return { differences, deviations, ratios };
}

/**
 * Draws of one group's difference, given the draws of the totals: production of the group follows
 * the totals by regression, with its own remainder, and is scaled as each draw's contracts scale it.
 */
function drawGroup(
  statistics: Statistics,
  totals: DrawnTotals,
  part: {
    readonly moments: GroupMoments;
    readonly patients: number;
    readonly weight: number;
    readonly mean: readonly number[];
    readonly inverse: readonly (readonly number[])[];
  },
  normals: Float64Array,
): Float64Array {
  const { moments, patients, weight, mean, inverse } = part;
  const size = mean.length;
  const range = [...mean.keys()];
  const own = range.map((a) =>
    range.map(
      (b) =>
        moments.typingOwn[a * size + b]! +
        weight * centred(moments.own[a * size + b]!, moments.sum[a]!, moments.sum[b]!, patients),
    ),
  );
  const cross = range.map((a) =>
    range.map(
      (b) =>
        moments.typingWithTotal[a * size + b]! +
        weight * centred(moments.withTotal[a * size + b]!, moments.sum[a]!, mean[b]!, patients),
    ),
  );
  const slope = range.map((a) =>
    range.map((b) => range.reduce((sum, k) => sum + cross[a]![k]! * inverse[k]![b]!, 0)),
  );
  const remainder = range.map((a) =>
    range.map((b) => own[a]![b]! - range.reduce((sum, k) => sum + slope[a]![k]! * cross[b]![k]!, 0)),
  );
  const noise = jointNormalDraws(covarianceRoot(remainder), size, normals);
  const drawn = new Float64Array(size);
  return totals.differences.map((_, d) => {
    for (let a = 0; a < size; a++) {
      let value = moments.sum[a]! + noise[d * size + a]!;
      for (let b = 0; b < size; b++) value += slope[a]![b]! * totals.deviations[d * size + b]!;
      drawn[a] = value;
    }
    const { side, baseline } = totals.ratios[d]!;
    const before =
      statistics.baseline && baseline
        ? paid(statistics.baseline, baseline, drawn)
        : drawn[statistics.currentColumn]!;
    return paid(statistics.side, side, drawn) - before;
  });
}

function paid(side: SideStatistics, ratio: Float64Array, drawn: Float64Array): number {
  let sum = 0;
  for (const [atom, column] of side.atomColumn.entries()) sum += Math.max(0, drawn[column]!) * ratio[atom]!;
  return sum;
}

/** Type 7, as R and numpy. */
function quantiles(values: Float64Array, level: number): Limits {
  const sorted = values.slice().sort();
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const below = Math.floor(position);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
