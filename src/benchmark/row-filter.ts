/** Which episodes are compared: those with one of the values asked for in every column named. */

import { refuse } from '../issue/refusal.ts';
import type { RowFilter } from '../model/benchmark.ts';
import type { CaseTable } from '../model/case-table.ts';
import { numbersOf } from './design.ts';

/** @throws Refusal `unknown-filter-column`, `filter-nothing-left` where no row of the file is chosen */
export function filterOf(table: CaseTable, where: readonly RowFilter[]): (row: number) => boolean {
  if (where.length === 0) return () => true;
  const tests = where.map(({ column: name, values }) => {
    const column = table.columns.get(name);
    if (column === undefined) throw refuse('unknown-filter-column', { column: name });
    if (column.kind === 'text') {
      const wanted = new Set(values.map((value) => column.words.indexOf(value)).filter((code) => code >= 0));
      return (row: number) => wanted.has(column.codes[row]!);
    }
    const numbers = numbersOf(column)!;
    const wanted = new Set(values.filter((value) => value.trim() !== '').map(Number));
    return (row: number) => wanted.has(numbers[row]!);
  });
  const chosen = (row: number) => tests.every((test) => test(row));
  for (let row = 0; row < table.n; row++) if (chosen(row)) return chosen;
  throw refuse('filter-nothing-left', { columns: where.map(({ column }) => column).join(', ') });
}
