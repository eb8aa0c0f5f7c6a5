/** Payment after contracts per group and per cluster: gross scaled as the contracts scaled its atoms. */

import { atomRatios, type Paid } from './pay-frame.ts';
import type { PreparedSide, PreparedSimulation } from './prepared.ts';

/** What one part received: its gross under each atom scaled, plus its episodes' share of unpaid atoms. */
function netOfPart(
  side: PreparedSide,
  paid: Paid,
  ratios: Float64Array,
  quantityOf: (cell: number) => number,
  episodes: readonly number[],
): number {
  let net = 0;
  for (const [id, cell] of side.frame.cells.entries()) {
    if (cell.measure !== undefined) continue;
    net += quantityOf(id) * paid.prices[id]! * ratios[cell.atom[0]!]!;
  }
  for (const [atom, amount] of paid.output.net.entries()) {
    const all = side.frame.episodes[0]![atom] ?? 0;
    if (paid.gross[atom] === 0 && amount !== 0 && all > 0) net += (amount * (episodes[atom] ?? 0)) / all;
  }
  return net;
}

/** Cents per group of a grouping, not rounded. */
export function netByGroup(
  prepared: PreparedSimulation,
  side: PreparedSide,
  paid: Paid,
  grouping: number,
): number[] {
  const ratios = atomRatios(paid.gross, paid.output.net);
  const sums = prepared.sums.byGroup[grouping]!;
  return prepared.groupings[grouping]!.values.map((_, group) => {
    const at = group * prepared.coordinates + side.offset;
    return netOfPart(side, paid, ratios, (id) => sums[at + id]!, side.counts.byGroup[grouping]![group]!);
  });
}

/** Cents per cluster of the typing columns, not rounded. */
export function netByCluster(prepared: PreparedSimulation, side: PreparedSide, paid: Paid): number[] {
  const ratios = atomRatios(paid.gross, paid.output.net);
  const { quantities } = prepared.sums;
  return prepared.clusters.map((_, cluster) =>
    netOfPart(
      side,
      paid,
      ratios,
      (id) => (side.frame.cells[id]!.cluster === cluster ? quantities[side.offset + id]! : 0),
      side.counts.byCluster[cluster]!,
    ),
  );
}
