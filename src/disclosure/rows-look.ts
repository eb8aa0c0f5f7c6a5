/** The gate's questions answered by the rows themselves. */

import { type Cell, cellsOf } from './cells.ts';
import { crossProducts, type Deviation, designDeviations, deviationOf } from './centred.ts';
import { distinctValues, endsOf, fewOffEnd, topTwoShare } from './columns.ts';
import type { GateCategory, GateInput, GateNumbers, GateTable } from './gate-input.ts';
import { leverageOfPatients } from './leverage.ts';
import type { Amount, NumbersLook, Place } from './look.ts';
import { patientsIn } from './patients.ts';
import { FEWEST_IN_CELL, LARGEST_TOP_TWO } from './rules.ts';

export const ROWS_LOOK: NumbersLook = {
  distinct: (place, { values }, most) => distinctValues(values, rowsOf(place), most).length,
  fewestPerValue: ({ input, table: { rows } }, { values }) => {
    const patients = new Map<number, number[]>();
    for (const row of rows) {
      const own = patients.get(values[row]!);
      if (own === undefined) patients.set(values[row]!, [row]);
      else own.push(row);
    }
    return Math.min(...[...patients.values()].map((own) => patientsIn(input.patients, own)));
  },
  fewOffEnd: (place, { values }) => fewOffEnd(place.input.patients, rowsOf(place), values),
  topTwo: (place, { values }, amount) =>
    topTwoShare(place.input.patients, rowsOf(place), amountOf(amount, values, rowsOf(place))),
  sparsePair: ({ input: { patients }, table: { rows } }, one, other) => {
    const filled = rows.filter((row) => one.values[row] !== 0);
    if (filled.length > rows.length / 2) return false;
    if (rows.filter((row) => other.values[row] !== 0).length > rows.length / 2) return false;
    const both = filled.filter((row) => other.values[row] !== 0);
    if (both.length === 0) return false;
    const product = (row: number): number => Math.abs(one.values[row]! * other.values[row]!);
    return (
      patientsIn(patients, both) < FEWEST_IN_CELL || topTwoShare(patients, both, product) > LARGEST_TOP_TWO
    );
  },
  cells: ({ input, table: { rows } }, binary) => {
    const categories = [...input.categories, ...binary.map((column) => asCategory(column, rows))];
    return cellsOf(categories, rows).map((cell: Cell) => ({
      ...cell,
      patients: patientsIn(input.patients, cell.rows),
    }));
  },
  cross: ({ input, table }) => crossProducts(deviations(input, table), table.rows),
  topTwoLeft: ({ input, table }, at, others, slopes) => {
    const columns = deviations(input, table);
    const left: Deviation = (row) =>
      others.reduce((rest, other, j) => rest - slopes[j]! * columns[other]!(row), columns[at]!(row));
    return topTwoShare(input.patients, table.rows, (row) => left(row) ** 2);
  },
  heavy: ({ input, table }, inverse, limit) => {
    const shares = leverageOfPatients(input, table.rows, inverse);
    const heavy = new Set([...shares].filter(([, share]) => share > limit).map(([patient]) => patient));
    return { patients: heavy.size, has: (row) => heavy.has(input.patients[row]!) };
  },
};

function rowsOf({ table, cell }: Place): readonly number[] {
  return cell?.rows ?? table.rows;
}

function deviations(input: GateInput, { rows, responses }: GateTable): Deviation[] {
  return [...designDeviations(input, rows), ...responses.map((response) => deviationOf(response, rows))];
}

function amountOf(amount: Amount, values: Float64Array, rows: readonly number[]): (row: number) => number {
  switch (amount) {
    case 'size':
      return (row) => Math.abs(values[row]!);
    case 'square':
      return (row) => values[row]! ** 2;
    case 'spread': {
      const mean = rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
      return (row) => (values[row]! - mean) ** 2;
    }
    case 'above-low': {
      const [low] = endsOf(values, rows);
      return (row) => values[row]! - low;
    }
    case 'below-high': {
      const [, high] = endsOf(values, rows);
      return (row) => high - values[row]!;
    }
  }
}

/** A column of two values as levels, the lower first; the words only give them an order. */
function asCategory({ column, values }: GateNumbers, rows: readonly number[]): GateCategory {
  const [low] = endsOf(values, rows);
  return { column, codes: Int32Array.from(values, (value) => (value === low ? 0 : 1)), words: ['0', '1'] };
}
