/**
 * Runs all contracts of one side in a fixed order, however the scenario lists them: gross (price times
 * volume, volume discount, bundle) -> stay limit -> mean per patient -> ceiling or lump sum ->
 * guarantee -> transition -> quality pay -> shared savings -> risk corridor -> macro clawback ->
 * floor at 0. Care is divided into atoms: parts that fall under
 * the same set of contracts. An adjustment is spread over its atoms by gross payment, so every
 * later step and every breakdown knows what its part received.
 */

import type { Contract } from '../../model/contract.ts';
import type { CareMeasures } from './form-rule.ts';
import { formRule } from './forms.ts';

/** Contracts of one side and the atoms they cover. */
export interface PipelineTerms {
  readonly contracts: readonly Contract[];
  /** Per atom, the positions of the contracts that cover it. */
  readonly atoms: readonly (readonly number[])[];
  /** Per atom, episodes: the key for spreading where there is no payment. */
  readonly episodes: ArrayLike<number>;
}

/** Production of one side. */
export interface Production {
  /** Per atom, cents. */
  readonly gross: ArrayLike<number>;
  /** Per contract. */
  readonly measures: readonly CareMeasures[];
}

export interface PipelineOutput {
  /** Per atom, cents after all contracts. */
  readonly net: Float64Array;
  /** Per contract, what it adds or takes back, the floor included. */
  readonly adjustments: Float64Array;
  /** Per contract, the name of the step that binds, "" = none. */
  readonly binding: string[];
}

/** Positions of contracts in the order in which they act. */
export function pipelineOrder(contracts: readonly Contract[]): number[] {
  const place = contracts.map((contract) => formRule(contract).order);
  return [...contracts.keys()].sort((a, b) => place[a]! - place[b]! || a - b);
}

/** The pipeline of a side, ready to run on any production. */
export function contractPipeline(terms: PipelineTerms): (production: Production) => PipelineOutput {
  const { contracts, atoms, episodes } = terms;
  const rules = contracts.map(formRule);
  const under = contracts.map((_, c) => [...atoms.keys()].filter((atom) => atoms[atom]!.includes(c)));
  const order = pipelineOrder(contracts);
  return ({ gross, measures }) => {
    // Not Float64Array.from, which goes by an iterator: intervals run this thousands of times.
    const net = new Float64Array(gross.length);
    net.set(gross);
    const adjustments = new Float64Array(contracts.length);
    const binding = contracts.map(() => '');
    const change = (c: number, adjustment: number, step: string): void => {
      // A contract without care has nobody to spread over: it is reported, not paid.
      if (adjustment === 0) return;
      if (sumOver(under[c]!, gross) === 0 && sumOver(under[c]!, episodes) === 0) return;
      adjustments[c]! += adjustment;
      binding[c] = step;
      spread(net, under[c]!, adjustment, gross, episodes);
    };
    for (const c of order) {
      const contract = contracts[c]!;
      const payCents = sumOver(under[c]!, net);
      const facts = { payCents, grossCents: sumOver(under[c]!, gross), ...measures[c]! };
      change(c, rules[c]!.pay(contract, facts) - payCents, contract.form);
    }
    for (const c of order) {
      const payCents = sumOver(under[c]!, net);
      if (payCents < 0) change(c, -payCents, 'floor');
    }
    return { net, adjustments, binding };
  };
}

/** By gross payment; where that is 0, by episodes. */
function spread(
  net: Float64Array,
  atoms: readonly number[],
  amount: number,
  gross: ArrayLike<number>,
  episodes: ArrayLike<number>,
): void {
  const allGross = sumOver(atoms, gross);
  const allEpisodes = sumOver(atoms, episodes);
  for (const atom of atoms) {
    const share = allGross !== 0 ? gross[atom]! / allGross : episodes[atom]! / allEpisodes;
    net[atom]! += amount * share;
  }
}

function sumOver(atoms: readonly number[], values: ArrayLike<number>): number {
  let sum = 0;
  for (const atom of atoms) sum += values[atom]!;
  return sum;
}
