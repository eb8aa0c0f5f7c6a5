/**
 * Shared savings against a benchmark B, with E the gross payment. Savings S = B - E of at least the
 * minimum rate: share = min(r S, cap B), from the first euro, at the quality gate; below the gate at
 * an alternative one, where agreed: rate r Q. Losses L = E - B of at least their minimum rate cost
 * min(l L, lossCap B), with l given or min(0.75, max(0.40, 1 - 0.75 Q)). A contract that names no
 * quality and no term of losses is one-sided; `lossRate` 0 makes any contract so. At the minimum
 * rates and at the gate pay jumps. Source: Medicare Shared Savings Program, 42 CFR 425.
 */

import type { SharedSavings } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const sharedSavings: FormRule<SharedSavings> = {
  form: 'shared-savings',
  order: 80,
  needs: () => [],
  bends: () => true,
  pay: (contract, { payCents, grossCents }) =>
    payCents + sharedSaving(contract, grossCents) - sharedLoss(contract, grossCents),
  limitCents: () => undefined,
};

function sharedSaving(contract: SharedSavings, spentCents: number): number {
  const { benchmarkCents, minimumSavingsRate = 0, savingsCap } = contract;
  const saved = benchmarkCents - spentCents;
  if (saved <= 0 || saved < minimumSavingsRate * benchmarkCents) return 0;
  return Math.min(rate(contract) * saved, limit(savingsCap, benchmarkCents));
}

function rate({ sharingRate, quality = 1, qualityGate = 0, alternativeGate }: SharedSavings): number {
  if (quality >= qualityGate) return sharingRate;
  return alternativeGate !== undefined && quality >= alternativeGate ? sharingRate * quality : 0;
}

function sharedLoss(contract: SharedSavings, spentCents: number): number {
  const { benchmarkCents, quality, minimumLossRate, lossCap } = contract;
  const twoSided = [quality, contract.lossRate, minimumLossRate, lossCap].some((term) => term !== undefined);
  const lost = spentCents - benchmarkCents;
  if (!twoSided || lost <= 0 || lost < (minimumLossRate ?? 0) * benchmarkCents) return 0;
  const lossRate = contract.lossRate ?? Math.min(0.75, Math.max(0.4, 1 - 0.75 * (quality ?? 1)));
  return Math.min(lossRate * lost, limit(lossCap, benchmarkCents));
}

function limit(cap: number | undefined, benchmarkCents: number): number {
  return cap === undefined ? Number.POSITIVE_INFINITY : cap * benchmarkCents;
}
