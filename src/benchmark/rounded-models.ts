/**
 * The models of the whole network in one member's view. What follows from the members' numbers alone, given the
 * variances, is rounded: exact, rankability gives the median number, and the log-likelihood, the standard error of
 * the intercept and the interval of tau² are equations in the rest.
 */

import type { BenchmarkResult, MixedModel } from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';

export function roundedModels(models: BenchmarkResult['models']): BenchmarkResult['models'] {
  const { outcome, duration, cost } = models;
  return {
    ...models,
    outcome: rounded(outcome),
    duration: rounded(duration),
    ...(cost === undefined ? {} : { cost: rounded(cost) }),
  };
}

function rounded(model: Computed<MixedModel>): Computed<MixedModel> {
  if ('undefined' in model) return model;
  const { coefficients, tau2Interval, rankability, logLik } = model;
  return {
    ...model,
    coefficients: coefficients.map((each) => ({ ...each, se: digits(each.se, 2) })),
    tau2Interval:
      'undefined' in tau2Interval
        ? tau2Interval
        : { low: digits(tau2Interval.low, 2), high: digits(tau2Interval.high, 2) },
    // Down, so that what is too low for an order stays too low.
    rankability: typeof rankability === 'number' ? Math.floor(rankability * 10) / 10 : rankability,
    logLik: digits(logLik, 3),
  };
}

function digits(value: number, count: number): number {
  return Number(value.toPrecision(count));
}
