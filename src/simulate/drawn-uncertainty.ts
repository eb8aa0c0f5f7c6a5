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
import { atomRatios, sum } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { netOfDraw, type SideStatistics, type Statistics } from './statistics.ts';
import { centred, groupSum, SAMPLING_WEIGHT, type Uncertainty } from './uncertainty-parts.ts';

type Rows = readonly (readonly number[])[];

/** What was drawn of the totals: the difference per draw, and how each draw's contracts scale each atom. */
interface DrawnTotals {
  readonly differences: Float64Array;
  /** From the mean, draws x size. */
  readonly deviations: Float64Array;
  /** Draws x atoms of the side; no baseline: it is current revenue. */
  readonly side: Float64Array;
  readonly baseline: Float64Array | undefined;
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
  const normal = seededNormals(options.seed);
  const normals = new Float64Array(options.draws * size);
  for (let at = 0; at < normals.length; at++) normals[at] = normal();
  // One set of normals serves every group: each group's own limits are all that is asked.
  const groupNormals = new Float64Array(normals.length);
  for (let at = 0; at < normals.length; at++) groupNormals[at] = normal();
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
  const differences = new Float64Array(options.draws);
  return {
    total: centralInterval(total.differences.slice(), options.level),
    sd,
    ofGroup: (grouping, group) => {
      const part = groupPart(prepared, statistics, grouping, group, weight, inverse);
      drawGroup(statistics, total, part, groupNormals, differences);
      return centralInterval(differences, options.level);
    },
  };
}

function drawTotals(statistics: Statistics, deviations: Float64Array): DrawnTotals {
  const { size } = statistics.priced;
  const draws = deviations.length / size;
  const differences = new Float64Array(draws);
  const atoms = statistics.side.atomColumn.length;
  const ratios = new Float64Array(draws * atoms);
  const baselineAtoms = statistics.baseline?.atomColumn.length ?? 0;
  const baselineRatios = statistics.baseline && new Float64Array(draws * baselineAtoms);
  const draw = new Float64Array(size);
  for (let d = 0; d < draws; d++) {
    for (let m = 0; m < size; m++) draw[m] = statistics.mean[m]! + deviations[d * size + m]!;
    const side = netOfDraw(statistics.side, draw);
    ratios.set(atomRatios(side.gross, side.net), d * atoms);
    const baseline = statistics.baseline && netOfDraw(statistics.baseline, draw);
    if (baseline) baselineRatios!.set(atomRatios(baseline.gross, baseline.net), d * baselineAtoms);
    differences[d] = sum(side.net) - (baseline ? sum(baseline.net) : draw[statistics.currentColumn]!);
  }
  return { differences, deviations, side: ratios, baseline: baselineRatios };
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
 * Fills `differences` with draws of one group's difference, given the draws of the totals: production
 * of the group follows the totals by regression, with its own remainder, and is scaled as each draw's
 * contracts scale it.
 */
function drawGroup(
  statistics: Statistics,
  totals: DrawnTotals,
  { sum: sums, slope, root }: GroupPart,
  normals: Float64Array,
  differences: Float64Array,
): void {
  const { size } = statistics.priced;
  const { deviations } = totals;
  const drawn = new Float64Array(size);
  for (let d = 0; d < differences.length; d++) {
    const first = d * size;
    for (let a = 0; a < size; a++) {
      let noise = 0;
      for (let k = 0; k < size; k++) noise += root[a * size + k]! * normals[first + k]!;
      let value = sums[a]! + noise;
      for (let b = 0; b < size; b++) value += slope[a * size + b]! * deviations[first + b]!;
      drawn[a] = value;
    }
    const before =
      statistics.baseline && totals.baseline
        ? paid(statistics.baseline, totals.baseline, d, drawn)
        : drawn[statistics.currentColumn]!;
    differences[d] = paid(statistics.side, totals.side, d, drawn) - before;
  }
}

/** @param ratios draws x atoms */
function paid(
  { atomColumn }: SideStatistics,
  ratios: Float64Array,
  draw: number,
  drawn: Float64Array,
): number {
  const atoms = atomColumn.length;
  let all = 0;
  for (let atom = 0; atom < atoms; atom++) {
    all += Math.max(0, drawn[atomColumn[atom]!]!) * ratios[draw * atoms + atom]!;
  }
  return all;
}
