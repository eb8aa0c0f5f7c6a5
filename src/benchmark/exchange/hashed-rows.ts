/** Lines of keyed hashes as the rows of a contribution: who, which levels, which models; never a value. */

import type { GateCategory, GateNumbers } from '../../disclosure/gate-input.ts';
import { type LedgerTokens, shortToken } from '../../disclosure/ledger/release.ts';
import { refuse } from '../../issue/refusal.ts';
import type { MeasureName } from '../../model/benchmark.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { BenchmarkDesign } from '../../model/disclosure.ts';
import { RESPONSE_STATUSES } from '../../outcomes/classes.ts';
import { instrumentFilter } from '../../outcomes/instrument.ts';
import type { HashesFile } from '../../read/benchmark-sums.ts';
import type { DesignCovariate } from '../design.ts';
import { type LeftOut, measuresIn, modelsOf } from '../model-rows.ts';
import type { MemberRows } from './open-contribution.ts';

export interface HashedRows extends MemberRows {
  readonly tokens: LedgerTokens;
}

const LEFT_OUT: readonly string[] = ['other-instrument', 'not-chosen', 'outside-period'] satisfies LeftOut[];
/** Stands for a value that is there; nothing may be computed from it. */
const PRESENT = 1;

/**
 * @throws Refusal `sums-shape`; `hashes-without-patient`, `hashes-unwritable` with the number of lines;
 * `several-instruments`, `unknown-instrument`
 */
export function hashedRows({ name, n, columns }: HashesFile, design: BenchmarkDesign): HashedRows {
  const cells = (column: string): readonly string[] => {
    const found = columns.get(column);
    if (found === undefined) throw refuse('sums-shape', { name, column });
    return found;
  };
  const instrument = textOf(cells('instrument'));
  const table: CaseTable = {
    n,
    rows: Int32Array.from({ length: n }, (_, row) => row + 1),
    columns: new Map([['instrument', { kind: 'text', ...instrument }]]),
  };
  instrumentFilter(table, design.instrument);

  const numbered = design.adjust.filter(({ kind }) => kind === 'number');
  const leveled = design.adjust.filter(({ kind }) => kind === 'category');
  const hashes = new Map<string, readonly string[]>();
  const present = (column: string, place: string): GateNumbers => {
    const own = cells(place);
    hashes.set(place, own);
    return { column, values: Float64Array.from(own, (cell) => (cell === '' ? Number.NaN : PRESENT)) };
  };
  const numbers = numbered.map(({ column }, at) => present(column, `x${at}`));
  const categories = leveled.map(({ column }, at): GateCategory => ({ column, ...textOf(cells(`c${at}`)) }));
  const measures = (['outcome', 'duration', 'cost'] as const).filter((each) => columns.has(each));
  const responses = Object.fromEntries(measures.map((each) => [each, present(each, each).values])) as Partial<
    Record<MeasureName, Float64Array>
  >;
  const who = cells('patient');
  refuseUnreadable(who, hashes);
  const left = cells('left_out');
  if (left.some((cell) => cell !== '' && !LEFT_OUT.includes(cell)))
    throw refuse('sums-shape', { name, column: 'left_out' });
  const leftOut = (row: number): LeftOut | undefined =>
    left[row] === '' ? undefined : (left[row] as LeftOut);
  const outside = cells('outside_window');
  const isFilled = (row: number): boolean =>
    numbers.every(({ values }) => !Number.isNaN(values[row]!)) &&
    categories.every(({ codes }) => codes[row]! >= 0);
  const models = modelsOf(measures);
  const selections = new Map(
    models.map((model) => {
      const needs = measuresIn(model);
      const rows: number[] = [];
      for (let row = 0; row < n; row++) {
        if (left[row] !== '' || !isFilled(row)) continue;
        if (needs.every((each) => !Number.isNaN(responses[each]![row]!))) rows.push(row);
      }
      return [model, { rows: new Map([[0, rows]]), excluded: [] }] as const;
    }),
  );
  const covariates = design.adjust.map(
    ({ column, kind }): DesignCovariate =>
      kind === 'number'
        ? { kind, ...numbers.find((each) => each.column === column)! }
        : { kind, ...categories.find((each) => each.column === column)! },
  );
  const places = new Map<GateNumbers['values'], readonly string[]>([
    ...numbers.map(({ values }, at) => [values, cells(`x${at}`)] as const),
    ...measures.map((each) => [responses[each]!, cells(each)] as const),
  ]);
  return {
    found: {
      ...{ table, leftOut, responses, design: covariates, models, selections },
      outsideWindow: (row) => outside[row] === '1',
    },
    categories,
    numbers,
    statuses: statusesOf(cells('status'), name),
    patients: patientsOf(who, cells('turn')),
    hasChange: false,
    tokens: {
      who: (row) => tokenOf(who[row]!),
      value: (row, { values }) => tokenOf(places.get(values)![row]!),
    },
  };
}

/** The engine had no word for a patient or a value: what the ledger cannot tell apart may not leave. */
function refuseUnreadable(who: readonly string[], hashes: ReadonlyMap<string, readonly string[]>): void {
  const nobody = who.filter((cell) => cell === '').length;
  if (nobody > 0) throw refuse('hashes-without-patient', { n: nobody });
  for (const [column, cells] of hashes) {
    const unwritable = cells.filter((cell) => cell === 'x').length;
    if (unwritable > 0) throw refuse('hashes-unwritable', { n: unwritable, column });
  }
}

function textOf(cells: readonly string[]): { codes: Int32Array; words: string[] } {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === '') return -1;
    const known = codeOf.get(cell) ?? codeOf.size;
    codeOf.set(cell, known);
    return known;
  });
  return { codes, words: [...codeOf.keys()] };
}

/** Undefined where the table has no first measurement: then every cell is blank. */
function statusesOf(cells: readonly string[], name: string): Int8Array | undefined {
  if (cells.every((cell) => cell === '')) return undefined;
  const known: readonly string[] = RESPONSE_STATUSES;
  const statuses = Int8Array.from(cells, (cell) => known.indexOf(cell));
  if (statuses.includes(-1)) throw refuse('sums-shape', { name, column: 'status' });
  return statuses;
}

function patientsOf(who: readonly string[], turns: readonly string[]): MemberRows['patients'] {
  const { codes, words } = textOf(who);
  return { numbers: codes, names: words, turns: Int32Array.from(turns, Number) };
}

function tokenOf(digest: string): string {
  return shortToken(Buffer.from(digest, 'hex'));
}
