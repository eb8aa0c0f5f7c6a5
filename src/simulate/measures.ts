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

/** One measured quantity of one row. */
export type EmitMeasure = (row: number, cell: number, quantity: number) => void;

interface Wanted {
  readonly layer: number;
  readonly contract: number;
  readonly measure: Measure;
}

/** Cluster -> probability: what of a row is paid under a contract. */
type Covered = Map<number, number>;

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

  /** @throws Refusal `simulate-no-cost-column` when pay depends on cost and the file has none */
  constructor(reader: FrameReader, table: CaseTable, contexts: Contexts) {
    this.#reader = reader;
    this.#contexts = contexts;
    this.#cost = numberColumn(table, 'cost')?.values;
    this.#wanted = reader.spec.layers.flatMap(({ contracts }, layer) =>
      contracts.flatMap((contract, position) =>
        measuresOf(contract).map((measure) => ({ layer, contract: position, measure })),
      ),
    );
    if (this.#cost !== undefined) return;
    for (const contract of reader.spec.layers.flatMap(({ contracts }) => contracts)) {
      if (formRule(contract).needs(contract).includes('cost')) {
        throw refuse('simulate-no-cost-column', { form: contract.form });
      }
    }
  }

  /** Reads all rows of one patient. */
  read(rows: Int32Array, emit: EmitMeasure): void {
    if (this.#wanted.length === 0) return;
    const covered = [...rows].map((row) => this.#coverage(row));
    for (const wanted of this.#wanted) {
      const own = covered.map((layers) => layers[wanted.layer]![wanted.contract]!);
      if (wanted.measure === 'patients') this.#patients(rows, own, wanted, emit);
      else this.#perRow(rows, own, wanted, emit);
    }
  }

  /** Per layer and contract, what of the row is paid under it. */
  #coverage(row: number): Covered[][] {
    const { book, spec } = this.#reader;
    const found = spec.layers.map(({ contracts }) => contracts.map((): Covered => new Map()));
    this.#reader.read(
      row,
      (id, _quantity, probability) => {
        const cell = book.cells.cells[id]!;
        for (const [layer, atom] of cell.atom.entries()) {
          for (const contract of book.atoms[layer]!.sets[atom]!) {
            found[layer]![contract]!.set(cell.cluster, probability);
          }
        }
      },
      false,
    );
    return found;
  }

  /**
   * The chance that at least one row of the patient falls under the contract (1 unless the contract
   * covers some clusters only), divided over those rows so that groups add up.
   */
  #patients(rows: Int32Array, covered: readonly Covered[], wanted: Wanted, emit: EmitMeasure): void {
    const shares = covered.map((clusters) => Math.min(1, sum(clusters.values())));
    const total = sum(shares);
    if (total === 0) return;
    const chance = 1 - shares.reduce((none, share) => none * (1 - share), 1);
    for (const [i, clusters] of covered.entries()) {
      for (const [cluster, probability] of clusters) {
        emit(rows[i]!, this.#cell(rows[i]!, cluster, wanted), (chance * probability) / total);
      }
    }
  }

  #perRow(rows: Int32Array, covered: readonly Covered[], wanted: Wanted, emit: EmitMeasure): void {
    const { year } = this.#reader.spec.layers[wanted.layer]!.contracts[wanted.contract]!;
    for (const [i, clusters] of covered.entries()) {
      const row = rows[i]!;
      if (clusters.size === 0) continue;
      const value = this.#valueOf(row, wanted.measure) * this.#reader.shareOfDays(row, year);
      for (const [cluster, probability] of clusters) {
        if (value !== 0) emit(row, this.#cell(row, cluster, wanted), value * probability);
      }
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

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
