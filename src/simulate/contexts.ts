/** Setting, payer and site of each row, numbered: what prices, volume factors and contracts look at. */

import type { CaseTable, TextColumn } from '../model/case-table.ts';
import { textColumn } from '../table/column-access.ts';

export interface Context {
  readonly setting: string;
  readonly payer: string;
  readonly site: string;
}

export interface Contexts {
  /** Per row of the table, a position in `list`. */
  readonly ofRow: Int32Array;
  readonly list: readonly Context[];
}

/** Blank and absent columns give "". */
export function contextsOf(table: CaseTable): Contexts {
  const [setting, payer, site] = ['setting', 'payer', 'site'].map((name) => textColumn(table, name));
  const settings = (setting?.words.length ?? 0) + 1;
  const payers = (payer?.words.length ?? 0) + 1;
  const ofRow = new Int32Array(table.n);
  const list: Context[] = [];
  const ids = new Map<number, number>();
  for (let row = 0; row < table.n; row++) {
    const s = (setting?.codes[row] ?? -1) + 1;
    const p = (payer?.codes[row] ?? -1) + 1;
    const l = (site?.codes[row] ?? -1) + 1;
    const key = s + settings * (p + payers * l);
    let id = ids.get(key);
    if (id === undefined) {
      id = list.length;
      ids.set(key, id);
      list.push({ setting: word(setting, s), payer: word(payer, p), site: word(site, l) });
    }
    ofRow[row] = id;
  }
  return { ofRow, list };
}

function word(column: TextColumn | undefined, position: number): string {
  return position === 0 ? '' : column!.words[position - 1]!;
}

/** Whether a payer named in a scenario (a code or a payer group) covers a row's payer; absent = all. */
export function coversPayer(
  named: string | undefined,
  payer: string,
  groups: Readonly<Record<string, readonly string[]>>,
): boolean {
  if (named === undefined || named === payer) return true;
  return Object.hasOwn(groups, named) && groups[named]!.includes(payer);
}
