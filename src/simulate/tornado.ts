/**
 * One-way sensitivity: the difference when one input is taken lower and higher and the rest stays.
 * Bars are not symmetric under a contract that bends, and are kept so.
 */

import type { TornadoBar } from '../model/simulation.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import type { SimulationChanges } from './input.ts';
import { paidSides } from './paid-sides.ts';
import type { PreparedSimulation } from './prepared.ts';
import { roundCents } from './rounding.ts';

interface Input {
  readonly kind: TornadoBar['kind'];
  readonly name: string;
  readonly changes: (factor: number) => SimulationChanges;
}

/**
 * Largest swing first; inputs without any effect are left out.
 * @param share each input is taken this share lower and higher, 0-1
 * @param baselineCents what the scenario is set against
 */
export function tornado(prepared: PreparedSimulation, share: number, baselineCents: number): TornadoBar[] {
  const difference = (changes: SimulationChanges): number =>
    roundCents(scenarioCents(prepared, changes)) - baselineCents;
  return inputsOf(prepared)
    .map(({ kind, name, changes }) => ({
      kind,
      name,
      lowCents: difference(changes(1 - share)),
      highCents: difference(changes(1 + share)),
    }))
    .filter(({ lowCents, highCents }) => lowCents !== highCents)
    .toSorted((a, b) => swing(b) - swing(a));
}

function swing({ lowCents, highCents }: TornadoBar): number {
  return Math.abs(highCents - lowCents);
}

function scenarioCents(prepared: PreparedSimulation, changes: SimulationChanges): number {
  return paidSides(prepared, changes).paid.netCents;
}

function inputsOf({ scenario, clusters }: PreparedSimulation): Input[] {
  const { rows } = scenario.prices.list;
  const match = clusterMatcher(clusters);
  const factorsBut = (
    factors: readonly { readonly factor: number }[],
    changed: number,
    by: number,
  ): number[] => factors.map(({ factor }, i) => (i === changed ? factor * by : factor));
  return [
    ...clusters.map(
      (name, cluster): Input => ({
        kind: 'price',
        name,
        changes: (by) => ({
          amountsCents: new Map(
            rows.flatMap((row, i) =>
              match(row.cluster) === cluster ? [[i, row.amountCents * by] as const] : [],
            ),
          ),
        }),
      }),
    ),
    ...scenario.index.map(
      (_, i): Input => ({
        kind: 'index',
        name: String(i + 1),
        changes: (by) => ({ indexFactors: factorsBut(scenario.index, i, by) }),
      }),
    ),
    ...scenario.volume.map(
      ({ cluster, payer, site }, i): Input => ({
        kind: 'volume',
        name: [cluster, payer, site].filter((part) => part !== undefined).join(' ') || String(i + 1),
        changes: (by) => ({ volumeFactors: factorsBut(scenario.volume, i, by) }),
      }),
    ),
  ];
}
