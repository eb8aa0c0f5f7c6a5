/**
 * Every number the synthetic cases rest on, with where it comes from. Nothing here is a fact about
 * Dutch care: where a source is English, or there is none, that is said. Change a number here and
 * the moments in test/generate must be looked at again.
 */

/** What is assumed of one cluster, by its number in the national scheme. */
export interface ClusterAssumption {
  /** Share of a community caseload: no such mix is published, so this is ours (as in the illustrative set). */
  readonly share: number;
  /** Length of an episode relative to the average one: ours, the acute clusters short, the lasting ones long. */
  readonly durationFactor: number;
  /** Chance of at least one bed day: ours, highest where the cluster's name speaks of a crisis. */
  readonly admission: number;
  /** Mean T-score before treatment (50 = general population, higher = worse): ours. */
  readonly preMean: number;
  /** Mean improvement in T-points between the measurements: ours, about 6.5 without psychosis. */
  readonly improvement: number;
}

function assume(
  share: number,
  durationFactor: number,
  admission: number,
  preMean: number,
  improvement: number,
): ClusterAssumption {
  return { share, durationFactor, admission, preMean, improvement };
}

export const CLUSTER_ASSUMPTIONS: Readonly<Record<number, ClusterAssumption>> = {
  1: assume(0.06, 0.55, 0.001, 53, 6.5),
  2: assume(0.09, 0.65, 0.002, 56, 7),
  3: assume(0.16, 0.85, 0.015, 59, 7),
  4: assume(0.12, 1, 0.05, 62, 6.5),
  5: assume(0.05, 1.15, 0.15, 66, 6),
  6: assume(0.03, 1.1, 0.05, 61, 5.5),
  7: assume(0.06, 1.35, 0.08, 62, 5),
  8: assume(0.05, 1.25, 0.1, 63, 5.5),
  10: assume(0.035, 1.3, 0.17, 58, 6),
  11: assume(0.07, 1.1, 0.05, 53, 3),
  12: assume(0.055, 1.3, 0.1, 56, 3),
  13: assume(0.04, 1.35, 0.18, 60, 3.5),
  14: assume(0.015, 0.45, 0.6, 66, 9),
  15: assume(0.008, 0.6, 0.5, 68, 9),
  16: assume(0.027, 1.2, 0.2, 59, 3.5),
  17: assume(0.03, 1.3, 0.18, 58, 3),
  18: assume(0.04, 0.7, 0.02, 51, 1.5),
  19: assume(0.032, 0.9, 0.07, 53, 1.5),
  20: assume(0.018, 1, 0.2, 57, 1.5),
  21: assume(0.01, 1, 0.22, 56, 1),
};

/** For clusters of another scheme: the average of nothing in particular, said to be so. */
export const UNKNOWN_CLUSTER: ClusterAssumption = assume(0.05, 1, 0.08, 58, 5);

/** The fixed calendar: no clock. Episodes begin in these days and the file was "made" on the last. */
export const FIRST_START = '2024-01-01';
export const LAST_START = '2025-11-30';
export const FILE_DAY = '2025-12-31';

/**
 * Days in an episode. England 2014-15 (988,648 cluster episodes): mean 109.3, median 86, sd 91.3,
 * range 1-365. A Weibull with this shape has that spread once clusters and members differ;
 * the scale makes up for long episodes being open on the file's day.
 */
export const DURATION = { shape: 1.22, scale: 142, max: 365 } as const;

/**
 * Bed days. England 2014-15: mean 2.5, median 0, sd 13.5, max 364. Length of a stay is log-normal:
 * its mean and the sd of its logarithm are set so that the moments over all episodes come out.
 */
export const STAY = { mean: 47, sigma: 1.3 } as const;

/**
 * Minutes. England: contact days mean 6.6, median 3, sd 10.3; log-normal, longer episodes have more.
 * An hour a contact day is ours, as is one episode in fifty that never started.
 */
export const CONTACT = {
  mean: 6.6,
  sigma: 1.05,
  elasticity: 0.6,
  minutesPerDay: 60,
  notStarted: 0.02,
} as const;

/** Cost per day, after the English GBP 361.9 admitted and 9.2 not admitted; euros and spread are ours. */
export const COST = { bedDay: 430, otherDay: 11, sigma: 0.5, memberSigma: 0.15 } as const;

/** Revenue as a payment per minute and per bed day, near cost on average: ours. */
export const REVENUE = { minute: 3.3, bedDay: 425, sigma: 0.08 } as const;

/**
 * Outcome. Share of adjusted variance between providers 0.054 (Warmerdam 2018); the sd of the
 * rest is ours and the members' sd follows: 9.3^2 * 0.054 / 0.946 = 2.2^2.
 */
export const OUTCOME = {
  preSd: 8,
  regressionToMean: 0.3,
  residualSd: 9,
  memberSd: 2.2,
  /** Sd of the members' effect on the logarithm of duration, and its correlation with their outcome: ours. */
  memberDurationSd: 0.18,
  durationCorrelation: 0.3,
} as const;

/**
 * Who is measured: about half (the response of the national benchmark), and a little more often
 * those who stayed longer and improved: log-odds per unit, ours.
 */
export const MEASURED = {
  pre: 0.83,
  postLogOdds: 0.62,
  perPoint: 0.03,
  perLogDuration: 0.35,
  memberSd: 0.3,
} as const;

/** Ratings and the clinician. That the two differ often is published without numbers; these are ours. */
export const RATING = { missing: 0.006, manyMissing: 0.003, writtenAsNine: 0.15 } as const;
export const CLINICIAN = { own: 0.76, nextButOne: 0.25 } as const;

/** A team whose patients' ratings fit no cluster well: this share of items is rated as in another cluster. */
export const PSYCHOSOMATIC = { share: 0.09, strayItems: 0.75, team: 'psychosomatiek' } as const;

/** Chance of a second and third episode of a patient, and of the same cluster again: ours. */
export const EPISODES = { more: [0.85, 0.11, 0.04], sameCluster: 0.7 } as const;
