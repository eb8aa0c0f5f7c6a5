/**
 * Pay for quality (prestatiebeloning): pay = base (1 - w) + base w s, where s is the weighted mean of
 * what each indicator reached, 0-1. The indicators are given, so pay stays in proportion to production.
 */

import type { QualityIndicator, QualityPay } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const qualityPay: FormRule<QualityPay> = {
  form: 'quality-pay',
  order: 70,
  needs: () => [],
  bends: () => false,
  pay: ({ weight, indicators }, { payCents }) =>
    payCents * (1 - weight) + payCents * weight * reached(indicators),
  limitCents: () => undefined,
};

function reached(indicators: readonly QualityIndicator[]): number {
  let sum = 0;
  let weights = 0;
  for (const indicator of indicators) {
    const weight = indicator.weight ?? 1;
    sum += weight * score(indicator);
    weights += weight;
  }
  return sum / weights;
}

/** 0-1. With a target below the threshold, lower is better. */
function score({ value, threshold, target = threshold, shape = 'linear' }: QualityIndicator): number {
  const met = target < threshold ? value <= threshold : value >= threshold;
  if (shape === 'step' || target === threshold) return met ? 1 : 0;
  return Math.min(1, Math.max(0, (value - threshold) / (target - threshold)));
}
