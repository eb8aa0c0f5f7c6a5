/** Payment of a frame's quantities: a price per cell, gross per atom, then the contracts. */

import { type Blocks, cellPrice, type PriceValues } from './cells.ts';
import { type CareMeasures, NO_CARE } from './contracts/form-rule.ts';
import { contractPipeline, type PipelineOutput } from './contracts/pipeline.ts';
import type { FrameCells } from './prepared.ts';

/** Which layer pays: its index, volume and contracts; -1 leaves a block out. */
export interface PayBlocks extends Blocks {
  readonly contracts: number;
}

export interface Paid {
  /** Cents per unit of each cell; a measure has its volume factor. */
  readonly prices: Float64Array;
  /** Per atom of the contract layer (one atom when contracts are left out), cents. */
  readonly gross: Float64Array;
  /** Per contract of the layer. */
  readonly measures: readonly CareMeasures[];
  readonly output: PipelineOutput;
  readonly grossCents: number;
  readonly netCents: number;
}

/** @param insideCutOffs per contract, where one has a trimmed mean */
export function payFrame(
  frame: FrameCells,
  quantities: Float64Array,
  values: PriceValues,
  blocks: PayBlocks,
  insideCutOffs?: readonly CareMeasures['insideCutOffs'][],
): Paid {
  const prices = Float64Array.from(frame.cells, (cell) => cellPrice(cell, values, blocks));
  const layer = blocks.contracts;
  const contracts = layer < 0 ? [] : values.layers[layer]!.contracts;
  const atoms = layer < 0 ? [[]] : frame.atoms[layer]!;
  const gross = new Float64Array(atoms.length);
  const measures = contracts.map((_, c) => ({
    ...NO_CARE,
    insideCutOffs: insideCutOffs?.[c] ?? NO_CARE.insideCutOffs,
  }));
  for (const [id, cell] of frame.cells.entries()) {
    const amount = quantities[id]! * prices[id]!;
    if (cell.measure === undefined) gross[layer < 0 ? 0 : cell.atom[layer]!]! += amount;
    else if (cell.layer === layer) measures[cell.contract]![MEASURE_KEY[cell.measure]] += amount;
  }
  const episodes = layer < 0 ? [0] : atoms.map((_, atom) => frame.episodes[layer]![atom] ?? 0);
  const output = contractPipeline({ contracts, atoms, episodes })({ gross, measures });
  return { prices, gross, measures, output, grossCents: sum(gross), netCents: sum(output.net) };
}

export const MEASURE_KEY = {
  patients: 'patients',
  episodes: 'episodes',
  'bed-days': 'bedDays',
  cost: 'costCents',
} as const;

/** Pay per cent of gross in each atom: how contracts scale every part of it. */
export function atomRatios(gross: ArrayLike<number>, net: ArrayLike<number>): Float64Array {
  return Float64Array.from(net, (value, atom) => atomRatio(gross[atom]!, value));
}

export function atomRatio(gross: number, net: number): number {
  return gross > 0 ? net / gross : 1;
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
