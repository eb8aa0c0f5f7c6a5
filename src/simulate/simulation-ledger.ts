/** The ledger of a prepared simulation: its cells with their factors, and its contracts in order. */

import type { LedgerLine, SimulationLedger } from '../model/ledger.ts';
import { cellPrice, type PriceValues } from './cells.ts';
import { pipelineOrder } from './contracts/pipeline.ts';
import { insideCutOffs } from './inside-cut-offs.ts';
import { payFrame } from './pay-frame.ts';
import type { FrameCells, PreparedSimulation } from './prepared.ts';
import { frameValues } from './values.ts';

export function simulationLedger(prepared: PreparedSimulation): SimulationLedger {
  const { side, baselineSide, sums } = prepared;
  const blocks = { index: 0, volume: 0, contracts: 0 };
  const pay = (frame: FrameCells, values: PriceValues, offset: number) =>
    payFrame(frame, sums.quantities.subarray(offset), values, blocks, inside(prepared, values, offset));
  const values = frameValues(prepared, side.frame, {}, true, 0);
  const paid = pay(side.frame, values, side.offset);
  const order = pipelineOrder(values.layers[0]!.contracts);
  const ofContract = new Map(order.map((contract, place) => [contract, place]));
  return {
    prices: values.rows,
    lines: lines(prepared, values),
    parts: side.frame.atoms[0]!.map((contracts, atom) => ({
      contracts: contracts.map((contract) => ofContract.get(contract)!),
      episodes: side.frame.episodes[0]![atom] ?? 0,
    })),
    contracts: order.map((position) => {
      const { patients, episodes, bedDays, costCents, insideCutOffs: shares } = paid.measures[position]!;
      const contract = values.layers[0]!.contracts[position]!;
      const inside = { insidePatients: shares.patients, insideProduction: shares.production };
      return { contract, patients, episodes, bedDays, costCents, ...inside };
    }),
    baselineCents:
      baselineSide === undefined
        ? sums.quantities[prepared.coordinates - 1]!
        : pay(
            baselineSide.frame,
            frameValues(prepared, baselineSide.frame, {}, false, -1),
            baselineSide.offset,
          ).netCents,
    scenarioCents: paid.netCents,
  };
}

function inside(prepared: PreparedSimulation, values: PriceValues, offset: number) {
  const { side, baselineSide } = prepared;
  return insideCutOffs(prepared, offset === side.offset ? side : baselineSide!, values);
}

function lines({ side, sums, clusters }: PreparedSimulation, values: PriceValues): LedgerLine[] {
  const unit: PriceValues = {
    ...values,
    rows: values.rows.map((row) => ({ ...row, amountCents: 1 })),
    overrides: [],
  };
  return side.frame.cells.flatMap((cell, id): LedgerLine[] => {
    if (cell.measure !== undefined) return [];
    const bare = { ...cell, override: -1 };
    const override = cell.override < 0 ? undefined : values.overrides[cell.override]!;
    return [
      {
        row: cell.row,
        cluster: clusters[cell.cluster]!,
        quantity: sums.quantities[side.offset + id]!,
        volumeFactor: cellPrice(bare, unit, { index: -1, volume: 0 }),
        indexFactor: cellPrice(bare, unit, { index: 0, volume: -1 }),
        ...(override?.amountCents === undefined ? {} : { overrideCents: override.amountCents }),
        ...(override?.amountCents !== undefined || override?.factor === undefined
          ? {}
          : { overrideFactor: override.factor }),
        part: cell.atom[0]!,
      },
    ];
  });
}
