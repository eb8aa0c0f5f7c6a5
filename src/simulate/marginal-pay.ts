/** What one more euro of production, or one more patient, would bring under a contract. */

import type { PriceValues } from './cells.ts';
import { contractPipeline } from './contracts/pipeline.ts';
import { type Paid, sum } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';

/** Right derivative of total pay to production under the contract, its mix and its patients unchanged. */
export function marginalPerEuro(
  prepared: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  under: readonly number[],
): number {
  const gross = grossOver(paid, under);
  // One cent more; on large amounts more, so that the difference keeps its digits.
  const step = Math.max(1, gross * 1e-8);
  const more = withMore(paid, under, step);
  const slope = under.length === 0 ? 0 : extraPay(prepared, values, paid, more, paid.measures) / step;
  return Number(slope.toFixed(6)) || 0;
}

/**
 * Pay for one more patient with the mean care of those under the contract: mean production, bed
 * days, episodes and cost. Cents; undefined without patients.
 */
export function marginalPerPatient(
  prepared: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  contract: number,
  under: readonly number[],
): number | undefined {
  const { patients } = paid.measures[contract]!;
  if (!(patients > 0)) return undefined;
  const more = withMore(paid, under, grossOver(paid, under) / patients);
  const atoms = prepared.side.frame.atoms[0]!;
  const measures = paid.measures.map((measure, c) => {
    const own = [...atoms.keys()].filter((atom) => atoms[atom]!.includes(c));
    if (!own.some((atom) => under.includes(atom))) return measure;
    const before = grossOver(paid, own);
    const after = own.reduce((total, atom) => total + more[atom]!, 0);
    // Without production there is no mix to go by: the contract's own patients are the measure.
    const growth = before > 0 ? after / before : 1 + 1 / measure.patients;
    return {
      ...measure,
      patients: measure.patients + 1,
      episodes: measure.episodes * growth,
      bedDays: measure.bedDays * growth,
      costCents: measure.costCents * growth,
    };
  });
  return extraPay(prepared, values, paid, more, measures);
}

function grossOver(paid: Paid, atoms: readonly number[]): number {
  return atoms.reduce((total, atom) => total + paid.gross[atom]!, 0);
}

/** Gross per atom with `cents` more under the contract, in its own mix. */
function withMore(paid: Paid, under: readonly number[], cents: number): Float64Array {
  const gross = grossOver(paid, under);
  const more = paid.gross.slice();
  for (const atom of under) more[atom]! += cents * (gross > 0 ? paid.gross[atom]! / gross : 1 / under.length);
  return more;
}

function extraPay(
  { side }: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  gross: Float64Array,
  measures: Paid['measures'],
): number {
  const atoms = side.frame.atoms[0]!;
  const episodes = atoms.map((_, atom) => side.frame.episodes[0]![atom] ?? 0);
  const pipeline = contractPipeline({ contracts: values.layers[0]!.contracts, atoms, episodes });
  return sum(pipeline({ gross, measures }).net) - sum(paid.output.net);
}
