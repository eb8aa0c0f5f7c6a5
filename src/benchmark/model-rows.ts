/** Which rows enter which model, per member; every row that stays out is counted with its reason. */

import { refuse } from '../issue/refusal.ts';
import type { BenchmarkOptions, Exclusion, MeasureName, ModelName } from '../model/benchmark.ts';
import type { CaseTable, TextColumn } from '../model/case-table.ts';
import { instrumentFilter } from '../outcomes/instrument.ts';
import { withinWindows } from '../outcomes/measurement-windows.ts';
import { textColumn } from '../table/column-access.ts';
import { type CategoryCovariate, type DesignCovariate, designOf, type NumericCovariate } from './design.ts';
import { outsidePeriod } from './period.ts';
import { type Responses, responsesOf } from './responses.ts';
import { filterOf } from './row-filter.ts';

/** Below this many patients a member leaves a model. */
const FEWEST_PATIENTS = 10;

export const EXCLUSION_REASONS = [
  'other-instrument',
  'no-member',
  'not-chosen',
  'outside-period',
  'outside-window',
  'no-response',
  'no-covariate',
  'member-under-10-patients',
  'rest-under-10-patients',
] as const satisfies readonly Exclusion['reason'][];

export interface Selection {
  /** Rows per member code. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly excluded: readonly Exclusion[];
}

export interface ModelRows {
  /** The table compared: measurements outside the windows are blank. */
  readonly table: CaseTable;
  readonly member: TextColumn;
  /** Why a row is in no model and in no count of the response; undefined = it takes part. */
  readonly leftOut: (row: number) => LeftOut | undefined;
  /** Whether the outcome is there but was measured outside the windows. */
  readonly outsideWindow: (row: number) => boolean;
  readonly responses: Responses;
  readonly design: readonly DesignCovariate[];
  /** Models there are responses for. */
  readonly models: readonly ModelName[];
  readonly selections: ReadonlyMap<ModelName, Selection>;
}

export type LeftOut = 'other-instrument' | 'not-chosen' | 'outside-period';

/**
 * @throws Refusal `no-member-column`, and those of `responsesOf`, `designOf`, `instrumentFilter`, `withinWindows`,
 * `outsidePeriod`, `filterOf`
 */
export function modelRows(given: CaseTable, options: BenchmarkOptions): ModelRows {
  const memberName = options.member ?? 'member';
  const member = given.columns.get(memberName);
  if (member?.kind !== 'text') throw refuse('no-member-column', { column: memberName });
  const { windows } = options;
  const table = windows === undefined ? given : withinWindows(given, windows);
  const leftOut = leftOutOf(table, options);
  const responses = responsesOf(table, options);
  const raw = windows === undefined ? undefined : responsesOf(given, options).outcome;
  const outsideWindow = (row: number) =>
    raw !== undefined && !Number.isNaN(raw[row]!) && Number.isNaN(responses.outcome![row]!);
  const design = designOf(table, options.adjust ?? [], [
    memberName,
    ...[options.outcome, options.duration, options.cost].filter((name) => name !== undefined),
  ]);
  const models = modelsOf(Object.keys(responses) as MeasureName[]);
  const rows: Omit<ModelRows, 'selections'> = {
    table,
    member,
    leftOut,
    outsideWindow,
    responses,
    design,
    models,
  };
  const selections = new Map(
    models.map((model) => [model, select(model, rows, options.suppress ?? true)] as const),
  );
  return { ...rows, selections };
}

function leftOutOf(table: CaseTable, options: BenchmarkOptions): ModelRows['leftOut'] {
  const takesPart = instrumentFilter(table, options.instrument);
  const chosen = filterOf(table, options.where ?? []);
  const outside = outsidePeriod(table, options.period);
  return (row) => {
    if (!takesPart(row)) return 'other-instrument';
    if (!chosen(row)) return 'not-chosen';
    return outside(row) ? 'outside-period' : undefined;
  };
}

/** In the order of results; outcome makes a joint one with duration and with cost. */
export function modelsOf(measures: readonly MeasureName[]): ModelName[] {
  const models: ModelName[] = (['outcome', 'duration', 'cost'] as const).filter((name) =>
    measures.includes(name),
  );
  if (models.includes('outcome') && models.includes('duration')) models.push('joint');
  if (models.includes('outcome') && models.includes('cost')) models.push('jointCost');
  return models;
}

