/** What searching prices is done against: for the pages and for programs the same. */

import { clusterMatcher, type PriceRow, type ResolvedScenario, refuse } from '../../src/index.ts';
import type { Target } from './tasks.ts';

/**
 * Current revenue leaves out episodes without it; against an amount of its own nobody is left out. A list is
 * reckoned for the care as it is: answers to its prices would move the goal while it is sought.
 */
export function againstTarget(scenario: ResolvedScenario, target: Target): ResolvedScenario {
  const side: ResolvedScenario = { ...scenario, baseline: 'current', behaviour: undefined };
  return target === 'current' ? side : { ...side, baseline: side };
}

/** Rows of the list that keep their prices. @throws Refusal `balance-unknown-cluster` */
export function fixedRows(rows: readonly PriceRow[], codes: readonly string[]): Set<number> {
  const known = [...new Set(rows.map(({ cluster }) => cluster))];
  const match = clusterMatcher(known);
  const wanted = codes.map((cluster) => {
    const found = match(cluster);
    if (found < 0) throw refuse('balance-unknown-cluster', { cluster, clusters: known.join(', ') });
    return found;
  });
  return new Set([...rows.keys()].filter((row) => wanted.includes(match(rows[row]!.cluster))));
}
