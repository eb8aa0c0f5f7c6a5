/**
 * What an interval per cluster needs besides the sums of the whole. Payment in a cluster is a price
 * vector over that cluster's coordinates, so the products of the whole serve; current revenue is one
 * coordinate for all clusters and is split here, each row's over its clusters by their probabilities.
 */

import type { Participants } from './participants.ts';
import type { ClusterCurrent, CompactRows, TypedRows } from './prepared.ts';

/** Expected number of patients with an episode of each cluster; rows of one patient count up to one. */
export function patientsPerCluster(
  { patientStart }: Participants,
  { rowStart, cluster, probability }: TypedRows,
  clusters: number,
): Float64Array {
  const patients = new Float64Array(clusters);
  const chance = new Float64Array(clusters);
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    const from = rowStart[patientStart[patient]!]!;
    const until = rowStart[patientStart[patient + 1]!]!;
    for (let at = from; at < until; at++) chance[cluster[at]!]! += probability[at]!;
    for (let at = from; at < until; at++) {
      patients[cluster[at]!]! += Math.min(1, chance[cluster[at]!]!);
      chance[cluster[at]!] = 0;
    }
  }
  return patients;
}

/** What the split is made from; the last coordinate is current revenue. */
export interface ClusterCurrentInput {
  readonly rows: CompactRows;
  readonly participants: Participants;
  /** Of the scenario's side. */
  readonly typed: TypedRows;
  readonly clusters: number;
  readonly coordinates: number;
  /** Per coordinate the cluster whose probability decides it, -1 = not drawn. */
  readonly drawnCluster: Int16Array;
}

/** Products of each cluster's current revenue with every coordinate and with itself. */
export function clusterCurrent(input: ClusterCurrentInput): ClusterCurrent {
  const overPatients = productsOverPatients(input);
  const drawn = input.drawnCluster.some((cluster) => cluster >= 0);
  return { overPatients, typing: drawn ? productsWithinRatings(input) : emptyProducts(input) };
}

type Products = ClusterCurrent['overPatients'];

function emptyProducts({ clusters, coordinates }: ClusterCurrentInput): Products {
  return {
    withCoordinates: new Float64Array(clusters * coordinates),
    squares: new Float64Array(clusters),
  };
}

/** Current revenue of a row, cents: its last entry. */
function currentOf({ rowStart, quantity }: CompactRows, row: number): number {
  return quantity[rowStart[row + 1]! - 1]!;
}

/** Sum over patients of (current revenue in the cluster) x (quantity of the coordinate). */
function productsOverPatients(input: ClusterCurrentInput): Products {
  const { rows, participants, typed, clusters, coordinates } = input;
  const { patientStart } = participants;
  const { withCoordinates, squares } = emptyProducts(input);
  const current = new Float64Array(clusters);
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    const first = patientStart[patient]!;
    const last = patientStart[patient + 1]!;
    for (let row = first; row < last; row++) {
      const cents = currentOf(rows, row);
      for (let at = typed.rowStart[row]!; at < typed.rowStart[row + 1]!; at++) {
        current[typed.cluster[at]!]! += typed.probability[at]! * cents;
      }
    }
    for (let at = typed.rowStart[first]!; at < typed.rowStart[last]!; at++) {
      const cluster = typed.cluster[at]!;
      const cents = current[cluster]!;
      if (cents === 0) continue;
      current[cluster] = 0;
      squares[cluster]! += cents * cents;
      for (let entry = rows.rowStart[first]!; entry < rows.rowStart[last]!; entry++) {
        withCoordinates[cluster * coordinates + rows.cell[entry]!]! +=
          cents * rows.probability[entry]! * rows.quantity[entry]!;
      }
    }
  }
  return { withCoordinates, squares };
}

/**
 * The same as covariance within ratings: one cluster is drawn for all rows of a rating, so what one
 * cluster decides comes together and what two clusters decide never.
 */
function productsWithinRatings(input: ClusterCurrentInput): Products {
  const { rows, participants, typed, coordinates, drawnCluster } = input;
  const { unitStart } = participants;
  const { withCoordinates, squares } = emptyProducts(input);
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    const first = unitStart[unit]!;
    const last = unitStart[unit + 1]!;
    let cents = 0;
    for (let row = first; row < last; row++) cents += currentOf(rows, row);
    // Rows of one rating have the same clusters and probabilities.
    for (let at = typed.rowStart[first]!; at < typed.rowStart[first + 1]!; at++) {
      const cluster = typed.cluster[at]!;
      const chance = typed.probability[at]!;
      squares[cluster]! += chance * (1 - chance) * cents * cents;
      for (let entry = rows.rowStart[first]!; entry < rows.rowStart[last]!; entry++) {
        const other = drawnCluster[rows.cell[entry]!]!;
        if (other < 0) continue;
        const together = (other === cluster ? chance : 0) - chance * rows.probability[entry]!;
        withCoordinates[cluster * coordinates + rows.cell[entry]!]! +=
          together * cents * rows.quantity[entry]!;
      }
    }
  }
  return { withCoordinates, squares };
}
