/**
 * Price cells: the coordinates of a simulation. A cell is a price-list row under one override, one
 * index entry, one set of volume factors and one set of contracts; within it payment is linear in
 * the price. Cells point to values by position, so that values change without a new pass over rows.
 */

import type { Contract } from '../model/contract.ts';
import type { PriceRow } from '../model/price-list.ts';
import type { IndexEntry, PriceOverride, VolumeFactor } from '../model/scenario.ts';

/** Index, volume and contracts of one side (baseline or scenario), with the groups their payers may name. */
export interface Layer {
  readonly index: readonly IndexEntry[];
  readonly volume: readonly VolumeFactor[];
  readonly payerGroups: Readonly<Record<string, readonly string[]>>;
  readonly contracts: readonly Contract[];
}

/** Quantities that are not paid but that a contract looks at. */
export const MEASURES = ['patients', 'episodes', 'bed-days', 'cost'] as const;

export type Measure = (typeof MEASURES)[number];

export interface Cell {
  /** Position in the price list; -1 for a measure. */
  readonly row: number;
  /** Position in the overrides, -1 = none. */
  readonly override: number;
  /** Cluster of the typing columns; -1 for a measure. */
  readonly cluster: number;
  readonly measure: Measure | undefined;
  /** Contract measured, per position in the layer of `layer`; -1 for a price. */
  readonly contract: number;
  readonly layer: number;
  /** Per layer: entry of the index (-1 = none), set of volume factors, set of contracts. */
  readonly index: readonly number[];
  readonly volume: readonly number[];
  readonly atom: readonly number[];
}

/** Numbers distinct sets of positions; set 0 is the empty one. */
export class SetRegistry {
  readonly sets: number[][] = [[]];
  readonly #ids = new Map<string, number>([['', 0]]);

  idOf(positions: readonly number[]): number {
    const key = positions.join(',');
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.sets.length;
      this.#ids.set(key, id);
      this.sets.push([...positions]);
    }
    return id;
  }
}

/** All cells of a frame, each once. */
export class CellRegistry {
  readonly cells: Cell[] = [];
  readonly #ids = new Map<string, number>();

  idOf(cell: Cell): number {
    const key = JSON.stringify(cell);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.cells.length;
      this.#ids.set(key, id);
      this.cells.push(cell);
    }
    return id;
  }
}

/** Values that cells point to. */
export interface PriceValues {
  readonly rows: readonly PriceRow[];
  readonly overrides: readonly PriceOverride[];
  readonly layers: readonly Layer[];
  /** Per layer, the sets of volume factors. */
  readonly volumeSets: readonly (readonly (readonly number[])[])[];
}

/** Which layer's index and volume to apply; -1 = none. */
export interface Blocks {
  readonly index: number;
  readonly volume: number;
}

/** Cents for one unit of a cell's quantity; for a measure the volume factor alone. Not rounded. */
export function cellPrice(cell: Cell, values: PriceValues, blocks: Blocks): number {
  let volume = 1;
  if (blocks.volume >= 0) {
    const { volume: factors } = values.layers[blocks.volume]!;
    for (const position of values.volumeSets[blocks.volume]![cell.volume[blocks.volume]!]!) {
      volume *= factors[position]!.factor;
    }
  }
  if (cell.measure !== undefined) return volume;
  const entry = blocks.index >= 0 ? cell.index[blocks.index]! : -1;
  const index = entry >= 0 ? values.layers[blocks.index]!.index[entry]!.factor : 1;
  const override = cell.override >= 0 ? values.overrides[cell.override]! : undefined;
  const listed = values.rows[cell.row]!.amountCents;
  const amount = override === undefined ? listed : (override.amountCents ?? listed * override.factor!);
  return amount * index * volume;
}
