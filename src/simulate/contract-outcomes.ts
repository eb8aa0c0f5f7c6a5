/** What each contract did: before, after, what binds, what one more would bring, when it ran out. */

import { sentence } from '../issue/sentence.ts';
import type { Contract } from '../model/contract.ts';
import type { Computed } from '../model/meta.ts';
import type { ContractOutcome } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { isoFromDay } from '../table/day.ts';
import type { PriceValues } from './cells.ts';
import { marginalPerEuro, marginalPerPatient } from './marginal-pay.ts';
import type { Paid } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { exhaustedOn, productionPerMonth } from './production.ts';
import { roundCents } from './rounding.ts';

export function contractOutcomes(
  prepared: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  lang: Lang,
): ContractOutcome[] {
  const { contracts } = values.layers[0]!;
  const atoms = prepared.side.frame.atoms[0]!;
  const noTimeline = prepared.fromSums === undefined ? 'simulate-no-dates' : 'sums-no-days';
  const or = <T>(value: T | undefined, code: string): Computed<T> =>
    value ?? { undefined: sentence({ code }, lang) };
  return contracts.map((contract, position): ContractOutcome => {
    const under = [...atoms.keys()].filter((atom) => atoms[atom]!.includes(position));
    const over = (amounts: Float64Array): number => under.reduce((total, atom) => total + amounts[atom]!, 0);
    const grossCents = roundCents(over(paid.gross));
    const netCents = roundCents(over(paid.output.net));
    const alone = under.every((atom) => atoms[atom]!.length === 1);
    const day = exhaustedOn(prepared, values, paid, position);
    const patient = marginalPerPatient(prepared, values, paid, position, under);
    const continues = contract.form === 'revenue-cap' && contract.dutyToContinue === true;
    return {
      payer: contract.payer,
      form: contract.form,
      grossCents,
      netCents,
      adjustmentCents: alone ? netCents - grossCents : roundCents(paid.output.adjustments[position]!),
      binding: paid.output.binding[position]!,
      marginalPerEuro: marginalPerEuro(prepared, values, paid, under),
      marginalPerPatientCents: or(patient && roundCents(patient), 'simulate-no-patients-under'),
      exhaustedOn: or(
        day === undefined ? undefined : isoFromDay(day),
        prepared.timeline === undefined ? noTimeline : 'simulate-not-exhausted',
      ),
      ...(continues
        ? {
            continuedCareLossCents: or(
              continuedCareLoss(prepared, paid, contract, position, over(paid.gross)),
              'simulate-no-cost-known',
            ),
          }
        : {}),
      monthly: or(productionPerMonth(prepared, values, position, grossCents), noTimeline),
    };
  });
}

/**
 * Care above the ceiling goes on: its cost, at the mean cost per euro of production, less what
 * bridging pays for it. Whole cents; undefined where no cost is known.
 */
function continuedCareLoss(
  { side }: PreparedSimulation,
  paid: Paid,
  { agreedCents }: Extract<Contract, { form: 'revenue-cap' }>,
  position: number,
  gross: number,
): number | undefined {
  const known = side.frame.cells.some(({ measure, contract }) => measure === 'cost' && contract === position);
  if (!known) return undefined;
  const above = Math.max(0, gross - agreedCents);
  const bridged = Math.max(0, above + paid.output.adjustments[position]!);
  const cost = gross > 0 ? (paid.measures[position]!.costCents * above) / gross : 0;
  return roundCents(Math.max(0, cost - bridged));
}
