/** The list of cases behind the cluster page: filters from the address, one page of rows at a time. */

import { type CaseTable, DEFAULT_LOW_CERTAINTY, SCORE_STATUSES, type TextColumn } from '../src/index.ts';
import type { CaseFilter, CaseLine } from '../views/pages/cases.tsx';
import type { Sorting } from '../views/parts/sort-head.tsx';
import type { Loaded } from './workspace.ts';

const PAGE_ROWS = 50;

function text(table: CaseTable, name: string): TextColumn | undefined {
  const column = table.columns.get(name);
  return column?.kind === 'text' ? column : undefined;
}

function at(column: TextColumn | undefined, row: number): string {
  return column === undefined ? '' : (column.words[column.codes[row]!] ?? '');
}

/** Indexes of the rows that pass; filters that name nothing known let nothing pass. */
function passing({ table, scores, book }: Loaded, filter: CaseFilter): number[] {
  const width = book.clusters.length;
  const cluster = book.clusters.findIndex((each) => each.code === filter.cluster);
  const status = (SCORE_STATUSES as readonly string[]).indexOf(filter.status);
  const team = text(table, 'team');
  const teamCode = team?.words.indexOf(filter.team) ?? -1;
  const chosen = text(table, 'chosen_cluster');
  const rows: number[] = [];
  for (let row = 0; row < table.n; row += 1) {
    const advised = scores.advised[row]!;
    // A code that no rule set knows is advised to nobody; without advice is not a cluster.
    if (filter.cluster !== '' && (cluster < 0 || advised !== cluster)) continue;
    if (filter.status !== '' && scores.status[row] !== status) continue;
    if (filter.team !== '' && team?.codes[row] !== teamCode) continue;
    if (
      filter.only === 'low' &&
      (advised < 0 || scores.probabilities[row * width + advised]! >= DEFAULT_LOW_CERTAINTY)
    ) {
      continue;
    }
    if (filter.only === 'differs') {
      const own = at(chosen, row);
      if (own === '' || advised < 0 || own === book.clusters[advised]!.code) continue;
    }
    rows.push(row);
  }
  return rows;
}

/** Blank values last either way; what is equal stays in the order of the file. */
function inOrder({ table, scores, book }: Loaded, rows: readonly number[], { by, down }: Sorting): number[] {
  const code = (index: number): string => (index < 0 ? '' : book.clusters[index]!.code);
  const advised = (row: number) => scores.advised[row]!;
  const words: Partial<Record<string, (row: number) => string>> = {
    patient: (row) => at(text(table, 'patient'), row),
    supercluster: (row) =>
      advised(row) < 0 ? at(text(table, 'supercluster'), row) : book.clusters[advised(row)]!.supercluster,
    advised: (row) => code(advised(row)),
    second: (row) => code(scores.second[row]!),
    chosen: (row) => at(text(table, 'chosen_cluster'), row),
    status: (row) => SCORE_STATUSES[scores.status[row]!]!,
  };
  const width = book.clusters.length;
  const number = (row: number): number =>
    by === 'probability'
      ? advised(row) < 0
        ? Number.NaN
        : scores.probabilities[row * width + advised(row)]!
      : table.rows[row]!;
  const word = words[by];
  const sign = down ? -1 : 1;
  const compare = new Intl.Collator('nl', { numeric: true }).compare;
  const keyed = rows.map((row) => ({
    row,
    text: word?.(row) ?? '',
    value: word === undefined ? number(row) : 0,
  }));
  const blank = (each: (typeof keyed)[number]) =>
    word === undefined ? Number.isNaN(each.value) : each.text === '';
  return keyed
    .sort(
      (a, b) =>
        Number(blank(a)) - Number(blank(b)) ||
        sign * (word === undefined ? a.value - b.value || 0 : compare(a.text, b.text)) ||
        a.row - b.row,
    )
    .map(({ row }) => row);
}

export interface CasePage {
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly CaseLine[];
}

/** @param page counted from 1; outside the list it is moved to the nearest page */
export function caseList(loaded: Loaded, filter: CaseFilter, page: number, sorting?: Sorting): CasePage {
  const found = loaded.memo(`cases ${JSON.stringify(filter)}`, () => passing(loaded, filter));
  const rows =
    sorting === undefined
      ? found
      : loaded.memo(`cases ${JSON.stringify([filter, sorting])}`, () => inOrder(loaded, found, sorting));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const shown = Math.min(Math.max(1, page), pages);
  const { table, scores, book } = loaded;
  const code = (index: number): string => (index < 0 ? '' : book.clusters[index]!.code);
  const lines = rows.slice((shown - 1) * PAGE_ROWS, shown * PAGE_ROWS).map((row): CaseLine => {
    const advised = scores.advised[row]!;
    const chosen = at(text(table, 'chosen_cluster'), row);
    return {
      row: table.rows[row]!,
      patient: at(text(table, 'patient'), row),
      supercluster: advised < 0 ? at(text(table, 'supercluster'), row) : book.clusters[advised]!.supercluster,
      advised: code(advised),
      ...(advised < 0 ? {} : { probability: scores.probabilities[row * book.clusters.length + advised]! }),
      second: code(scores.second[row]!),
      chosen,
      status: SCORE_STATUSES[scores.status[row]!]!,
    };
  });
  return { found: rows.length, page: shown, pages, lines };
}
