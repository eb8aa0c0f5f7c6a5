/**
 * What a trimmed mean counts: of each contract with cut-offs, the shares of patients and of
 * production that belong to patients whose revenue lies inside them. The one figure of a contract
 * that needs the patients one by one. Volume factors multiply patients, not what one of them costs.
 */

import { cellPrice, type PriceValues } from './cells.ts';
import { type CareMeasures, NO_CARE } from './contracts/form-rule.ts';
import type { PreparedSide, PreparedSimulation } from './prepared.ts';

/** Per contract of the side's first layer; undefined where no contract has cut-offs. */
export function insideCutOffs(
  prepared: PreparedSimulation,
  side: PreparedSide,
  values: PriceValues,
): CareMeasures['insideCutOffs'][] | undefined {
  const { contracts } = values.layers[0]!;
  if (!contracts.some((contract) => cutOffs(contract) !== undefined)) return undefined;
  return contracts.map((contract, position) => {
    const trim = cutOffs(contract);
    return trim === undefined ? NO_CARE.insideCutOffs : sharesInside(prepared, side, values, position, trim);
  });
}

function cutOffs(contract: PriceValues['layers'][number]['contracts'][number]) {
  return contract.form === 'mean-per-patient' ? contract.trimCents : undefined;
}

function sharesInside(
  { rows, participants }: PreparedSimulation,
  side: PreparedSide,
  values: PriceValues,
  contract: number,
  trim: readonly number[],
): CareMeasures['insideCutOffs'] {
  const lowest = trim.length > 1 ? trim[0]! : Number.NEGATIVE_INFINITY;
  const highest = trim.at(-1)!;
  const { cells, atoms } = side.frame;
  const under = cells.map((cell) =>
    cell.measure === undefined
      ? atoms[0]![cell.atom[0]!]!.includes(contract)
      : cell.measure === 'patients' && cell.contract === contract,
  );
  const one = cells.map((cell) =>
    cell.measure === undefined ? cellPrice(cell, values, { index: 0, volume: -1 }) : 0,
  );
  const all = cells.map((cell) => cellPrice(cell, values, { index: 0, volume: 0 }));
  const total = { patients: 0, production: 0 };
  const inside = { patients: 0, production: 0 };
  for (let patient = 0; patient + 1 < participants.patientStart.length; patient++) {
    const last = rows.rowStart[participants.patientStart[patient + 1]!]!;
    let revenue = 0;
    let production = 0;
    let patients = 0;
    for (let at = rows.rowStart[participants.patientStart[patient]!]!; at < last; at++) {
      const id = rows.cell[at]! - side.offset;
      if (under[id] !== true) continue;
      const quantity = rows.probability[at]! * rows.quantity[at]!;
      revenue += quantity * one[id]!;
      if (cells[id]!.measure === undefined) production += quantity * all[id]!;
      else patients += quantity * all[id]!;
    }
    total.patients += patients;
    total.production += production;
    if (revenue < lowest || revenue > highest) continue;
    inside.patients += patients;
    inside.production += production;
  }
  return {
    patients: total.patients > 0 ? inside.patients / total.patients : 1,
    production: total.production > 0 ? inside.production / total.production : 1,
  };
}
