/**
 * Which column of an official table is what. The official headers are not public, so a column is
 * found by its name where that is clear, else by its content, and never by guessing between two.
 */

import type { Issue } from '../model/issue.ts';
import { answerCode, clusterNumber, itemNumber, plainWord } from './codes.ts';
import { parseDecimal, parseSeverity } from './parse-number.ts';
import type { ParsedTable } from './parsed-table.ts';

/** What a column can be; the words are those of the sentences and work as headers. */
export type ColumnRole =
  | 'vraag'
  | 'ernst'
  | 'vraag2'
  | 'ernst2'
  | 'antwoord'
  | 'zorgvraagtype'
  | 'coefficient'
  | 'constante'
  | 'hoofdgroep'
  | 'naam';

export interface ColumnMatch {
  /** Column index per role found. */
  readonly at: ReadonlyMap<ColumnRole, number>;
  readonly issues: readonly Issue[];
}

const SEVERITIES = 5;
const decimal = (cell: string) => Number.isFinite(parseDecimal(cell, cell.includes(',') ? ',' : '.'));
const item = (cell: string) => itemNumber(cell) !== undefined;
const severity = (cell: string) => parseSeverity(cell, SEVERITIES) >= 0;

/** Could a cell stand in such a column at all? Blank cells are asked only of columns that may be blank. */
const CONTENT: Record<ColumnRole, (cell: string) => boolean> = {
  vraag: item,
  ernst: severity,
  vraag2: item,
  ernst2: severity,
  antwoord: (cell) => answerCode(cell) !== undefined || severity(cell),
  zorgvraagtype: (cell) => clusterNumber(cell) !== undefined,
  coefficient: decimal,
  constante: decimal,
  hoofdgroep: (cell) => !/^\d+$/.test(cell),
  naam: (cell) => /\p{L}{3}/u.test(cell),
};

/** Two columns whose cells mean the same in every row are one column written twice. */
const MEANING: Record<ColumnRole, (cell: string) => string | number | undefined> = {
  vraag: itemNumber,
  vraag2: itemNumber,
  zorgvraagtype: clusterNumber,
  antwoord: answerCode,
  ernst: (cell) => parseSeverity(cell, SEVERITIES),
  ernst2: (cell) => parseSeverity(cell, SEVERITIES),
  coefficient: (cell) => parseDecimal(cell, cell.includes(',') ? ',' : '.'),
  constante: (cell) => parseDecimal(cell, cell.includes(',') ? ',' : '.'),
  hoofdgroep: (cell) => cell.toLowerCase(),
  naam: (cell) => cell,
};

/**
 * What a header says, after accents, case and signs are dropped. The order matters: `zvt_coefficient`
 * is a coefficient, `zorgvraagtype` is not a question, `antwoord_ernst` is a severity.
 */
const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['coefficient', /coeff?ici|coef$|gewicht|weight|beta/],
  ['constante', /constant|intercept/],
  ['hoofdgroep', /hoofdgroep|super/],
  ['naam', /naam$|omschrijving|beschrijving|name$|description|titel/],
  ['ernst2', /^(?=.*(ernst|severity))(?=.*(2|twee|second))/],
  ['ernst', /ernst|severity/],
  ['antwoord', /antwoord|answer/],
  ['zorgvraagtype', /zorgvraagtyp|zvt|zorgcluster|cluster|typ/],
  ['vraag2', /^(?=.*(vraag|item|question|hv))(?=.*(2|twee|second))/],
  ['vraag', /vraag|item|question|honos|^hv/],
];

/** Roles of which a red list has two. */
const PAIRS: readonly (readonly [ColumnRole, ColumnRole])[] = [
  ['vraag', 'vraag2'],
  ['ernst', 'ernst2'],
];

/** The role a header names, if any. */
export function roleOfHeader(header: string): ColumnRole | undefined {
  const word = plainWord(header);
  return NAMES.find(([, pattern]) => pattern.test(word))?.[0];
}

