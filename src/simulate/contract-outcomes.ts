/** What each contract did: before, after, what binds, what one more euro would bring, when it ran out. */

import { sentence } from '../issue/sentence.ts';
import type { ContractOutcome } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { isoFromDay } from '../table/day.ts';
import type { PriceValues } from './cells.ts';
import { contractPipeline } from './contracts/pipeline.ts';
import { exhaustedOn } from './exhausted-on.ts';
import { type Paid, sum } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { roundCents } from './rounding.ts';

export function contractOutcomes(
  prepared: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  lang: Lang,
): ContractOutcome[] {
  const { contracts } = values.layers[0]!;
  const atoms = prepared.side.frame.atoms[0]!;
  return contracts.map((contract, position): ContractOutcome => {
    const under = [...atoms.keys()].filter((atom) => atoms[atom]!.includes(position));
    const over = (amounts: Float64Array): number => under.reduce((total, atom) => total + amounts[atom]!, 0);
    const grossCents = roundCents(over(paid.gross));
    const netCents = roundCents(over(paid.output.net));
    const alone = under.every((atom) => atoms[atom]!.length === 1);
    const day = exhaustedOn(prepared, values, paid, position);
    return {
      payer: contract.payer,
      form: contract.form,
      grossCents,
      netCents,
      adjustmentCents: alone ? netCents - grossCents : roundCents(paid.output.adjustments[position]!),
      binding: paid.output.binding[position]!,
      marginalPerEuro: marginal(prepared, values, paid, under),
      exhaustedOn:
        day === undefined
          ? { undefined: sentence({ code: 'simulate-not-exhausted' }, lang) }
          : isoFromDay(day),
    };
  });
}

/** Right derivative of total pay to production under the contract, its mix and its patients unchanged. */
function marginal(
  prepared: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  under: readonly number[],
): number {
  const gross = under.reduce((total, atom) => total + paid.gross[atom]!, 0);
  const episodes = prepared.side.frame.atoms[0]!.map(
    (_, atom) => prepared.side.frame.episodes[0]![atom] ?? 0,
  );
  // One cent more; on large amounts more, so that the difference keeps its digits.
  const step = Math.max(1, gross * 1e-8);
  const more = paid.gross.slice();
  for (const atom of under) {
    more[atom]! += step * (gross > 0 ? paid.gross[atom]! / gross : 1 / under.length);
  }
  const pipeline = contractPipeline({
    contracts: values.layers[0]!.contracts,
    atoms: prepared.side.frame.atoms[0]!,
    episodes,
  });
  const { net } = pipeline({ gross: more, measures: paid.measures });
  const slope = under.length === 0 ? 0 : (sum(net) - sum(paid.output.net)) / step;
  return Number(slope.toFixed(6)) || 0;
}
