/** A scenario as it could be reckoned on an earlier day. */

import type { ResolvedScenario } from '../model/scenario.ts';

/**
 * The scenario and its baselines with prices published after a day left aside.
 * @param asOf day since 1970-01-01, itself included
 */
export function knownOn(scenario: ResolvedScenario, asOf: number): ResolvedScenario {
  const { baseline, prices } = scenario;
  return {
    ...scenario,
    prices: { ...prices, list: { ...prices.list, asOf } },
    baseline: baseline === 'current' ? 'current' : knownOn(baseline, asOf),
  };
}
