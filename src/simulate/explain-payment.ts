/**
 * One patient to euros: quantities, prices, index, volume and contracts behind what the run pays for
 * the patient. Read from the compact rows of the run itself, so that it cannot tell another story.
 * Whole cents by largest remainder: over all patients, then episodes, then lines.
 */

import { sentence } from '../issue/sentence.ts';
import type { EpisodePayment, PatientPayment } from '../model/patient-payment.ts';
import type { MoneyPair } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { type EpisodePaying, explainSide } from './explain-side.ts';
import type { SimulationChanges } from './input.ts';
import { payPerPatient } from './moments.ts';
import { netPerRow } from './net-pay.ts';
import { paidSides } from './paid-sides.ts';
import { LEFT } from './participants.ts';
import type { PreparedSimulation } from './prepared.ts';
import { largestRemainder, roundCents } from './rounding.ts';

const LEFT_CODES: Readonly<Record<number, string>> = {
  [LEFT.withoutBaseline]: 'simulate-row-without-baseline',
  [LEFT.withoutCluster]: 'simulate-row-without-cluster',
  [LEFT.withoutStart]: 'simulate-row-without-start',
};

/**
 * @param tableRows rows of the prepared table (from 0), all of one patient; other rows of that patient
 *   that take part are explained too, so that the patient is whole
 * @param changes as for `simulate`: the same prices give the same cents
 */
export function explainPayment(
  prepared: PreparedSimulation,
  tableRows: readonly number[],
  lang: Lang,
  changes: SimulationChanges = {},
): PatientPayment {
  const { participants, fileRows, side, baselineSide } = prepared;
  const { values, paid, baselineValues, baselinePaid, baselineCents } = paidSides(prepared, changes);
  const run = pair(roundCents(baselineCents), roundCents(paid.netCents));
  const left = tableRows.flatMap((row) => {
    const code = LEFT_CODES[participants.left[row]!];
    return code === undefined ? [] : [{ row: fileRows[row]!, reason: sentence({ code }, lang) }];
  });
  const patients = patientsOf(prepared, tableRows);
  if (patients.length === 0) {
    return { total: { undefined: left[0]?.reason ?? '' }, run, episodes: [], left };
  }
  const scenario = centsOf(prepared, netPerRow(prepared, side, paid), patients, run.scenarioCents);
  const baseline = centsOf(
    prepared,
    baselineSide ? netPerRow(prepared, baselineSide, baselinePaid!) : currentPerRow(prepared),
    patients,
    run.baselineCents,
  );
  const from: EpisodePaying = { prepared, side, values, paid };
  const before: EpisodePaying | undefined = baselineSide && {
    prepared,
    side: baselineSide,
    values: baselineValues!,
    paid: baselinePaid!,
  };
  const episodes = [...scenario.keys()].map((position): EpisodePayment => {
    const baselineOf = baseline.get(position)!;
    const scenarioOf = scenario.get(position)!;
    return {
      row: fileRows[participants.rows[position]!]!,
      ...pair(baselineOf, scenarioOf),
      baseline: before ? explainSide(before, position, baselineOf) : currentSide(baselineOf),
      scenario: explainSide(from, position, scenarioOf),
    };
  });
  const sum = (key: 'baselineCents' | 'scenarioCents'): number =>
    episodes.reduce((total, episode) => total + episode[key], 0);
  return {
    total: pair(sum('baselineCents'), sum('scenarioCents')),
    run,
    episodes: episodes.sort((a, b) => a.row - b.row),
    left,
  };
}

function pair(baselineCents: number, scenarioCents: number): MoneyPair {
  return { baselineCents, scenarioCents, differenceCents: scenarioCents - baselineCents };
}

/** Positions of the patients that these rows belong to. */
function patientsOf({ participants }: PreparedSimulation, tableRows: readonly number[]): number[] {
  const wanted = new Set(tableRows);
  const { rows, patientStart } = participants;
  const found: number[] = [];
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    for (let at = patientStart[patient]!; at < patientStart[patient + 1]!; at++) {
      if (!wanted.has(rows[at]!)) continue;
      found.push(patient);
      break;
    }
  }
  return found;
}

/** Whole cents per position of these patients; over all patients they add up to `totalCents`. */
function centsOf(
  prepared: PreparedSimulation,
  perRow: Float64Array,
  patients: readonly number[],
  totalCents: number,
): Map<number, number> {
  const ofPatient = largestRemainder(payPerPatient(prepared, perRow), totalCents);
  const { patientStart } = prepared.participants;
  const cents = new Map<number, number>();
  for (const patient of patients) {
    const first = patientStart[patient]!;
    const own = largestRemainder(perRow.subarray(first, patientStart[patient + 1]!), ofPatient[patient]!);
    for (const [i, amount] of own.entries()) cents.set(first + i, amount);
  }
  return cents;
}

function currentPerRow({ rows, coordinates }: PreparedSimulation): Float64Array {
  const { rowStart, cell, quantity } = rows;
  return Float64Array.from({ length: rowStart.length - 1 }, (_, row) => {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      if (cell[at] === coordinates - 1) return quantity[at]!;
    }
    return 0;
  });
}

function currentSide(cents: number): EpisodePayment['baseline'] {
  return {
    paidBy: 'current',
    clusters: [],
    lines: [],
    gaps: [],
    contracts: [],
    grossCents: cents,
    cents,
  };
}
