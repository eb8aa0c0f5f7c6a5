/**
 * The sums a simulation keeps: expected quantities, their cross-products over patients (sampling)
 * and within ratings (typing). Rows of one patient are added before they are multiplied, and rows
 * that share one rating are drawn together: leaving out either makes the variance too small.
 */

import { CrossProducts } from './cross-products.ts';
import type { Grouping } from './groups.ts';
import type { Participants } from './participants.ts';
import type { CompactRows, Sums } from './prepared.ts';

/**
 * @param coordinates number of coordinates
 * @param drawnCluster per coordinate the cluster whose probability decides it, -1 = not drawn
 */
export function sumsOf(
  rows: CompactRows,
  participants: Participants,
  groupings: readonly Grouping[],
  coordinates: number,
  drawnCluster: Int16Array,
): Sums {
  const byGroup = groupings.map(({ values }) => new Float64Array(values.length * coordinates));
  const quantities = new Float64Array(coordinates);
  const { cell, quantity, probability, rowStart } = rows;
  for (let row = 0; row + 1 < rowStart.length; row++) {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const expected = probability[at]! * quantity[at]!;
      quantities[cell[at]!]! += expected;
      for (const [g, grouping] of groupings.entries()) {
        byGroup[g]![grouping.ofPosition[row]! * coordinates + cell[at]!]! += expected;
      }
    }
  }
  return {
    quantities,
    byGroup,
    overPatients: patientProducts(rows, participants.patientStart, coordinates),
    typing: typingProducts(rows, participants.unitStart, coordinates, drawnCluster),
  };
}

function patientProducts(rows: CompactRows, patientStart: Int32Array, coordinates: number): CrossProducts {
  const products = new CrossProducts(coordinates);
  const gathered = new Gatherer(coordinates);
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    gathered.clear();
    const end = rows.rowStart[patientStart[patient + 1]!]!;
    for (let at = rows.rowStart[patientStart[patient]!]!; at < end; at++) {
      gathered.add(rows.cell[at]!, rows.probability[at]! * rows.quantity[at]!);
    }
    const { touched, count, value } = gathered;
    for (let a = 0; a < count; a++) {
      const i = touched[a]!;
      for (let b = 0; b <= a; b++) products.add(i, touched[b]!, value[i]! * value[touched[b]!]!);
    }
  }
  return products;
}

function typingProducts(
  rows: CompactRows,
  unitStart: Int32Array,
  coordinates: number,
  drawnCluster: Int16Array,
): CrossProducts {
  const products = new CrossProducts(coordinates);
  if (drawnCluster.every((cluster) => cluster < 0)) return products;
  const gathered = new Gatherer(coordinates);
  const chance = new Float64Array(coordinates);
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    gathered.clear();
    const end = rows.rowStart[unitStart[unit + 1]!]!;
    for (let at = rows.rowStart[unitStart[unit]!]!; at < end; at++) {
      const id = rows.cell[at]!;
      if (drawnCluster[id]! < 0) continue;
      gathered.add(id, rows.quantity[at]!);
      chance[id] = rows.probability[at]!;
    }
    const { touched, count, value } = gathered;
    for (let a = 0; a < count; a++) {
      const i = touched[a]!;
      for (let b = 0; b <= a; b++) {
        const j = touched[b]!;
        // One cluster is drawn: quantities of the same cluster come together, of others never.
        const together = drawnCluster[i] === drawnCluster[j] ? chance[i]! : 0;
        products.add(i, j, (together - chance[i]! * chance[j]!) * value[i]! * value[j]!);
      }
    }
  }
  return products;
}

/** Adds up a few coordinates out of many without clearing the rest. */
class Gatherer {
  readonly value: Float64Array;
  readonly touched: Int32Array;
  count = 0;
  readonly #seen: Uint8Array;

  constructor(size: number) {
    this.value = new Float64Array(size);
    this.touched = new Int32Array(size);
    this.#seen = new Uint8Array(size);
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) {
      this.value[this.touched[at]!] = 0;
      this.#seen[this.touched[at]!] = 0;
    }
    this.count = 0;
  }

  add(id: number, amount: number): void {
    if (this.#seen[id] === 0) {
      this.#seen[id] = 1;
      this.touched[this.count++] = id;
    }
    this.value[id]! += amount;
  }
}
