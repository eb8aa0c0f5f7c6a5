/**
 * Reliable change indices: is a change more than the instrument's error? One entry per method, on the
 * raw sign (post above pre is positive); who turns it so that positive is better is `outcomesOf`.
 */

import type { ReliableChangeMethod } from '../model/outcomes.ts';
import type { PairStatistics } from './pair-statistics.ts';

export interface ReliableChangeInput extends PairStatistics {
  /** r of the first measurement. */
  readonly reliability: number;
  /** r of the second (NK). */
  readonly reliabilityPost: number;
}

type Index = (pre: number, post: number) => number;

/** |index| must exceed this. Hageman and Arrindell test one-sided. */
export function reliableChangeLimit(method: ReliableChangeMethod): number {
  return method === 'HA' ? 1.65 : 1.96;
}

/** Standard error of measurement, s_pre sqrt(1 - r). */
export function standardErrorOfMeasurement(sdPre: number, reliability: number): number {
  return sdPre * Math.sqrt(1 - reliability);
}

/** Share of the variance of scores with spread `sd` that is not error: R(s) = (s² - SEM²) / s². */
export function reliabilityOfSpread(sd: number, sem: number): number {
  return (sd ** 2 - sem ** 2) / sd ** 2;
}

const METHODS: Readonly<Record<ReliableChangeMethod, (input: ReliableChangeInput) => Index>> = {
  // Jacobson and Truax 1991.
  JT: ({ sdPre, reliability }) => {
    const sDiff = Math.SQRT2 * standardErrorOfMeasurement(sdPre, reliability);
    return (pre, post) => (post - pre) / sDiff;
  },
  // Gulliksen, Lord and Novick: both scores about the mean before treatment.
  GLN: ({ sdPre, meanPre, reliability }) => {
    const spread = sdPre * Math.sqrt(1 - reliability ** 2);
    return (pre, post) => (post - meanPre - reliability * (pre - meanPre)) / spread;
  },
  // Hsu, Linn and Lord: the score after treatment about its own mean.
  HLL: ({ sdPre, meanPre, meanPost, reliability }) => {
    const spread = sdPre * Math.sqrt(1 - reliability ** 2);
    return (pre, post) => (post - meanPost - reliability * (pre - meanPre)) / spread;
  },
  // Edwards and Nunnally: against the true score expected from the first measurement.
  EN: ({ sdPre, meanPre, reliability }) => {
    const sem = standardErrorOfMeasurement(sdPre, reliability);
    return (pre, post) => (post - (reliability * (pre - meanPre) + meanPre)) / sem;
  },
  // Nunnally and Kotsch: as EN, with the error of both measurements.
  NK: ({ sdPre, meanPre, reliability, reliabilityPost }) => {
    const spread = sdPre * Math.sqrt(reliability ** 2 * (1 - reliability) + (1 - reliabilityPost));
    return (pre, post) => (post - (reliability * (pre - meanPre) + meanPre)) / spread;
  },
  // Hageman and Arrindell 1999: change pulled to the mean change by its own reliability.
  HA: (input) => {
    const { sdPre, sdPost, meanPre, meanPost, correlation, reliability } = input;
    const sem = standardErrorOfMeasurement(sdPre, reliability);
    const covariance = sdPre * sdPost * correlation;
    const trueVariance =
      sdPre ** 2 * reliabilityOfSpread(sdPre, sem) + sdPost ** 2 * reliabilityOfSpread(sdPost, sem);
    const rDD = (trueVariance - 2 * covariance) / (sdPre ** 2 + sdPost ** 2 - 2 * covariance);
    const spread = Math.sqrt(rDD) * Math.SQRT2 * sem;
    return (pre, post) => ((post - pre) * rDD + (meanPost - meanPre) * (1 - rDD)) / spread;
  },
};

/**
 * The index of one method as a function of a patient's two scores, raw sign. Gives undefined where the
 * pairs do not carry it: fewer than two, no spread, or (HA) differences without reliable variance.
 */
export function reliableChange(method: ReliableChangeMethod, input: ReliableChangeInput): Index | undefined {
  const index = METHODS[method](input);
  const probes = [index(input.meanPre, input.meanPre + 1), index(input.meanPre, input.meanPre - 1)];
  return probes.every(Number.isFinite) ? index : undefined;
}
