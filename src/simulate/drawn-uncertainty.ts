/**
 * Intervals under a contract that bends: the figures are drawn from the joint normal that the sums
 * give, and the contracts run on every draw. Groups and clusters follow the draws of the totals. One
 * array serves the draws of every part: a price change with fifty groups would otherwise leave
 * megabytes behind.
 */

import { centralInterval } from '../stats/central-interval.ts';
import { covarianceRoot, jointNormalDraws } from '../stats/joint-normal.ts';
import { covariancePseudoInverse } from '../stats/pseudo-inverse.ts';
import { sampleStandardDeviation } from '../stats/sample-standard-deviation.ts';
import { seededNormals } from '../stats/seeded-normals.ts';
import type { SimulationOptions } from './input.ts';
import { clusterMoments, groupMoments, type PartMoments } from './part-moments.ts';
import { atomRatio, sum } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { netOfDraw, type SideStatistics, type Statistics } from './statistics.ts';
import { centred, type Limits, SAMPLING_WEIGHT, type Uncertainty } from './uncertainty-parts.ts';

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
  const { normals, partNormals } = normalsFor(prepared, size, options);
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
  const limitsOf = (moments: PartMoments): Limits => {
    const part = drawnPart(moments, mean, patients, weight, inverse);
    drawFigures(part, paidColumns, total.deviations, partNormals, drawn);
    payDrawn(statistics.side, total.side, drawn, differences);
    if (statistics.baseline && total.baseline) {
      payDrawn(statistics.baseline, total.baseline, drawn, before);
      subtract(differences, before);
    } else subtract(differences, drawn[statistics.currentColumn]!);
    return centralInterval(differences, options.level);
  };
  let clusters: readonly PartMoments[] | undefined;
  return {
    total: centralInterval(total.differences.slice(), options.level),
    sd,
    ofGroup: (grouping, group) => limitsOf(groupMoments(prepared, statistics, grouping, group)),
    ofCluster: (cluster) => {
      clusters ??= clusterMoments(prepared, priced);
      return limitsOf(clusters[cluster]!);
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
  /** One set serves every part: each part's own limits are all that is asked. */
  readonly partNormals: PerDraw;
}

/** The same seed gives the same numbers, so that a next price need not make them again. */
const KEPT = new WeakMap<PreparedSimulation, Normals>();

function normalsFor(prepared: PreparedSimulation, size: number, { seed, draws }: SimulationOptions): Normals {
  const kept = KEPT.get(prepared);
  if (kept?.seed === seed && kept.draws === draws && kept.size === size) return kept;
  const normal = seededNormals(seed);
  const normals = new Float64Array(draws * size);
  for (let at = 0; at < normals.length; at++) normals[at] = normal();
  const partNormals = perDraw(size, draws);
  for (let d = 0; d < draws; d++) for (const column of partNormals) column[d] = normal();
  const made = { seed, draws, size, normals, partNormals };
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

/** How a part's figures follow the totals; matrices are row-major, size x size. */
interface DrawnPart {
  readonly sums: Float64Array;
  /** Of the part's figures on the deviations of the totals. */
  readonly slope: Float64Array;
  /** Root of the covariance that the totals leave. */
  readonly root: Float64Array;
}

function drawnPart(
  { sums, squares, squaresWithWhole, typing, typingWithWhole }: PartMoments,
  mean: readonly number[],
  patients: number,
  weight: number,
  inverse: Rows,
): DrawnPart {
  const size = sums.length;
  const range = [...mean.keys()];
  const own = range.map((a) =>
    range.map((b) => {
      const at = a * size + b;
      return typing[at]! + weight * centred(squares[at]!, sums[a]!, sums[b]!, patients);
    }),
  );
  const cross = range.map((a) =>
    range.map((b) => {
      const at = a * size + b;
      const together = centred(squaresWithWhole[at]!, sums[a]!, mean[b]!, patients);
      return typingWithWhole[at]! + weight * together;
    }),
  );
  const slope = range.map((a) =>
    range.map((b) => range.reduce((total, k) => total + cross[a]![k]! * inverse[k]![b]!, 0)),
  );
  const remainder = range.map((a) =>
    range.map((b) => own[a]![b]! - range.reduce((total, k) => total + slope[a]![k]! * cross[b]![k]!, 0)),
  );
  return { sums, slope: Float64Array.from(slope.flat()), root: covarianceRoot(remainder) };
}

/**
 * Fills the named columns of `drawn` with draws of a part's figures, given the draws of the totals: they
 * follow the totals by regression, with a remainder of their own. A part's measures are not paid: what
 * they do to payment stands in the draws of the totals.
 */
function drawFigures(
  { sums, slope, root }: DrawnPart,
  columns: readonly number[],
  deviations: PerDraw,
  normals: PerDraw,
  drawn: PerDraw,
): void {
  const size = drawn.length;
  const drivers = [...normals, ...deviations];
  const factors = new Float64Array(2 * size);
  for (const a of columns) {
    factors.set(root.subarray(a * size, (a + 1) * size));
    factors.set(slope.subarray(a * size, (a + 1) * size), size);
    drawn[a]!.fill(sums[a]!);
    addScaled(drawn[a]!, factors, drivers);
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

/**
 * Adds every column times its factor. Six at a time, the last time with zeros beside them: a value is then
 * read and written once for six products.
 */
function addScaled(to: Float64Array, factors: Float64Array, columns: PerDraw): void {
  const counting = [...columns.keys()].filter((k) => factors[k] !== 0);
  for (let next = 0; next < counting.length; next += 6) {
    const at = (place: number): number => counting[Math.min(next + place, counting.length - 1)]!;
    const factor = (place: number): number => (next + place < counting.length ? factors[at(place)]! : 0);
    const [a, b, c] = [columns[at(0)]!, columns[at(1)]!, columns[at(2)]!];
    const [d, e, f] = [columns[at(3)]!, columns[at(4)]!, columns[at(5)]!];
    const [u, v, w] = [factor(0), factor(1), factor(2)];
    const [x, y, z] = [factor(3), factor(4), factor(5)];
    for (let i = 0; i < to.length; i++) {
      to[i]! += u * a[i]! + v * b[i]! + w * c[i]! + x * d[i]! + y * e[i]! + z * f[i]!;
    }
  }
}

function subtract(from: Float64Array, values: Float64Array): void {
  for (let at = 0; at < from.length; at++) from[at]! -= values[at]!;
}
