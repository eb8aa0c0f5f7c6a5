/**
 * What anybody can work out by regressing one column of the sums on the others: where next to nothing is left,
 * the others state each patient's value; where two patients hold what is left, it states theirs.
 */

import { covariancePseudoInverse } from '../stats/pseudo-inverse.ts';
import type { GateInput, GateTable } from './gate-input.ts';
import { LARGEST_EXPLAINED, LARGEST_TOP_TWO } from './rules.ts';
import type { TableFault } from './table-fault.ts';

/**
 * The first column of numbers that the others give away. Of the case mix only whether the rest determines it:
 * leverage sees to one patient's share there.
 */
export function residualFault(input: GateInput, table: GateTable): TableFault | undefined {
  const { responses } = table;
  const place = { input, table };
  const cross = input.look.cross(place);
  const design = [...cross.keys()].slice(0, cross.length - responses.length);
  for (const [at, { column }] of input.numbers.entries()) {
    const others = design.filter((other) => other !== at);
    if (fit(cross, at, others).determined) return { reason: 'determined-column', column };
  }
  for (const [k, { column }] of responses.entries()) {
    const at = design.length + k;
    const all = [...cross.keys()].filter((other) => other !== at);
    // Of two responses either may be the one that hides the other.
    for (const others of responses.length === 1 ? [all] : [design, all]) {
      const { determined, slopes } = fit(cross, at, others);
      if (determined) return { reason: 'determined-column', column };
      if (input.look.topTwoLeft(place, at, others, slopes) > LARGEST_TOP_TWO) {
        return { reason: 'dominance', column };
      }
    }
  }
  return undefined;
}

/** Least squares of one column on others, from the products alone: as an attacker would. */
function fit(
  cross: readonly (readonly number[])[],
  at: number,
  others: readonly number[],
): { readonly determined: boolean; readonly slopes: readonly number[] } {
  const inverse = covariancePseudoInverse(others.map((j) => others.map((l) => cross[j]![l]!)));
  const products = others.map((other) => cross[other]![at]!);
  const slopes = inverse.map((row) => row.reduce((sum, each, j) => sum + each * products[j]!, 0));
  const explained = slopes.reduce((sum, slope, j) => sum + slope * products[j]!, 0);
  return { determined: explained > LARGEST_EXPLAINED * cross[at]![at]!, slopes };
}
