/**
 * Columns to adjust for: those of a fixed list that the file has, since the values of any other column
 * might name an institution. Levels with fewer than ten episodes are merged, so that no term of the model
 * is about a handful of patients.
 */

import { asNumbers, type CaseTable, type Column, type Covariate, type TextColumn } from '../../src/index.ts';
import type { CaseMixOption } from '../../views/benchmark-model.ts';

/** Per factor the headers it is known by, in order of preference. */
const FACTORS = {
  age: ['age', 'leeftijd'],
  sex: ['sex', 'geslacht', 'gender'],
  pre: ['pre'],
  diagnosis: ['diagnosis'],
  chosen_cluster: ['chosen_cluster'],
  supercluster: ['supercluster'],
  setting: ['setting'],
  education: ['education', 'opleiding', 'opleidingsniveau'],
  comorbidity: ['comorbidity', 'comorbiditeit'],
  ses: ['ses', 'sociaaleconomische status'],
} as const satisfies Record<CaseMixOption['factor'], readonly string[]>;
type Factor = CaseMixOption['factor'];
const PROPOSED: readonly Factor[] = ['age', 'sex', 'pre', 'diagnosis'];

/** A column blank more often than this leaves too many episodes out to be proposed. */
const LEAST_FILLED = 0.8;
const FEWEST_EPISODES = 10;
const MOST_LEVELS = 40;

type WhyNot = NonNullable<CaseMixOption['whyNot']>;

export interface CaseMix {
  readonly options: readonly CaseMixOption[];
  readonly adjust: readonly Covariate[];
  /** Columns that would be ticked unasked. */
  readonly proposed: readonly string[];
  /** Columns of `adjust` as the models see them. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Columns of which levels were merged. */
  readonly merged: readonly string[];
}

/**
 * @param table the rows of the selection
 * @param compared 1 per row that has what members are compared on
 * @param asked columns asked for; undefined = the proposal
 * @param other the word for merged levels
 */
export function caseMixOf(
  table: CaseTable,
  compared: Uint8Array,
  asked: readonly string[] | undefined,
  other: string,
): CaseMix {
  const options: CaseMixOption[] = [];
  const columns = new Map<string, Column>();
  const merged: string[] = [];
  const adjust: Covariate[] = [];
  const proposal: string[] = [];
  for (const [factor, column, name] of present(table)) {
    const category = factor === 'chosen_cluster' || !isNumeric(column);
    const fit = category ? mergeRare(asText(column), compared, other) : { column, merged: false };
    const whyNot = whyNotOf(fit.column, compared, category);
    const filled = filledShare(column, compared);
    const proposed = whyNot === undefined && PROPOSED.includes(factor) && filled >= LEAST_FILLED;
    if (proposed) proposal.push(name);
    const ticked = whyNot === undefined && (asked === undefined ? proposed : asked.includes(name));
    options.push({ factor, column: name, ticked, filled, ...(whyNot === undefined ? {} : { whyNot }) });
    if (!ticked) continue;
    adjust.push({ column: name, kind: category ? 'category' : 'auto' });
    columns.set(name, fit.column);
    if (fit.merged) merged.push(name);
  }
  return { options, adjust, proposed: proposal, columns, merged };
}

/** Columns that any case mix may use. */
export function caseMixColumns(table: CaseTable): string[] {
  return present(table).map(([, , name]) => name);
}

function present(table: CaseTable): (readonly [Factor, Column, string])[] {
  const headers = [...table.columns.keys()];
  const found = (Object.keys(FACTORS) as Factor[]).flatMap((factor) => {
    const names: readonly string[] = FACTORS[factor];
    const header = headers.find((each) => names.includes(each.toLowerCase()));
    return header === undefined ? [] : [[factor, table.columns.get(header)!, header] as const];
  });
  // The supercluster follows from the cluster: together they say one thing twice.
  const clusters = found.some(([factor]) => factor === 'chosen_cluster');
  return found.filter(([factor]) => factor !== 'supercluster' || !clusters);
}

function isNumeric(column: Column): boolean {
  return column.kind === 'text' ? asNumbers(column) !== undefined : true;
}

function asText(column: Column): TextColumn {
  if (column.kind !== 'text') throw new TypeError('Only a text column has levels');
  return column;
}

function isBlank(column: Column, row: number): boolean {
  return column.kind === 'text' ? column.codes[row]! < 0 : Number.isNaN(valueAt(column, row));
}

function valueAt(column: Exclude<Column, TextColumn>, row: number): number {
  const value = column.values[row]!;
  const blank = column.kind === 'rating' ? value < 0 : column.kind === 'day' && value === -2147483648;
  return blank ? Number.NaN : value;
}

function filledShare(column: Column, compared: Uint8Array): number {
  let n = 0;
  let filled = 0;
  for (let row = 0; row < compared.length; row += 1) {
    if (compared[row] === 0) continue;
    n += 1;
    if (!isBlank(column, row)) filled += 1;
  }
  return n === 0 ? 1 : filled / n;
}

function whyNotOf(column: Column, compared: Uint8Array, category: boolean): WhyNot | undefined {
  const seen = new Set<number>();
  for (let row = 0; row < compared.length; row += 1) {
    if (compared[row] === 0 || isBlank(column, row)) continue;
    seen.add(column.kind === 'text' ? column.codes[row]! : valueAt(column, row));
    if (!category && seen.size > 1) return undefined;
  }
  if (seen.size === 1) return 'constant';
  return seen.size > MOST_LEVELS ? 'too-many-levels' : undefined;
}

/** Levels with too few compared episodes become one; that one is filled up with the next smallest if need be. */
function mergeRare(
  column: TextColumn,
  compared: Uint8Array,
  other: string,
): { readonly column: TextColumn; readonly merged: boolean } {
  const counts = new Float64Array(column.words.length);
  for (let row = 0; row < compared.length; row += 1) {
    const code = column.codes[row]!;
    if (code >= 0 && compared[row] === 1) counts[code]! += 1;
  }
  const used = new Set(column.codes.filter((code) => code >= 0));
  const bySize = [...used].sort((a, b) => counts[a]! - counts[b]! || a - b);
  const rare = new Set<number>();
  let together = 0;
  for (const code of bySize) {
    if (counts[code]! >= FEWEST_EPISODES && (rare.size === 0 || together >= FEWEST_EPISODES)) break;
    rare.add(code);
    together += counts[code]!;
  }
  if (rare.size === 0) return { column, merged: false };
  const words = [...column.words, other];
  const codes = column.codes.map((code) => (rare.has(code) ? words.length - 1 : code));
  return { column: { kind: 'text', codes, words }, merged: true };
}