/** What a model is about, in the order of its sums. */
export function measuresIn(model: ModelName): MeasureName[] {
  if (model === 'joint') return ['outcome', 'duration'];
  return model === 'jointCost' ? ['outcome', 'cost'] : [model];
}

/** The responses of a model. */
export function valuesOf(model: ModelName, responses: Responses): Float64Array[] {
  return measuresIn(model).map((measure) => responses[measure]!);
}

function select(model: ModelName, found: Omit<ModelRows, 'selections'>, suppress: boolean): Selection {
  const { table, member, leftOut, outsideWindow, responses, design } = found;
  const values = valuesOf(model, responses);
  const measured = measuresIn(model).includes('outcome');
  const counts = new Map<Exclusion['reason'], number>();
  const leave = (reason: Exclusion['reason'], n: number) => counts.set(reason, (counts.get(reason) ?? 0) + n);
  const rows = new Map<number, number[]>();
  const rest = new Map<number, number[]>();
  const unanswered = blankIn(
    values.map((column) => ({ kind: 'number', values: column })),
    table.n,
  );
  const undescribed = blankIn(design, table.n);
  for (let row = 0; row < member.codes.length; row++) {
    const code = member.codes[row]!;
    const left = leftOut(row);
    if (left === 'other-instrument') leave(left, 1);
    else if (code < 0) leave('no-member', 1);
    else if (left !== undefined) {
      leave(left, 1);
      if (left === 'not-chosen') append(rest, code, row);
    } else if (measured && outsideWindow(row)) leave('outside-window', 1);
    else if (unanswered[row] === 1) leave('no-response', 1);
    else if (undescribed[row] === 1) leave('no-covariate', 1);
    else append(rows, code, row);
  }
  const patients = textColumn(table, 'patient');
  for (const [code, own] of suppress ? rows : []) {
    const small = distinctPatients(patients, own) < FEWEST_PATIENTS;
    const others = rest.get(code) ?? [];
    if (!small && (others.length === 0 || distinctPatients(patients, others) >= FEWEST_PATIENTS)) continue;
    leave(small ? 'member-under-10-patients' : 'rest-under-10-patients', own.length);
    rows.delete(code);
  }
  return {
    rows,
    excluded: EXCLUSION_REASONS.filter((reason) => counts.has(reason)).map((reason) => ({
      model,
      reason,
      n: counts.get(reason)!,
    })),
  };
}

/** All rows that take part, per member code. */
export function rowsPerMember({
  member,
  leftOut,
}: Pick<ModelRows, 'member' | 'leftOut'>): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < member.codes.length; row++) {
    if (member.codes[row]! >= 0 && leftOut(row) === undefined) append(rows, member.codes[row]!, row);
  }
  return rows;
}

function append(lists: Map<number, number[]>, key: number, row: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [row]);
  else list.push(row);
}

type Cells = Pick<NumericCovariate, 'kind' | 'values'> | Pick<CategoryCovariate, 'kind' | 'codes'>;

/** Per row, 1 where any of the columns is blank. Column after column, as they lie in memory. */
function blankIn(columns: readonly Cells[], length: number): Uint8Array {
  const blank = new Uint8Array(length);
  for (const column of columns) {
    if (column.kind === 'number') {
      const { values } = column;
      for (let row = 0; row < length; row++) if (Number.isNaN(values[row]!)) blank[row] = 1;
    } else {
      const { codes } = column;
      for (let row = 0; row < length; row++) if (codes[row]! < 0) blank[row] = 1;
    }
  }
  return blank;
}

/** Without a patient column, or where its cell is blank, every episode counts as its own patient. */
function distinctPatients(patients: TextColumn | undefined, rows: readonly number[]): number {
  if (patients === undefined) return rows.length;
  const known = new Set<number>();
  let unknown = 0;
  for (const row of rows) {
    if (patients.codes[row]! < 0) unknown += 1;
    else known.add(patients.codes[row]!);
  }
  return known.size + unknown;
}
