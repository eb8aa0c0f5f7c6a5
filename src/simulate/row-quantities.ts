/** Quantities of the rows of one patient under one frame: read once, for all that is made of them. */

import type { EmitCell, FrameReader } from './frame-reader.ts';

export class RowQuantities {
  /** Entries of row i of the patient are `rowStart[i]` to `rowStart[i + 1]`; what stands beyond is of earlier patients. */
  rowStart = new Int32Array(16);
  cell = new Int32Array(256);
  quantity = new Float64Array(256);
  probability = new Float64Array(256);
  /** Days over which the quantity falls, [from, until). */
  from = new Int32Array(256);
  until = new Int32Array(256);
  readonly #reader: FrameReader;
  #count = 0;

  constructor(reader: FrameReader) {
    this.#reader = reader;
  }

  /** @param eachRow told of a row's place before it is read */
  read(rows: Int32Array, eachRow?: (place: number) => void): void {
    if (rows.length >= this.rowStart.length) this.rowStart = new Int32Array(2 * rows.length);
    this.#count = 0;
    for (let i = 0; i < rows.length; i++) {
      eachRow?.(i);
      this.#reader.read(rows[i]!, this.#take);
      this.rowStart[i + 1] = this.#count;
    }
  }

  readonly #take: EmitCell = (cell, quantity, probability, from, until) => {
    const at = this.#count++;
    if (at === this.cell.length) this.#grow();
    this.cell[at] = cell;
    this.quantity[at] = quantity;
    this.probability[at] = probability;
    this.from[at] = from;
    this.until[at] = until;
  };

  #grow(): void {
    const size = 2 * this.cell.length;
    const ints = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(size);
      larger.set(old);
      return larger;
    };
    const floats = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(size);
      larger.set(old);
      return larger;
    };
    this.cell = ints(this.cell);
    this.quantity = floats(this.quantity);
    this.probability = floats(this.probability);
    this.from = ints(this.from);
    this.until = ints(this.until);
  }
}
