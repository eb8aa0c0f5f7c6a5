/**
 * The figures that vary together: payment per atom of each side, current revenue, and what
 * contracts measure. Each is a price vector over the joint coordinates, so the sums give their
 * means and covariances; the difference is a function of them.
 */

import type { Contract } from '../model/contract.ts';
import type { Cell } from './cells.ts';
import { type CareMeasures, NO_CARE } from './contracts/form-rule.ts';
import { formRule } from './contracts/forms.ts';
import { contractPipeline, type PipelineOutput, type Production } from './contracts/pipeline.ts';
import type { PricedColumns } from './pair-products.ts';
import { MEASURE_KEY, type Paid } from './pay-frame.ts';
import type { PreparedSide, PreparedSimulation } from './prepared.ts';

/** One side: the columns of its atoms and measures, and its contracts. */
export interface SideStatistics {
  readonly contracts: readonly Contract[];
  readonly pipeline: (production: Production) => PipelineOutput;
  /** Column of each atom. */
  readonly atomColumn: readonly number[];
  /** Per contract; these shares are held while the rest is drawn. */
  readonly insideCutOffs: readonly CareMeasures['insideCutOffs'][];
  readonly measureColumns: readonly {
    readonly contract: number;
    readonly key: (typeof MEASURE_KEY)[keyof typeof MEASURE_KEY];
    readonly column: number;
  }[];
}

export interface Statistics {
  /** Price vectors over the joint coordinates. */
  readonly columns: readonly Float64Array[];
  /** The same as one: a coordinate stands in one column at most. */
  readonly priced: PricedColumns;
  readonly mean: readonly number[];
  readonly side: SideStatistics;
  /** Undefined when the baseline is current revenue, which then has a column of its own. */
  readonly baseline: SideStatistics | undefined;
  readonly currentColumn: number;
}

export function statisticsOf(
  prepared: PreparedSimulation,
  paid: Paid,
  baselinePaid: Paid | undefined,
  contracts: readonly Contract[],
): Statistics {
  const columns: Float64Array[] = [];
  const price = new Float64Array(prepared.coordinates);
  const columnOf = new Int16Array(prepared.coordinates).fill(-1);
  const put = (column: number, coordinate: number, value: number): void => {
    columns[column]![coordinate] = value;
    price[coordinate] = value;
    columnOf[coordinate] = column;
  };
  const newColumn = (): number => columns.push(new Float64Array(prepared.coordinates)) - 1;
  const sideOf = (side: PreparedSide, from: Paid, own: readonly Contract[]): SideStatistics => {
    const atomColumn = columnsInOrder(side.frame.atoms[0]!.map(String), newColumn);
    const measures = new Map<string, SideStatistics['measureColumns'][number]>();
    const deciding = own.map((contract) => formRule(contract).needs(contract));
    const decides = ({ measure, contract }: Cell): boolean =>
      measure !== undefined && deciding[contract]!.includes(measure);
    const wanted = new Map(
      side.frame.cells.flatMap((cell) => (decides(cell) ? [[nameOf(cell), cell] as const] : [])),
    );
    for (const name of [...wanted.keys()].sort()) {
      const { contract, measure } = wanted.get(name)!;
      measures.set(name, { contract, key: MEASURE_KEY[measure!], column: newColumn() });
    }
    for (const [id, cell] of side.frame.cells.entries()) {
      if (cell.measure !== undefined && !decides(cell)) continue;
      const column =
        cell.measure === undefined ? atomColumn[cell.atom[0]!]! : measures.get(nameOf(cell))!.column;
      put(column, side.offset + id, from.prices[id]!);
    }
    const episodes = side.frame.atoms[0]!.map((_, atom) => side.frame.episodes[0]![atom] ?? 0);
    return {
      contracts: own,
      pipeline: contractPipeline({ contracts: own, atoms: side.frame.atoms[0]!, episodes }),
      atomColumn,
      insideCutOffs: from.measures.map(({ insideCutOffs }) => insideCutOffs),
      measureColumns: [...measures.values()],
    };
  };
  const side = sideOf(prepared.side, paid, contracts);
  const baseline =
    prepared.baselineSide && baselinePaid
      ? sideOf(prepared.baselineSide, baselinePaid, prepared.baselineSide.frame.spec.layers[0]!.contracts)
      : undefined;
  let currentColumn = -1;
  if (baseline === undefined) {
    currentColumn = newColumn();
    put(currentColumn, prepared.coordinates - 1, 1);
  }
  const { quantities } = prepared.sums;
  const mean = columns.map((column) => column.reduce((sum, price, j) => sum + price * quantities[j]!, 0));
  return {
    columns,
    priced: { size: columns.length, price, columnOf },
    mean,
    side,
    baseline,
    currentColumn,
  };
}

function nameOf({ contract, measure }: Cell): string {
  return `${contract} ${measure}`;
}

/** A column per key, made in order of the keys: draws must not depend on the order of rows. */
function columnsInOrder(keys: readonly string[], newColumn: () => number): number[] {
  const columns = new Array<number>(keys.length);
  for (const [at] of [...keys.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1))) columns[at] = newColumn();
  return columns;
}

/** Net payment per atom of one side for a draw of all statistics. Production below 0 counts as 0. */
export function netOfDraw(
  side: SideStatistics,
  draw: ArrayLike<number>,
): { gross: number[]; net: Float64Array } {
  const gross = side.atomColumn.map((column) => Math.max(0, draw[column]!));
  const measures = side.insideCutOffs.map((insideCutOffs) => ({ ...NO_CARE, insideCutOffs }));
  for (const { contract, key, column } of side.measureColumns) {
    measures[contract]![key] = Math.max(0, draw[column]!);
  }
  return { gross, net: side.pipeline({ gross, measures }).net };
}
