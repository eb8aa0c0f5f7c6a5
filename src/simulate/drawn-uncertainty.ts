/**
 * Intervals under a contract that bends: the figures are drawn from the joint normal that the sums
 * give, and the contracts run on every draw. Groups follow the draws of the totals. One array serves
 * the draws of every group: a price change with fifty groups would otherwise leave megabytes behind.
 */

import { centralInterval } from '../stats/central-interval.ts';
import { covarianceRoot, jointNormalDraws } from '../stats/joint-normal.ts';
import { covariancePseudoInverse } from '../stats/pseudo-inverse.ts';
import { sampleStandardDeviation } from '../stats/sample-standard-deviation.ts';
import { seededNormals } from '../stats/seeded-normals.ts';
import type { SimulationOptions } from './input.ts';
import { atomRatio, sum } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { netOfDraw, type SideStatistics, type Statistics } from './statistics.ts';
import { centred, groupSum, SAMPLING_WEIGHT, type Uncertainty } from './uncertainty-parts.ts';

type Rows = readonly (readonly number[])[];

/** Per figure or atom, a value per draw: loops over draws then touch one array after the other. */
type PerDraw = readonly Float64Array[];

/** What was drawn of the totals: the difference per draw, and how each draw's contracts scale each atom. */
interface DrawnTotals {
  readonly differences: Float64Array;
  /** Of each figure, from its mean. */
  readonly deviations: PerDraw;
  /** Of each atom of the side; no baseline: it is current revenue. */
  readonly side: PerDraw;
  readonly baseline: PerDraw | undefined;
}

export function drawnUncertainty(
  prepared: PreparedSimulation,
  statistics: Statistics,
  options: SimulationOptions,
): Uncertainty {
  const { priced, mean } = statistics;
  const { size } = priced;
  const patients = prepared.population.patients;
  const weight = SAMPLING_WEIGHT[options.intervalTarget];
  const typing = prepared.sums.typing.forms(priced);
  const products = prepared.sums.overPatients.forms(priced);
  const weighted = (typingWeight: number, samplingWeight: number): number[][] =>
    mean.map((a, i) =>
      mean.map((b, j) => {
        const at = i * size + j;
        return typingWeight * typing[at]! + samplingWeight * centred(products[at]!, a, b, patients);
      }),
    );
  const { normals, groupNormals } = normalsFor(prepared, size, options);
  const draw = (covariance: Rows): DrawnTotals =>
    drawTotals(statistics, jointNormalDraws(covarianceRoot(covariance), size, normals));
  const total = draw(weighted(1, weight));
  const spread = ({ differences }: DrawnTotals): number => sampleStandardDeviation(Array.from(differences));
  const inverse = covariancePseudoInverse(weighted(1, weight));
  const sd = {
    typing: spread(draw(weighted(1, 0))),
    sampling: spread(draw(weighted(0, 1))),
    total: spread(total),
  };
  const [differences, before] = perDraw(2, options.draws) as [Float64Array, Float64Array];
  const drawn = perDraw(size, options.draws);
  const paidColumns = [
    ...statistics.side.atomColumn,
    ...(statistics.baseline?.atomColumn ?? [statistics.currentColumn]),
  ];
  return {
    total: centralInterval(total.differences.slice(), options.level),
    sd,
    ofGroup: (grouping, group) => {
      const part = groupPart(prepared, statistics, grouping, group, weight, inverse);
      drawFigures(part, paidColumns, total.deviations, groupNormals, drawn);
      payDrawn(statistics.side, total.side, drawn, differences);
      if (statistics.baseline && total.baseline) {
        payDrawn(statistics.baseline, total.baseline, drawn, before);
        subtract(differences, before);
      } else subtract(differences, drawn[statistics.currentColumn]!);
      return centralInterval(differences, options.level);
    },
  };
}

/** Standard normal draws of one data set. */
interface Normals {
  readonly seed: number;
  readonly draws: number;
  readonly size: number;
  /** Draws x size. */
  readonly normals: Float64Array;
  /** One set serves every group: each group's own limits are all that is asked. */
  readonly groupNormals: PerDraw;
}

/** The same seed gives the same numbers, so that a next price need not make them again. */
const KEPT = new WeakMap<PreparedSimulation, Normals>();

function normalsFor(prepared: PreparedSimulation, size: number, { seed, draws }: SimulationOptions): Normals {
  const kept = KEPT.get(prepared);
  if (kept?.seed === seed && kept.draws === draws && kept.size === size) return kept;
  const normal = seededNormals(seed);
  const normals = new Float64Array(draws * size);
  for (let at = 0; at < normals.length; at++) normals[at] = normal();
  const groupNormals = perDraw(size, draws);
  for (let d = 0; d < draws; d++) for (const column of groupNormals) column[d] = normal();
  const made = { seed, draws, size, normals, groupNormals };
  KEPT.set(prepared, made);
  return made;
}

function perDraw(count: number, draws: number): Float64Array[] {
  return Array.from({ length: count }, () => new Float64Array(draws));
}

