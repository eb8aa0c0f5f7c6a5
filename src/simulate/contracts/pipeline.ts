/**
 * Runs all contracts of one side in a fixed order, however the scenario lists them: gross ->
 * ceiling or lump sum -> guarantee -> floor at 0. Care is divided into atoms: parts that fall under
 * the same set of contracts. An adjustment is spread over its atoms by gross payment, so every
 * later step and every breakdown knows what its part received.
 */

import type { Contract } from '../../model/contract.ts';
import type { ContractFacts } from './form-rule.ts';
import { formRule } from './forms.ts';

/** Production of one side. */
export interface PipelineInput {
  readonly contracts: readonly Contract[];
  /** Per atom, the positions of the contracts that cover it. */
  readonly atoms: readonly (readonly number[])[];
  /** Per atom, cents. */
  readonly gross: ArrayLike<number>;
  /** Per atom, episodes: the key for spreading where there is no payment. */
  readonly episodes: ArrayLike<number>;
  /** Per contract. */
  readonly measures: readonly Pick<ContractFacts, 'patients' | 'bedDays' | 'costCents'>[];
}

export interface PipelineOutput {
  /** Per atom, cents after all contracts. */
  readonly net: Float64Array;
  /** Per contract, what it adds or takes back, the floor included. */
  readonly adjustments: Float64Array;
  /** Per contract, the name of the step that binds, "" = none. */
  readonly binding: string[];
}

export function runPipeline(input: PipelineInput): PipelineOutput {
  const { contracts, atoms, gross } = input;
  const net = Float64Array.from(gross);
  const adjustments = new Float64Array(contracts.length);
  const binding = contracts.map(() => '');
  const under = contracts.map((_, c) => [...atoms.keys()].filter((atom) => atoms[atom]!.includes(c)));
  const order = [...contracts.keys()].sort(
    (a, b) => formRule(contracts[a]!).order - formRule(contracts[b]!).order || a - b,
  );
  const change = (c: number, adjustment: number, step: string): void => {
    // A contract without episodes has nobody to spread over: it is reported, not paid.
    if (adjustment === 0 || under[c]!.length === 0) return;
    adjustments[c]! += adjustment;
    binding[c] = step;
    spread(net, under[c]!, adjustment, input);
  };
  for (const c of order) {
    const contract = contracts[c]!;
    const payCents = sumOver(under[c]!, net);
    const facts = { payCents, grossCents: sumOver(under[c]!, gross), ...input.measures[c]! };
    change(c, formRule(contract).pay(contract, facts) - payCents, contract.form);
  }
  for (const c of order) {
    const payCents = sumOver(under[c]!, net);
    if (payCents < 0) change(c, -payCents, 'floor');
  }
  return { net, adjustments, binding };
}

/** By gross payment; where that is 0, by episodes; where those are 0 too, equally. */
function spread(net: Float64Array, atoms: readonly number[], amount: number, input: PipelineInput): void {
  const gross = sumOver(atoms, input.gross);
  const episodes = sumOver(atoms, input.episodes);
  for (const atom of atoms) {
    const share =
      gross !== 0
        ? input.gross[atom]! / gross
        : episodes !== 0
          ? input.episodes[atom]! / episodes
          : 1 / atoms.length;
    net[atom]! += amount * share;
  }
}

function sumOver(atoms: readonly number[], values: ArrayLike<number>): number {
  let sum = 0;
  for (const atom of atoms) sum += values[atom]!;
  return sum;
}
