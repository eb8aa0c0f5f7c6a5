/**
 * How often the interval of the difference holds its own target, on samples from a known synthetic
 * population with repeated patients and a heavy right tail: the pay of these patients once their
 * clusters are drawn; the population's mean pay with clusters drawn; the pay of another sample.
 */

import type { IntervalTarget, MoneyInterval } from '../../src/model/simulation.ts';
import { DEFAULT_SIMULATION_OPTIONS } from '../../src/simulate/input.ts';
import { prepareSimulation } from '../../src/simulate/prepare.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { type CaseRecord, inputOf, scenarioOf } from '../simulate/make-input.ts';
import { drawPatient, POPULATION_LIST } from '../simulate/population.ts';
import { randomFrom } from '../support/random.ts';
import type { TrialResult } from './trial.ts';

const TARGETS: readonly IntervalTarget[] = ['these-patients', 'population', 'next-year'];
/** Few patients are documented, not judged: the note beside the interval says that it is indicative. */
const SIZES = [
  { patients: 500, runs: 1000, judged: false },
  { patients: 2000, runs: 500, judged: false },
  { patients: 20_000, runs: 400, judged: true },
] as const;
const LOWEST = 0.93;
const HIGHEST = 0.97;

interface Sample {
  readonly estimate: number;
  /** Difference once every rating's cluster is drawn. */
  readonly drawn: number;
  readonly intervals: ReadonlyMap<IntervalTarget, MoneyInterval>;
}

export async function trial(): Promise<readonly TrialResult[]> {
  return SIZES.flatMap(({ patients, runs, judged }) => {
    const samples = Array.from({ length: runs }, (_, run) =>
      sample(patients, 1_000_000 + patients + 7919 * run),
    );
    // The mean over all runs stands for the population: its own error is 1/sqrt(runs) of a sample's.
    const population = samples.reduce((sum, { estimate }) => sum + estimate, 0) / runs;
    return TARGETS.map((target): TrialResult => {
      const held = samples.filter((one, run) => {
        const { lowCents, highCents } = one.intervals.get(target)!;
        const truth = {
          'these-patients': one.drawn,
          population: population + one.drawn - one.estimate,
          'next-year': samples[(run + 1) % runs]!.drawn,
        }[target];
        return truth >= lowCents && truth <= highCents;
      }).length;
      // Chance alone moves a share of `runs` trials by this much.
      const noise = 2 * Math.sqrt((0.95 * 0.05) / runs);
      const share = held / runs;
      const inside = share >= LOWEST - noise && share <= HIGHEST + noise;
      return {
        text: `coverage of the 95 % interval, target ${target}, ${patients} patients, ${runs} samples`,
        figure: share.toFixed(3),
        limit: judged ? `${LOWEST} to ${HIGHEST}, give or take ${noise.toFixed(3)}` : 'documented',
        verdict: !judged || inside ? 'holds' : 'fails',
      };
    });
  });
}

function sample(patients: number, seed: number): Sample {
  const random = randomFrom(seed);
  const records = Array.from({ length: patients }, (_, i) => drawPatient(`p${i}`, random)).flat();
  const scenario = scenarioOf({ list: POPULATION_LIST, typing: 'expected' });
  const prepared = prepareSimulation(inputOf(records, scenario));
  const results = TARGETS.map((intervalTarget) => ({
    intervalTarget,
    total: simulate(prepared, { ...DEFAULT_SIMULATION_OPTIONS, intervalTarget }).total,
  }));
  const chosen = scenarioOf({ list: POPULATION_LIST });
  const drawn = simulate(prepareSimulation(inputOf(drawClusters(records, random), chosen)));
  return {
    estimate: results[0]!.total.differenceCents,
    drawn: drawn.total.differenceCents,
    intervals: new Map(
      results.map(({ intervalTarget, total }) => [intervalTarget, total.interval as MoneyInterval]),
    ),
  };
}

/** One cluster per rating: rows of a patient with the same date and probabilities get the same one. */
function drawClusters(records: readonly CaseRecord[], random: () => number): CaseRecord[] {
  const known = new Map<string, string>();
  return records.map((record, i) => {
    const key = record.date ? JSON.stringify([record.patient, record.probabilities]) : `row ${i}`;
    const [first, second] = Object.entries(record.probabilities!);
    const chosen = known.get(key) ?? (random() < first![1] ? first![0] : second![0]);
    known.set(key, chosen);
    const { probabilities: _, ...rest } = record;
    return { ...rest, chosen };
  });
}