function drawTotals(statistics: Statistics, joint: Float64Array): DrawnTotals {
  const { size } = statistics.priced;
  const draws = joint.length / size;
  const differences = new Float64Array(draws);
  const deviations = perDraw(size, draws);
  const ratios = perDraw(statistics.side.atomColumn.length, draws);
  const baselineRatios = statistics.baseline && perDraw(statistics.baseline.atomColumn.length, draws);
  const draw = new Float64Array(size);
  for (let d = 0; d < draws; d++) {
    for (let m = 0; m < size; m++) {
      const deviation = joint[d * size + m]!;
      deviations[m]![d] = deviation;
      draw[m] = statistics.mean[m]! + deviation;
    }
    const side = netOfDraw(statistics.side, draw);
    putRatios(ratios, d, side);
    let before = draw[statistics.currentColumn]!;
    if (statistics.baseline) {
      const baseline = netOfDraw(statistics.baseline, draw);
      putRatios(baselineRatios!, d, baseline);
      before = sum(baseline.net);
    }
    differences[d] = sum(side.net) - before;
  }
  return { differences, deviations, side: ratios, baseline: baselineRatios };
}

function putRatios(ratios: PerDraw, draw: number, { gross, net }: ReturnType<typeof netOfDraw>): void {
  for (let atom = 0; atom < net.length; atom++) ratios[atom]![draw] = atomRatio(gross[atom]!, net[atom]!);
}

/** How a group's figures follow the totals; matrices are row-major, size x size. */
interface GroupPart {
  readonly sum: readonly number[];
  /** Of the group's figures on the deviations of the totals. */
  readonly slope: Float64Array;
  /** Root of the covariance that the totals leave. */
  readonly root: Float64Array;
}

function groupPart(
  prepared: PreparedSimulation,
  { columns, priced, mean }: Statistics,
  grouping: number,
  group: number,
  weight: number,
  inverse: Rows,
): GroupPart {
  const patients = prepared.population.patients;
  const products = prepared.sums.groups[grouping]![group]!;
  const { size } = priced;
  const squares = products.patients.forms(priced);
  const withRest = products.patientsWithRest.forms(priced);
  const typing = products.typing.forms(priced);
  const typingWithRest = products.typingWithRest.forms(priced);
  const sums = columns.map((column) => groupSum(prepared, grouping, group, column));
  const range = [...columns.keys()];
  const own = range.map((a) =>
    range.map((b) => {
      const at = a * size + b;
      return typing[at]! + weight * centred(squares[at]!, sums[a]!, sums[b]!, patients);
    }),
  );
  // With the totals: with the group's own part of each patient, and with the rest of that patient.
  const cross = range.map((a) =>
    range.map((b) => {
      const at = a * size + b;
      const together = centred(squares[at]! + withRest[at]!, sums[a]!, mean[b]!, patients);
      return typing[at]! + typingWithRest[at]! + weight * together;
    }),
  );
  const slope = range.map((a) =>
    range.map((b) => range.reduce((total, k) => total + cross[a]![k]! * inverse[k]![b]!, 0)),
  );
  const remainder = range.map((a) =>
    range.map((b) => own[a]![b]! - range.reduce((total, k) => total + slope[a]![k]! * cross[b]![k]!, 0)),
  );
  return { sum: sums, slope: Float64Array.from(slope.flat()), root: covarianceRoot(remainder) };
}

/**
 * Fills the named columns of `drawn` with draws of a group's figures, given the draws of the totals: they
 * follow the totals by regression, with a remainder of their own. A group's measures are not paid: what
 * they do to payment stands in the draws of the totals.
 */
function drawFigures(
  { sum: sums, slope, root }: GroupPart,
  columns: readonly number[],
  deviations: PerDraw,
  normals: PerDraw,
  drawn: PerDraw,
): void {
  const size = drawn.length;
  for (const a of columns) {
    const values = drawn[a]!;
    values.fill(0);
    for (let k = 0; k < size; k++) addScaled(values, root[a * size + k]!, normals[k]!);
    const expected = sums[a]!;
    for (let d = 0; d < values.length; d++) values[d]! += expected;
    for (let b = 0; b < size; b++) addScaled(values, slope[a * size + b]!, deviations[b]!);
  }
}

/** Fills `paid` with what a side pays in each draw: each atom is scaled as that draw's contracts scale it. */
function payDrawn({ atomColumn }: SideStatistics, ratios: PerDraw, drawn: PerDraw, paid: Float64Array): void {
  paid.fill(0);
  for (const [atom, column] of atomColumn.entries()) {
    const values = drawn[column]!;
    const ratio = ratios[atom]!;
    for (let d = 0; d < paid.length; d++) {
      const value = values[d]!;
      if (value > 0) paid[d]! += value * ratio[d]!;
    }
  }
}

function addScaled(to: Float64Array, factor: number, values: Float64Array): void {
  if (factor === 0) return;
  for (let at = 0; at < to.length; at++) to[at]! += factor * values[at]!;
}

function subtract(from: Float64Array, values: Float64Array): void {
  for (let at = 0; at < from.length; at++) from[at]! -= values[at]!;
}
