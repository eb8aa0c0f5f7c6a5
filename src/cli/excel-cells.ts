/**
 * Cells of the input as a Dutch spreadsheet reads them: with `--excel` a number column written with a
 * point gets the comma, or `12.5` would be opened as the twelfth of May. Texts and codes stay as they are.
 */

import { CASE_COLUMNS } from '../doors/score.ts';
import type { CaseReader } from '../index.ts';

/** One point, and not three digits behind it: nobody writes a thousand like that. */
const PLAIN = /^[+-]?(?:0?\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d+|0+\.\d+)$/;
const WITH_POINT = /^[+-]?\d*\.\d+$/;

/**
 * The change of one cell by its index in `reader.header`. The sign of a column that the command uses is
 * known once the first rows are there; of another only what can be nothing else is changed.
 */
export function excelCells(reader: CaseReader): (cell: string, index: number) => string {
  const numbers = new Map<number, string>();
  for (const [name, { index }] of reader.mapping.columns) {
    const kind = CASE_COLUMNS.find((column) => column.name === name)?.kind;
    if (kind === 'number' || kind === 'amount') numbers.set(index, name);
  }
  let signs: Readonly<Record<string, string>> | undefined;
  return (cell, index) => {
    const name = numbers.get(index);
    if (name === undefined || !cell.includes('.')) return cell;
    const text = cell.trim();
    signs ??= reader.report().format.decimals;
    const sign = signs[name];
    const isPoint = sign === '.' ? WITH_POINT.test(text) : sign === undefined && PLAIN.test(text);
    return isPoint ? text.replace('.', ',') : cell;
  };
}
