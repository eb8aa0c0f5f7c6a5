/** The members of a synthetic network: size, sites, payers, and how they differ. */

import { COST, MEASURED, OUTCOME } from './assumptions.ts';
import type { Random } from './random.ts';

export interface SyntheticMember {
  readonly name: string;
  readonly size: number;
  readonly sites: readonly string[];
  readonly payerWeights: readonly number[];
  /** Per cluster: how much more or less of it this member sees. */
  readonly mixFactors: readonly number[];
  /** T-points of improvement above the network's mean. */
  readonly outcomeEffect: number;
  /** Added to the logarithm of duration. */
  readonly durationEffect: number;
  readonly costFactor: number;
  /** Added to the log-odds of a second measurement. */
  readonly measuredEffect: number;
}

export const PAYERS: readonly string[] = ['VZ1', 'VZ2', 'VZ3', 'VZ4', 'VZ5'];
const PAYER_SHARES: readonly number[] = [0.35, 0.28, 0.18, 0.11, 0.08];
const SITE_NAMES: readonly string[] = ['Noord', 'Zuid', 'Oost', 'West'];

/**
 * Members with effects of exactly the assumed spread: centred and scaled over the network, so that
 * even eight members show the ICC aimed at, whatever the seed.
 */
export function syntheticNetwork(count: number, clusters: number, random: Random): SyntheticMember[] {
  const outcome = standardised(Array.from({ length: count }, () => random.normal()));
  const rho = OUTCOME.durationCorrelation;
  const duration = standardised(
    outcome.map((value) => rho * value + Math.sqrt(1 - rho * rho) * random.normal()),
  );
  const digits = Math.max(2, String(count).length);
  return outcome.map((outcomeEffect, index) => {
    const name = `instelling-${String(index + 1).padStart(digits, '0')}`;
    return {
      name,
      size: random.logNormal(1, 0.35),
      sites: SITE_NAMES.slice(0, random.between(2, 4)).map((site) => `${site} ${name.slice(-digits)}`),
      payerWeights: PAYER_SHARES.map((share) => random.logNormal(share, 0.3)),
      mixFactors: Array.from({ length: clusters }, () => random.logNormal(1, 0.25)),
      outcomeEffect: OUTCOME.memberSd * outcomeEffect,
      durationEffect: OUTCOME.memberDurationSd * duration[index]!,
      costFactor: random.logNormal(1, COST.memberSigma),
      measuredEffect: MEASURED.memberSd * random.normal(),
    };
  });
}

/** Mean 0 and sample sd 1; one member alone differs from nobody. */
function standardised(values: readonly number[]): number[] {
  if (values.length < 2) return values.map(() => 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / (values.length - 1));
  return values.map((value) => (value - mean) / sd);
}
