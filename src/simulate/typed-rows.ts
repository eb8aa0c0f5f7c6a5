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

  done(): TypedRows {
    return {
      rowStart: this.#rowStart.done(),
      cluster: this.#cluster.done(),
      atom: this.#atom.done(),
      probability: this.#probability.done(),
    };
  }
}
