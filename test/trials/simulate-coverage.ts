/**
 * How often the interval of the difference holds its own target, on samples from a known synthetic
 * population with repeated patients and a heavy right tail: the pay of these patients once their
 * clusters are drawn; the population's mean pay with clusters drawn; the pay of another sample.
 * 20,000 patients are judged; smaller files are documented, in the table that the notes beside
 * intervals quote.
 */

import type { IntervalTarget, MoneyInterval } from '../../src/model/simulation.ts';
import { DEFAULT_SIMULATION_OPTIONS } from '../../src/simulate/input.ts';
import { MEASURED_COVERAGE } from '../../src/simulate/measured-coverage.ts';
import { paidSides } from '../../src/simulate/paid-sides.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import type { PreparedSimulation } from '../../src/simulate/prepared.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { inputOf, scenarioOf } from '../simulate/make-input.ts';
import { drawPatient, POPULATION_LIST, type Tail } from '../simulate/population.ts';
import { randomFrom } from '../support/random.ts';
import type { TrialResult } from './trial.ts';

const TARGETS: readonly IntervalTarget[] = ['these-patients', 'population', 'next-year'];
const RUNS = 4000;
const JUDGED = 20_000;
const LOWEST = 0.93;
const HIGHEST = 0.97;

/** One sample: its estimate, its pay once clusters are drawn, and per target the limits. */
export interface Sample {
  readonly estimate: number;
  readonly drawn: number;
  readonly limits: readonly (readonly [number, number])[];
}

export async function trial(): Promise<readonly TrialResult[]> {
  const documented = MEASURED_COVERAGE.flatMap(({ tail, patients, samples: known, shares }) => {
    const found = coverage(samplesOf(patients, 0, RUNS, tail));
    // Chance alone moves both shares by this much.
    const spread = Math.sqrt(0.95 * 0.05 * (1 / RUNS + 1 / known));
    return TARGETS.map((target, t) => {
      const share = found[t]!;
      const noise = 3 * spread * Math.max(1, Math.sqrt((share * (1 - share)) / (0.95 * 0.05)));
      const holds = Math.abs(share - shares[target]) <= noise;
      const limit = `${shares[target]}, as documented, give or take ${noise.toFixed(3)}`;
      return result(`${tail} tail, target ${target}, ${patients} patients`, share, limit, holds);
    });
  });
  const judged = coverage(samplesOf(JUDGED, 0, RUNS, 'usual'));
  return [
    ...documented,
    ...TARGETS.map((target, t) => {
      const share = judged[t]!;
      const holds = share >= LOWEST && share <= HIGHEST;
      return result(
        `usual tail, target ${target}, ${JUDGED} patients`,
        share,
        `${LOWEST} to ${HIGHEST}`,
        holds,
      );
    }),
  ];
}

function result(what: string, share: number, limit: string, holds: boolean): TrialResult {
  return {
    text: `coverage of the 95 % interval, ${what}, ${RUNS} samples`,
    figure: share.toFixed(4),
    limit,
    verdict: holds ? 'holds' : 'fails',
  };
}

/** Samples `first` to `first + count`; each has a seed of its own, so that they can be made in parts. */
export function samplesOf(patients: number, first: number, count: number, tail: Tail): Sample[] {
  return Array.from({ length: count }, (_, i) =>
    sample(patients, 1_000_000 + patients + 7919 * (first + i), tail),
  );
}

/** Share of the samples whose interval holds its target, per target. */
export function coverage(samples: readonly Sample[]): number[] {
  const runs = samples.length;
  // The mean over all runs stands for the population: its own error is 1/sqrt(runs) of a sample's.
  const population = samples.reduce((sum, { estimate }) => sum + estimate, 0) / runs;
  return TARGETS.map((target, t) => {
    const held = samples.filter((one, run) => {
      const [low, high] = one.limits[t]!;
      const truth = {
        'these-patients': one.drawn,
        population: population + one.drawn - one.estimate,
        'next-year': samples[(run + 1) % runs]!.drawn,
      }[target];
      return truth >= low && truth <= high;
    }).length;
    return held / runs;
  });
}

function sample(patients: number, seed: number, tail: Tail): Sample {
  const random = randomFrom(seed);
  // Without site and payer: breakdowns take time and change nothing about the total.
  const records = Array.from({ length: patients }, (_, i) => drawPatient(`p${i}`, random, tail))
    .flat()
    .map(({ site: _site, payer: _payer, ...record }) => record);
  const scenario = scenarioOf({ list: POPULATION_LIST, typing: 'expected' });
  const prepared = prepareSimulation(inputOf(records, scenario));
  const totals = TARGETS.map(
    (intervalTarget) => simulate(prepared, { ...DEFAULT_SIMULATION_OPTIONS, intervalTarget }).total,
  );
  return {
    estimate: totals[0]!.differenceCents,
    drawn: drawnDifference(prepared, random),
    limits: totals.map(({ interval }) => {
      const { lowCents, highCents } = interval as MoneyInterval;
      return [lowCents, highCents] as const;
    }),
  };
}

/** One cluster per rating: rows of a patient with the same date and probabilities get the same one. */
function drawnDifference(prepared: PreparedSimulation, random: () => number): number {
  const { participants, rows, side, sums, coordinates } = prepared;
  const { prices } = paidSides(prepared, {}).paid;
  const { unitStart } = participants;
  let pay = 0;
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    const first = unitStart[unit]!;
    let at = side.typed.rowStart[first]!;
    let left = random();
    while (at + 1 < side.typed.rowStart[first + 1]! && left >= side.typed.probability[at]!) {
      left -= side.typed.probability[at]!;
      at += 1;
    }
    const cluster = side.typed.cluster[at]!;
    const last = rows.rowStart[unitStart[unit + 1]!]!;
    for (let entry = rows.rowStart[first]!; entry < last; entry++) {
      const cell = side.frame.cells[rows.cell[entry]!];
      if (cell?.cluster === cluster) pay += rows.quantity[entry]! * prices[rows.cell[entry]!]!;
    }
  }
  return pay - sums.quantities[coordinates - 1]!;
}
