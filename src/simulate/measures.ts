/**
 * What contracts look at besides payment: distinct patients, episodes, bed days, cost. They are
 * coordinates like any other, so that their sums, variances and covariances with payment come out of
 * the same sums. An episode counts for the share of its days that falls in the period and in the
 * contract's year.
 */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import type { Contract } from '../model/contract.ts';
import { numberColumn } from '../table/column-access.ts';
import type { Measure } from './cells.ts';
import type { Contexts } from './contexts.ts';
import { formRule } from './contracts/forms.ts';
import type { FrameReader } from './frame-reader.ts';
import type { RowQuantities } from './row-quantities.ts';

/** One measured quantity of one row, by its place among the rows of the patient. */
export type EmitMeasure = (place: number, cell: number, quantity: number) => void;

interface Wanted {
  readonly layer: number;
  readonly contract: number;
  readonly measure: Measure;
  /** Its contract, counted over all layers. */
  readonly slot: number;
}

/** What of a row is paid under a contract: its clusters, each once, and their probabilities. */
class Covered {
  count = 0;
  cluster = new Int32Array(32);
  probability = new Float64Array(32);

  /** Cells of one cluster come one after the other. */
  add(cluster: number, probability: number): void {
    if (this.count > 0 && this.cluster[this.count - 1] === cluster) return;
    if (this.count === this.cluster.length) {
      const [clusters, chances] = [this.cluster, this.probability];
      this.cluster = new Int32Array(2 * this.count);
      this.cluster.set(clusters);
      this.probability = new Float64Array(2 * this.count);
      this.probability.set(chances);
    }
    this.cluster[this.count] = cluster;
    this.probability[this.count++] = probability;
  }

  sum(): number {
    let total = 0;
    for (let i = 0; i < this.count; i++) total += this.probability[i]!;
    return total;
  }
}

/** What decides pay under a contract, and what is told about it besides: patients, the cost of care above a ceiling. */
export function measuresOf(contract: Contract): Measure[] {
  const told: Measure[] = ['patients'];
  if (contract.form === 'revenue-cap' && contract.dutyToContinue === true) told.push('cost');
  return [...new Set([...formRule(contract).needs(contract), ...told])];
}

export class MeasureReader {
  readonly #reader: FrameReader;
  readonly #contexts: Contexts;
  readonly #cost: Float64Array | undefined;
  readonly #wanted: readonly Wanted[];
  /** Contracts of all layers in one row: where each layer starts, and how many there are. */
  readonly #firstSlot: readonly number[];
  readonly #slots: number;
  /** Per row of the patient at hand and contract; used again for the next patient. */
  readonly #covered: Covered[][] = [];

  /** @throws Refusal `simulate-no-cost-column` when pay depends on cost and the file has none */
  constructor(reader: FrameReader, table: CaseTable, contexts: Contexts) {
    this.#reader = reader;
    this.#contexts = contexts;
    this.#cost = numberColumn(table, 'cost')?.values;
    const { layers } = reader.spec;
    this.#firstSlot = layers.map((_, layer) =>
      layers.slice(0, layer).reduce((count, { contracts }) => count + contracts.length, 0),
    );
    this.#slots = layers.reduce((count, { contracts }) => count + contracts.length, 0);
    this.#wanted = layers.flatMap(({ contracts }, layer) =>
      contracts.flatMap((contract, position) => {
        const slot = this.#firstSlot[layer]! + position;
        return measuresOf(contract).map((measure) => ({ layer, contract: position, measure, slot }));
      }),
    );
    if (this.#cost !== undefined) return;
    for (const contract of reader.spec.layers.flatMap(({ contracts }) => contracts)) {
      if (formRule(contract).needs(contract).includes('cost')) {
        throw refuse('simulate-no-cost-column', { form: contract.form });
      }
    }
  }

  /** Reads the quantities of all rows of one patient. */
  read(rows: Int32Array, quantities: RowQuantities, emit: EmitMeasure): void {
    if (this.#wanted.length === 0) return;
    for (let i = 0; i < rows.length; i++) this.#coverage(i, quantities);
    for (const wanted of this.#wanted) {
      const { slot } = wanted;
      if (wanted.measure === 'patients') this.#patients(rows, slot, wanted, emit);
      else this.#perRow(rows, slot, wanted, emit);
    }
  }

  /** Per contract, what of a row is paid under it. */
  #coverage(i: number, { rowStart, cell, probability }: RowQuantities): void {
    const { book } = this.#reader;
    let own = this.#covered[i];
    if (own === undefined) {
      own = Array.from({ length: this.#slots }, () => new Covered());
      this.#covered.push(own);
    }
    for (const each of own) each.count = 0;
    for (let at = rowStart[i]!; at < rowStart[i + 1]!; at++) {
      const { atom, cluster } = book.cells.cells[cell[at]!]!;
      for (let layer = 0; layer < atom.length; layer++) {
        for (const contract of book.atoms[layer]!.sets[atom[layer]!]!) {
          own[this.#firstSlot[layer]! + contract]!.add(cluster, probability[at]!);
        }
      }
    }
  }

  /**
   * The chance that at least one row of the patient falls under the contract (1 unless the contract
   * covers some clusters only), divided over those rows so that groups add up.
   */
  #patients(rows: Int32Array, slot: number, wanted: Wanted, emit: EmitMeasure): void {
    let total = 0;
    let none = 1;
    for (let i = 0; i < rows.length; i++) {
      const share = Math.min(1, this.#covered[i]![slot]!.sum());
      total += share;
      none *= 1 - share;
    }
    if (total === 0) return;
    const chance = 1 - none;
    for (let i = 0; i < rows.length; i++) {
      const { count, cluster, probability } = this.#covered[i]![slot]!;
      for (let c = 0; c < count; c++) {
        emit(i, this.#cell(rows[i]!, cluster[c]!, wanted), (chance * probability[c]!) / total);
      }
    }
  }

  #perRow(rows: Int32Array, slot: number, wanted: Wanted, emit: EmitMeasure): void {
    const { year } = this.#reader.spec.layers[wanted.layer]!.contracts[wanted.contract]!;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const { count, cluster, probability } = this.#covered[i]![slot]!;
      if (count === 0) continue;
      const value = this.#valueOf(row, wanted.measure) * this.#reader.shareOfDays(row, year);
      if (value === 0) continue;
      for (let c = 0; c < count; c++) emit(i, this.#cell(row, cluster[c]!, wanted), value * probability[c]!);
    }
  }

  #valueOf(row: number, measure: Measure): number {
    if (measure === 'episodes') return 1;
    return measure === 'bed-days' ? this.#reader.bedDaysOf(row) : (this.#cost?.[row] || 0) * 100;
  }

  #cell(row: number, cluster: number, { layer, contract, measure }: Wanted): number {
    return this.#reader.book.measureCell(measure, layer, contract, cluster, this.#contexts.ofRow[row]!);
  }
}
