/** The tail: how much of the money few patients bring, in which unit of care, and who pays for it. */

import { sentence } from '../issue/sentence.ts';
import type { Computed } from '../model/meta.ts';
import type { PriceUnit } from '../model/price-list.ts';
import type { TailLevel, TailMoney, TailReport } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import type { SimulationChanges } from './input.ts';
import { payPerPatient, payPerRow } from './moments.ts';
import { netPerRow } from './net-pay.ts';
import { paidSides } from './paid-sides.ts';
import { type Paid, sum } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { largestRemainder, roundCents } from './rounding.ts';

const SHARES: readonly number[] = [0.001, 0.01, 0.05, 0.1];
/** The share of patients that units and payers are shown for. */
const TOP = 0.01;

/** Definition: the costliest patients are those with the highest payment after contracts; ties by place in the file. */
export function tailReport(
  prepared: PreparedSimulation,
  lang: Lang,
  changes: SimulationChanges = {},
): TailReport {
  const { side, baselineSide, coordinates } = prepared;
  const { paid, baselinePaid } = paidSides(prepared, changes);
  const perRow = netPerRow(prepared, side, paid);
  const scenario = payPerPatient(prepared, perRow);
  const current = new Float64Array(coordinates);
  current[coordinates - 1] = 1;
  const baseline = payPerPatient(
    prepared,
    baselineSide ? netPerRow(prepared, baselineSide, baselinePaid!) : payPerRow(prepared, current),
  );
  const difference = scenario.map((value, patient) => Math.abs(value - baseline[patient]!));
  const nothing = { undefined: sentence({ code: 'simulate-nothing-paid' }, lang) };
  // Sums that should be 0 hold noise far below a cent.
  const shareOf = (part: number, all: number): Computed<number> =>
    roundCents(all) > 0 ? part / all : nothing;
  const orders = [baseline, scenario, difference].map(costliestFirst);
  const levels = SHARES.map((share): TailLevel => {
    const patients = countOf(scenario.length, share);
    const money = (values: Float64Array, order: Int32Array): TailMoney => {
      const all = sum(values);
      const top = order.subarray(0, patients).reduce((total, patient) => total + values[patient]!, 0);
      return { cents: roundCents(top), share: shareOf(top, all) };
    };
    return {
      share,
      patients,
      baseline: money(baseline, orders[0]!),
      scenario: money(scenario, orders[1]!),
      difference: money(difference, orders[2]!),
    };
  });
  const top = new Uint8Array(scenario.length);
  for (const patient of orders[1]!.subarray(0, countOf(scenario.length, TOP))) top[patient] = 1;
  return {
    levels,
    byUnit: unitsOf(prepared, paid, top, shareOf),
    byPayer: payersOf(prepared, perRow, top, shareOf),
  };
}

function countOf(patients: number, share: number): number {
  return Math.max(1, Math.ceil(patients * share - 1e-9));
}

function costliestFirst(values: Float64Array): Int32Array {
  return Int32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
}

type ShareOf = (part: number, all: number) => Computed<number>;

function unitsOf(
  prepared: PreparedSimulation,
  paid: Paid,
  top: Uint8Array,
  shareOf: ShareOf,
): TailReport['byUnit'] {
  const { side, rows, participants } = prepared;
  const { cells, spec } = side.frame;
  const sums = new Map<PriceUnit, { top: number; all: number }>();
  const unitOf = cells.map((cell) =>
    cell.measure === undefined ? spec.list.rows[cell.row]!.unit : undefined,
  );
  eachRow(participants.patientStart, (row, patient) => {
    for (let at = rows.rowStart[row]!; at < rows.rowStart[row + 1]!; at++) {
      const id = rows.cell[at]! - side.offset;
      const unit = unitOf[id];
      if (unit === undefined) continue;
      const cents = rows.probability[at]! * rows.quantity[at]! * paid.prices[id]!;
      const found = sums.get(unit) ?? { top: 0, all: 0 };
      found.all += cents;
      if (top[patient] === 1) found.top += cents;
      sums.set(unit, found);
    }
  });
  const units = [...sums];
  const rounded = inCents(units.map(([, values]) => values));
  return units.map(([unit, values], i) => ({
    unit,
    topCents: rounded.top[i]!,
    allCents: rounded.all[i]!,
    share: shareOf(values.top, values.all),
  }));
}

function payersOf(
  prepared: PreparedSimulation,
  perRow: Float64Array,
  top: Uint8Array,
  shareOf: ShareOf,
): TailReport['byPayer'] {
  const grouping = prepared.groupings.find(({ dimension }) => dimension === 'payer');
  if (grouping === undefined) return [];
  const sums = grouping.values.map(() => ({ top: 0, all: 0 }));
  eachRow(prepared.participants.patientStart, (row, patient) => {
    const found = sums[grouping.ofPosition[row]!]!;
    found.all += perRow[row]!;
    if (top[patient] === 1) found.top += perRow[row]!;
  });
  const rounded = inCents(sums);
  return grouping.values.map((payer, i) => ({
    payer,
    topCents: rounded.top[i]!,
    allCents: rounded.all[i]!,
    share: shareOf(sums[i]!.top, sums[i]!.all),
  }));
}

function eachRow(patientStart: Int32Array, visit: (row: number, patient: number) => void): void {
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    for (let row = patientStart[patient]!; row < patientStart[patient + 1]!; row++) visit(row, patient);
  }
}

function inCents(values: readonly { readonly top: number; readonly all: number }[]) {
  const of = (key: 'top' | 'all'): number[] => {
    const exact = values.map((value) => value[key]);
    return largestRemainder(exact, roundCents(sum(exact)));
  };
  return { top: of('top'), all: of('all') };
}
