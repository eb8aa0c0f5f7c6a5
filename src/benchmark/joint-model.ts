/**
 * How outcome and duration vary together between members, from the unshrunken values of both and their *full*
 * covariance: blocks per member alone give a correlation of 0.23 where it is 0.45, BLUPs give another still.
 */

import type { JointModel } from '../model/benchmark.ts';
import type { NotComputed } from '../model/meta.ts';
import { rootBetween } from '../stats/root-between.ts';
import { symmetricEigen } from '../stats/symmetric-eigen.ts';
import type { AdjustedMembers } from './adjusted-members.ts';
import { bestVarianceRatio } from './variance-ratio.ts';

/** Below this many members a correlation between them says nothing. */
const FEWEST_FOR_CORRELATION = 8;
const ANGLES = 90;
/** A variance this much smaller than the sampling variance is a boundary, not an estimate. */
const SINGULAR = 1e-8;

interface Direction {
  readonly deviance: number;
  /** Variance between members along this direction, in units of the residual covariance. */
  readonly variance: number;
  readonly z: readonly number[];
  /** Half the derivative of the deviance to each z. */
  readonly pull: readonly number[];
}

/**
 * Values ~ N(1 mu', G (x) S + I (x) T), T by REML; as metafor's
 * `rma.mv(yi, V, mods = ~ 0 + o, random = ~ o | id, struct = "UN")`.
 * Both covariances share one set of axes: G = U diag(g) U', and with S = L L', L^-1 T L^-T = Q diag(l) Q'.
 * In these axes all 2m values are independent with variances g_i + l_k, so given the angle of Q the two
 * likelihoods part, and the search for T is one over an angle. That finds the global optimum without starts.
 */
export function jointModel(adjusted: AdjustedMembers, n: number): JointModel | NotComputed {
  const m = adjusted.deviations.length;
  const [[s11, s12], [, s22]] = adjusted.residual as [[number, number], [number, number]];
  const l11 = Math.sqrt(s11);
  const l21 = s12 / l11;
  const rest = s22 - l21 ** 2;
  if (!(rest > 1e-12 * s22)) return { undefined: 'outcome-and-duration-collinear' };
  const l22 = Math.sqrt(rest);

  const { values: axes, vectors } = symmetricEigen(adjusted.covariance.matrix());
  const rotate = (column: (row: readonly number[]) => number) =>
    axes.map((_, i) => adjusted.deviations.reduce((sum, row, k) => sum + vectors[k]![i]! * column(row), 0));
  const ones = rotate(() => 1);
  const first = rotate((row) => row[0]! / l11);
  const second = rotate((row) => (row[1]! - (l21 * row[0]!) / l11) / l22);

  const along = (angle: number) =>
    restricted(
      first.map((value, i) => Math.cos(angle) * value + Math.sin(angle) * second[i]!),
      ones,
      axes,
    );
  const across = (angle: number) => [along(angle), along(angle + Math.PI / 2)] as const;
  const total = (angle: number) => across(angle)[0].deviance + across(angle)[1].deviance;
  // Turning the axes moves z of the first towards the second, and of the second away from the first.
  const slope = (angle: number) => {
    const [one, two] = across(angle);
    return one.pull.reduce((sum, pull, i) => sum + pull * two.z[i]! - two.pull[i]! * one.z[i]!, 0);
  };
  const step = Math.PI / 2 / ANGLES;
  const totals = Array.from({ length: ANGLES }, (_, i) => total(i * step));
  const best = totals.indexOf(Math.min(...totals));
  const [from, until] = [(best - 1) * step, (best + 1) * step];
  // Where both directions have the same variance every angle is as good as another.
  const angle = slope(from) < 0 && slope(until) > 0 ? rootBetween(slope, from, until) : best * step;

  const lambda = across(angle).map((direction) => direction.variance) as [number, number];
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  // Q = [[c, -s], [s, c]]; M = L Q, T = M diag(lambda) M'.
  const row1 = [l11 * c, -l11 * s] as const;
  const row2 = [l21 * c + l22 * s, -l21 * s + l22 * c] as const;
  const product = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] * b[0] * lambda[0] + a[1] * b[1] * lambda[1];
  const tau = [
    [product(row1, row1), product(row1, row2)],
    [product(row1, row2), product(row2, row2)],
  ] as const;
  const singular = Math.min(...lambda) <= SINGULAR * Math.max(...axes);
  return {
    n,
    members: m,
    tau,
    correlation:
      m < FEWEST_FOR_CORRELATION
        ? { undefined: 'too-few-members-for-correlation' }
        : singular
          ? { undefined: 'between-covariance-singular' }
          : tau[0][1] / Math.sqrt(tau[0][0] * tau[1][1]),
  };
}

/** REML of one direction: z_i ~ N(e_i mu, g_i + l). */
function restricted(z: readonly number[], e: readonly number[], g: readonly number[]): Direction {
  const profile = (variance: number) => {
    let information = 0;
    let product = 0;
    let squares = 0;
    let deviance = 0;
    for (let i = 0; i < z.length; i++) {
      const weight = 1 / (g[i]! + variance);
      information += weight * e[i]! ** 2;
      product += weight * e[i]! * z[i]!;
      squares += (weight * e[i]!) ** 2;
      deviance -= Math.log(weight);
    }
    const centre = product / information;
    let score = -squares / information;
    for (let i = 0; i < z.length; i++) {
      const weight = 1 / (g[i]! + variance);
      const residual = z[i]! - e[i]! * centre;
      score += weight - (weight * residual) ** 2;
      deviance += weight * residual ** 2;
    }
    return { deviance: deviance + Math.log(information), score };
  };
  const typical = g.reduce((sum, value) => sum + value, 0) / g.length;
  // The quadratic form falls to 0 as the variance grows, the determinant rises: a minimum always exists.
  const variance = bestVarianceRatio(profile, typical) ?? 0;
  const weights = g.map((value) => 1 / (value + variance));
  const weighted = (values: readonly number[]) =>
    weights.reduce((sum, weight, i) => sum + weight * e[i]! * values[i]!, 0);
  const centre = weighted(z) / weighted(e);
  return {
    deviance: profile(variance).deviance,
    variance,
    z,
    pull: weights.map((weight, i) => weight * (z[i]! - e[i]! * centre)),
  };
}
