/**
 * How often the 95 % interval held its target in trials (`npm run trials`, simulate-coverage), on
 * samples from a synthetic population with repeated patients. `usual`: 1 patient in 25 has bed days, a
 * few very many. `rare`: 1 in 250 stays for most of a year, so that a small file seldom holds its share
 * of them. Notes beside intervals quote these figures; the trial fails when they no longer hold.
 */

import type { IntervalTarget } from '../model/simulation.ts';

export interface MeasuredCoverage {
  readonly tail: 'usual' | 'rare';
  readonly patients: number;
  readonly samples: number;
  readonly shares: Readonly<Record<IntervalTarget, number>>;
}

/** In order of patients within a tail. */
export const MEASURED_COVERAGE: readonly MeasuredCoverage[] = [
  measured('usual', 200, 4000, 0.9537, 0.9503, 0.946),
  measured('usual', 500, 4000, 0.948, 0.943, 0.9493),
  measured('usual', 1000, 2000, 0.9595, 0.9565, 0.945),
  measured('usual', 2000, 2000, 0.9485, 0.951, 0.9475),
  measured('usual', 5000, 2000, 0.948, 0.951, 0.949),
  measured('rare', 200, 2000, 0.9525, 0.9245, 0.9095),
  measured('rare', 500, 2000, 0.9415, 0.9285, 0.9225),
  measured('rare', 1000, 2000, 0.939, 0.9215, 0.9135),
];

function measured(
  tail: MeasuredCoverage['tail'],
  patients: number,
  samples: number,
  thesePatients: number,
  population: number,
  nextYear: number,
): MeasuredCoverage {
  return {
    tail,
    patients,
    samples,
    shares: { 'these-patients': thesePatients, population, 'next-year': nextYear },
  };
}

/** The largest file tried that is not larger than this one. */
export function coverageAt(tail: MeasuredCoverage['tail'], patients: number): MeasuredCoverage | undefined {
  return MEASURED_COVERAGE.findLast((one) => one.tail === tail && one.patients <= patients);
}
