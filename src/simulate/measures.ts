/**
 * What contracts look at besides payment: distinct patients, bed days, cost. They are coordinates
 * like any other, so that their sums, variances and covariances with payment come out of the same sums.
 */

import type { CaseTable } from '../model/case-table.ts';
import { numberColumn } from '../table/column-access.ts';
import type { Measure } from './cells.ts';
import type { Contexts } from './contexts.ts';
import { formRule } from './contracts/forms.ts';
import type { FrameReader } from './frame-reader.ts';

/** One measured quantity of one row. */
export type EmitMeasure = (row: number, cell: number, quantity: number) => void;

interface Wanted {
  readonly layer: number;
  readonly contract: number;
  readonly measure: Measure;
}

export class MeasureReader {
  readonly #reader: FrameReader;
  readonly #contexts: Contexts;
  readonly #cost: Float64Array | undefined;
  readonly #wanted: readonly Wanted[];

  constructor(reader: FrameReader, table: CaseTable, contexts: Contexts) {
    this.#reader = reader;
    this.#contexts = contexts;
    this.#cost = numberColumn(table, 'cost')?.values;
    this.#wanted = reader.spec.layers.flatMap(({ contracts }, layer) =>
      contracts.flatMap((contract, position) =>
        formRule(contract)
          .needs(contract)
          .map((measure) => ({ layer, contract: position, measure })),
      ),
    );
  }

  /** Reads all rows of one patient. */
  read(rows: Int32Array, emit: EmitMeasure): void {
    for (const wanted of this.#wanted) {
      const covered = [...rows].map((row) => ({ row, clusters: this.#coveredClusters(row, wanted) }));
      if (wanted.measure === 'patients') this.#patients(covered, wanted, emit);
      else this.#perRow(covered, wanted, emit);
    }
  }

  /** Clusters of a row that are paid under the contract, with their probabilities. */
  #coveredClusters(row: number, { layer, contract }: Wanted): Map<number, number> {
    const { book } = this.#reader;
    const found = new Map<number, number>();
    this.#reader.read(
      row,
      (id, _quantity, probability) => {
        const cell = book.cells.cells[id]!;
        if (book.atoms[layer]!.sets[cell.atom[layer]!]!.includes(contract))
          found.set(cell.cluster, probability);
      },
      false,
    );
    return found;
  }

  /**
   * The chance that at least one row of the patient falls under the contract (1 unless the contract
   * covers some clusters only), divided over those rows so that groups add up.
   */
  #patients(covered: readonly Covered[], wanted: Wanted, emit: EmitMeasure): void {
    const shares = covered.map(({ clusters }) => Math.min(1, sum(clusters.values())));
    const total = sum(shares);
    if (total === 0) return;
    const chance = 1 - shares.reduce((none, share) => none * (1 - share), 1);
    for (const { row, clusters } of covered) {
      for (const [cluster, probability] of clusters) {
        emit(row, this.#cell(row, cluster, wanted), (chance * probability) / total);
      }
    }
  }

  #perRow(covered: readonly Covered[], wanted: Wanted, emit: EmitMeasure): void {
    for (const { row, clusters } of covered) {
      const value =
        wanted.measure === 'bed-days' ? this.#reader.bedDaysOf(row) : (this.#cost?.[row] || 0) * 100;
      for (const [cluster, probability] of clusters) {
        if (value !== 0) emit(row, this.#cell(row, cluster, wanted), value * probability);
      }
    }
  }

  #cell(row: number, cluster: number, { layer, contract, measure }: Wanted): number {
    return this.#reader.book.measureCell(measure, layer, contract, cluster, this.#contexts.ofRow[row]!);
  }
}

interface Covered {
  readonly row: number;
  readonly clusters: ReadonlyMap<number, number>;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