/**
 * Finds the columns of a table.
 * @param required roles the table must have; their content must fit in every row
 * @param optional roles it may have (`vraag2` and `ernst2` may have blank cells)
 */
export function matchColumns(
  table: ParsedTable,
  required: readonly ColumnRole[],
  optional: readonly ColumnRole[] = [],
): ColumnMatch {
  if (table.header.some((cell) => /^hv\s*\d+$/i.test(cell))) {
    return { at: new Map(), issues: [fault('rules-no-header', { file: table.name })] };
  }
  const wanted = [...required, ...optional];
  const at = new Map<ColumnRole, number>();
  const issues: Issue[] = [];
  const free = new Set(table.header.keys());
  const take = (role: ColumnRole, columns: readonly number[], mayBeAbsent: boolean) => {
    // A short and a long name: neither decides anything, so the first will do.
    if (columns.length === 1 || (role === 'naam' && columns.length > 1)) {
      at.set(role, columns[0]!);
      free.delete(columns[0]!);
    } else if (columns.length > 1) {
      const headers = columns.map((column) => table.header[column]!).join(', ');
      issues.push(fault('rules-role-ambiguous', { file: table.name, role, headers }));
      for (const column of columns) free.delete(column);
    } else if (!mayBeAbsent) {
      const headers = table.header.join(', ');
      issues.push(fault('rules-role-absent', { file: table.name, role, headers }));
    }
  };

  const byName = new Map<ColumnRole, number[]>();
  for (const [column, header] of table.header.entries()) {
    const role = roleOfHeader(header);
    if (role !== undefined) byName.set(role, [...(byName.get(role) ?? []), column]);
  }
  // A red list may say `vraag;ernst;vraag;ernst`: then the place tells first from second.
  for (const [first, second] of PAIRS) {
    const columns = byName.get(first) ?? [];
    if (!wanted.includes(second) || byName.has(second) || columns.length !== 2) continue;
    byName.set(first, [columns[0]!]).set(second, [columns[1]!]);
  }
  const unnamed: ColumnRole[] = [];
  for (const role of wanted) {
    const named = byName.get(role) ?? [];
    // Two columns of one name (`vraag code`, `vraag tekst`): the content may settle it.
    const fitting = named.length > 1 ? namedAlike(table, named, role) : named;
    if (fitting.length > 0) take(role, fitting, false);
    else unnamed.push(role);
  }
  // A column whose name says something else is not taken for what its content resembles; an answer
  // column with nothing but 0-4 is the exception, for it is the severity under another name.
  const answers = (byName.get('antwoord') ?? []).filter((column) => mostlyFits(table, column, 'ernst'));
  const noSeverity = unnamed.includes('ernst');
  for (const columns of byName.values()) for (const column of columns) free.delete(column);
  if (noSeverity) for (const column of answers) free.add(column);
  if (noSeverity && answers.length > 0) at.delete('antwoord');
  for (const role of unnamed) {
    const isOptional = optional.includes(role);
    take(role, isOptional ? [] : [...free].filter((column) => mostlyFits(table, column, role)), isOptional);
  }
  return { at, issues };
}

/** Of columns with one name those that hold such content; one of them where all say the same in every row. */
function namedAlike(table: ParsedTable, columns: readonly number[], role: ColumnRole): number[] {
  const fitting = columns.filter((column) => mostlyFits(table, column, role));
  const meaning = MEANING[role];
  const alike = table.rows.every((row) =>
    fitting.every((column) => meaning(row[column]!) === meaning(row[fitting[0]!]!)),
  );
  return alike ? fitting.slice(0, 1) : fitting;
}

/** Nine of ten filled cells fit: a few faults in a column must be reported in it, not hide it. */
function mostlyFits(table: ParsedTable, column: number, role: ColumnRole): boolean {
  const filled = table.rows.map((row) => row[column]!).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(CONTENT[role]).length >= 0.9 * filled.length;
}

function fault(code: string, params: NonNullable<Issue['params']>): Issue {
  return { code, severity: 'error', params };
}
