/**
 * The same care in several years. Year 0 is the single-year run; each later year is a run of its own
 * under the scenario as it stands then, so that every rule of a single year holds in all of them.
 */

import { refuse } from '../issue/refusal.ts';
import type { YearsBlock } from '../model/scenario.ts';
import type { SimulationOutcome, SimulationYear } from '../model/simulation.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import { DEFAULT_SIMULATION_OPTIONS, type SimulationInput, type SimulationOptions } from './input.ts';
import { prepareSimulation } from './prepare.ts';
import { type FromSumsInput, prepareFromSums } from './prepare-from-sums.ts';
import type { PreparedSimulation } from './prepared.ts';
import { scenarioOfYear } from './scenario-of-year.ts';
import { simulate } from './simulate.ts';

/**
 * One entry a year, or none where the scenario has no `years`. Intervals speak of typing and of who
 * came, as in a single year; growth, transition and mix are taken as given.
 * @param first the single-year run, with the same options and amounts
 * @param amountsCents new amounts by index of the price-list row, as for `simulate`
 * @throws Refusal `years-mix-unknown`; as `prepareSimulation`
 */
export function simulateYears(
  input: SimulationInput,
  first: SimulationOutcome,
  options: SimulationOptions = DEFAULT_SIMULATION_OPTIONS,
  amountsCents: ReadonlyMap<number, number> = new Map(),
): SimulationYear[] {
  const { years } = input.scenario;
  if (years === undefined) return [];
  const ready = withMovedClusters(priced(input, amountsCents));
  const onePass = samePassForAll(ready);
  let kept: PreparedSimulation | undefined;
  const outcomes = Array.from({ length: years.count - 1 }, (_, i) => {
    const scenario = scenarioOfYear(ready.scenario, i + 1);
    if (!onePass) return simulate(prepareSimulation({ ...ready, scenario }), options);
    // The years differ in numbers only: what was prepared for the first of them serves all.
    kept ??= prepareSimulation({ ...ready, scenario });
    return simulate(kept, options, {
      amountsCents: new Map(scenario.prices.list.rows.map((row, at) => [at, row.amountCents])),
      volumeFactors: scenario.volume.map(({ factor }) => factor),
      contracts: scenario.contracts,
    });
  });
  return toldYears(years, [first, ...outcomes]);
}

/** The same where rows were reduced elsewhere: each year is looked up in the sums. */
export function simulateYearsFromSums(
  input: FromSumsInput,
  first: SimulationOutcome,
  options: SimulationOptions = DEFAULT_SIMULATION_OPTIONS,
): SimulationYear[] {
  const { years } = input.scenario;
  if (years === undefined) return [];
  const outcomes = Array.from({ length: years.count - 1 }, (_, i) =>
    simulate(prepareFromSums({ ...input, scenario: scenarioOfYear(input.scenario, i + 1) }), options),
  );
  return toldYears(years, [first, ...outcomes]);
}

function toldYears(years: YearsBlock, outcomes: readonly SimulationOutcome[]): SimulationYear[] {
  return outcomes.map((outcome, year) => ({
    year,
    ...(years.from === undefined ? {} : { calendarYear: years.from + year }),
    ...outcome.total,
    contracts: outcome.contracts.map(({ payer, form, grossCents, netCents, adjustmentCents, binding }) => ({
      payer,
      form,
      grossCents,
      netCents,
      adjustmentCents,
      binding,
    })),
  }));
}

function priced(input: SimulationInput, amountsCents: ReadonlyMap<number, number>): SimulationInput {
  const { scenario } = input;
  const { list } = scenario.prices;
  const rows = list.rows.map((row, at) => ({ ...row, amountCents: amountsCents.get(at) ?? row.amountCents }));
  return { ...input, scenario: { ...scenario, prices: { ...scenario.prices, list: { ...list, rows } } } };
}

/** Clusters that only come to be by the shift of the mix get a place behind those of the file. */
function withMovedClusters(input: SimulationInput): SimulationInput {
  const { scenario, typing } = input;
  const moves = [scenario, ...(scenario.baseline === 'current' ? [] : [scenario.baseline])].flatMap(
    ({ years, prices }) => (years?.mixShift ?? []).map((move) => ({ ...move, list: prices.list })),
  );
  const clusters = [...typing.clusters];
  for (const { from, to, list } of moves) {
    const priced = clusterMatcher([...new Set(list.rows.map(({ cluster }) => cluster))]);
    for (const cluster of [from, to]) {
      if (clusterMatcher(clusters)(cluster) >= 0) continue;
      if (priced(cluster) < 0) throw refuse('years-mix-unknown', { cluster });
      clusters.push(cluster);
    }
  }
  if (clusters.length === typing.clusters.length) return input;
  return { ...input, typing: { ...typing, clusters, ...widened(typing, clusters.length) } };
}

function widened({ probabilities, clusters }: SimulationInput['typing'], size: number) {
  if (probabilities === undefined) return {};
  const before = clusters.length;
  const wide = new Float64Array((probabilities.length / Math.max(before, 1)) * size);
  for (let row = 0; row * before < probabilities.length; row++) {
    wide.set(probabilities.subarray(row * before, (row + 1) * before), row * size);
  }
  return { probabilities: wide };
}

/** Whether later years differ from each other only in what a prepared simulation can change. */
function samePassForAll({ scenario }: SimulationInput): boolean {
  const { baseline, years, prices, contracts } = scenario;
  const other = baseline === 'current' ? undefined : baseline;
  return (
    (years?.mixShift ?? []).length === 0 &&
    other?.years === undefined &&
    prices.overrides.every(({ amountCents }) => amountCents === undefined) &&
    [...contracts, ...(other?.contracts ?? [])].every(({ year }) => year === undefined)
  );
}
