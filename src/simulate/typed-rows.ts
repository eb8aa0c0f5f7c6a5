/** Clusters of the participating rows under one side's typing, gathered while rows are read. */

import { GrowingFloats, GrowingInts } from './grow.ts';
import type { TypedRows } from './prepared.ts';

export class TypedRowsBuilder {
  readonly #rowStart = new GrowingInts();
  readonly #cluster = new GrowingInts();
  readonly #atom = new GrowingInts();
  readonly #probability = new GrowingFloats();

  constructor() {
    this.#rowStart.push(0);
  }

  add(cluster: number, atom: number, probability: number): void {
    this.#cluster.push(cluster);
    this.#atom.push(atom);
    this.#probability.push(probability);
  }

  endRow(): void {
    this.#rowStart.push(this.#cluster.length);
  }

  /** Makes room for as much a row as there was so far, and a tenth more. */
  reserve(rows: number): void {
    const read = this.#rowStart.length - 1;
    this.#rowStart.reserve(rows + 1);
    const size = Math.ceil((1.1 * this.#cluster.length * rows) / read);
    for (const column of [this.#cluster, this.#atom, this.#probability]) column.reserve(size);
  }

  done(): TypedRows {
    return {
      rowStart: this.#rowStart.done(),
      cluster: this.#cluster.done(),
      atom: this.#atom.done(),
      probability: this.#probability.done(),
    };
  }
}
