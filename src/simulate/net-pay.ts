/** What contracts leave of each row's payment: the breakdown to single rows. It adds up to the net total. */

import { payPerRow } from './moments.ts';
import { atomRatios, type Paid } from './pay-frame.ts';
import type { PreparedSide, PreparedSimulation } from './prepared.ts';

/** Cents per participating row, not rounded: its gross as contracts scale it, plus its part of unpaid care. */
export function netPerRow(prepared: PreparedSimulation, side: PreparedSide, paid: Paid): Float64Array {
  const ratios = atomRatios(paid.gross, paid.output.net);
  const prices = new Float64Array(prepared.coordinates);
  for (const [id, cell] of side.frame.cells.entries()) {
    if (cell.measure === undefined) prices[side.offset + id] = paid.prices[id]! * ratios[cell.atom[0]!]!;
  }
  const net = payPerRow(prepared, prices);
  const perEpisode = paidWithoutProduction(side, paid);
  if (perEpisode.every((cents) => cents === 0)) return net;
  const { rowStart, atom, probability } = side.typed;
  for (let row = 0; row < net.length; row++) {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      net[row]! += perEpisode[atom[at]!]! * probability[at]!;
    }
  }
  return net;
}

/** Per atom, cents for each episode where a contract pays although nothing was produced. */
function paidWithoutProduction(side: PreparedSide, paid: Paid): Float64Array {
  return paid.output.net.map((cents, atom) => {
    const episodes = side.frame.episodes[0]![atom] ?? 0;
    return paid.gross[atom] === 0 && cents !== 0 && episodes > 0 ? cents / episodes : 0;
  });
}
