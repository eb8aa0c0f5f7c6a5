/** One episode under one side: its clusters, a line per price and stretch of days, and its contracts. */

import type { EpisodeSide, PaymentGap, PaymentLine } from '../model/patient-payment.ts';
import { isoFromDay } from '../table/day.ts';
import { type Cell, cellPrice, type PriceValues } from './cells.ts';
import type { Paid } from './pay-frame.ts';
import type { PreparedSide, PreparedSimulation } from './prepared.ts';
import { largestRemainder } from './rounding.ts';

/** A side of a run, paid. */
export interface EpisodePaying {
  readonly prepared: PreparedSimulation;
  readonly side: PreparedSide;
  readonly values: PriceValues;
  readonly paid: Paid;
}

interface Exact {
  readonly cell: Cell;
  readonly gross: number;
  readonly line: Omit<PaymentLine, 'cents'>;
}

/**
 * @param position of the row, in participant order
 * @param cents what the episode receives: lines and contracts are rounded to add up to it
 */
export function explainSide(of: EpisodePaying, position: number, cents: number): EpisodeSide {
  const { prepared, side } = of;
  const exact = linesOf(of, position);
  const adjustments = adjustmentsOf(of, position, exact);
  const rounded = largestRemainder(
    [...exact.map(({ gross }) => gross), ...adjustments.map((adjustment) => adjustment.exact)],
    cents,
  );
  const lines = exact.map(({ line }, i): PaymentLine => ({ ...line, cents: rounded[i]! }));
  const contracts = adjustments.map(({ contract }, i) => {
    const { payer, form } = of.values.layers[0]!.contracts[contract]!;
    return {
      payer,
      form,
      binding: of.paid.output.binding[contract]!,
      cents: rounded[exact.length + i]!,
    };
  });
  return {
    paidBy: 'prices',
    clusters: clustersOf(prepared, side, position),
    lines,
    gaps: gapsOf(prepared, side, position),
    contracts,
    grossCents: lines.reduce((sum, line) => sum + line.cents, 0),
    cents,
  };
}

function linesOf({ prepared, side, values, paid }: EpisodePaying, position: number): Exact[] {
  const { rows, clusters } = prepared;
  const { cells } = side.frame;
  const lines: Exact[] = [];
  for (let at = rows.rowStart[position]!; at < rows.rowStart[position + 1]!; at++) {
    const id = rows.cell[at]! - side.offset;
    const cell = cells[id];
    if (cell === undefined || cell.measure !== undefined) continue;
    const quantity = rows.quantity[at]!;
    const probability = rows.probability[at]!;
    const row = values.rows[cell.row]!;
    const override = cell.override < 0 ? undefined : values.overrides[cell.override]!;
    lines.push({
      cell,
      gross: probability * quantity * paid.prices[id]!,
      line: {
        cluster: clusters[cell.cluster]!,
        probability,
        unit: row.unit,
        from: isoFromDay(rows.from[at]!),
        until: isoFromDay(rows.until[at]! - 1),
        quantity,
        listRow: cell.row + 1,
        listedCents: row.amountCents,
        status: row.status,
        source: row.source,
        ...(row.published === undefined ? {} : { published: isoFromDay(row.published) }),
        ...(override === undefined ? {} : { override: instead(override) }),
        ...factorsOf(cell, values),
        priceCents: paid.prices[id]!,
      },
    });
  }
  return lines;
}

function instead({ amountCents, factor }: PriceValues['overrides'][number]) {
  return amountCents === undefined ? { factor: factor! } : { amountCents };
}

function factorsOf(cell: Cell, values: PriceValues): { index: number; volume: number } {
  const measure = { ...cell, measure: 'episodes' as const };
  const entry = cell.index[0]!;
  return {
    index: entry < 0 ? 1 : values.layers[0]!.index[entry]!.factor,
    volume: cellPrice(measure, values, { index: -1, volume: 0 }),
  };
}

/** Per contract that covers the episode, its part of what the contract adds or takes back. */
function adjustmentsOf(
  { side, paid }: EpisodePaying,
  position: number,
  lines: readonly Exact[],
): { contract: number; exact: number }[] {
  const atoms = side.frame.atoms[0]!;
  const { rowStart, atom, probability } = side.typed;
  const typed: { atom: number; episodes: number }[] = [];
  for (let at = rowStart[position]!; at < rowStart[position + 1]!; at++) {
    typed.push({ atom: atom[at]!, episodes: probability[at]! });
  }
  return paid.measures.flatMap((_, contract) => {
    const covers = (id: number): boolean => atoms[id]!.includes(contract);
    const under = [...atoms.keys()].filter(covers);
    const own = lines.filter(({ cell }) => covers(cell.atom[0]!));
    const first = typed.filter((one) => covers(one.atom));
    if (own.length === 0 && first.length === 0) return [];
    const all = under.reduce((sum, id) => sum + paid.gross[id]!, 0);
    if (all > 0) {
      const gross = own.reduce((sum, line) => sum + line.gross, 0);
      return [{ contract, exact: (paid.output.adjustments[contract]! * gross) / all }];
    }
    // Nothing was produced under the contract: what it pays goes by episodes.
    const episodes = under.reduce((sum, id) => sum + (side.frame.episodes[0]![id] ?? 0), 0);
    const share = first.reduce((sum, one) => sum + one.episodes, 0);
    return [{ contract, exact: episodes > 0 ? (paid.output.adjustments[contract]! * share) / episodes : 0 }];
  });
}

function clustersOf({ clusters }: PreparedSimulation, { typed }: PreparedSide, position: number) {
  const found: { cluster: string; probability: number }[] = [];
  for (let at = typed.rowStart[position]!; at < typed.rowStart[position + 1]!; at++) {
    found.push({ cluster: clusters[typed.cluster[at]!]!, probability: typed.probability[at]! });
  }
  return found;
}

function gapsOf(prepared: PreparedSimulation, side: PreparedSide, position: number): PaymentGap[] {
  const { rowStart, cluster, probability } = side.typed;
  const chance = new Map<number, number>();
  for (let at = rowStart[position]!; at < rowStart[position + 1]!; at++) {
    chance.set(cluster[at]!, probability[at]!);
  }
  return side.gaps
    .filter((gap) => gap.position === position)
    .map(({ cluster: k, unit, from, until }) => ({
      cluster: prepared.clusters[k]!,
      probability: chance.get(k) ?? 0,
      ...(unit === undefined ? {} : { unit }),
      days: until - from,
    }));
}
