/** Clusters of the participating rows under one side's typing, gathered while rows are read. */

import { GrowingFloats, GrowingInts } from './grow.ts';
import type { TypedRows } from './prepared.ts';

export class TypedRowsBuilder {
  readonly #rowStart: number[] = [0];
  readonly #cluster = new GrowingInts();
  readonly #atom = new GrowingInts();
  readonly #probability = new GrowingFloats();

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
      rowStart: Int32Array.from(this.#rowStart),
      cluster: this.#cluster.done(),
      atom: this.#atom.done(),
      probability: this.#probability.done(),
    };
  }
}
