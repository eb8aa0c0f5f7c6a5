/** Which rows enter which model, per member; every row that stays out is counted with its reason. */

import { refuse } from '../issue/refusal.ts';
import type { BenchmarkOptions, Exclusion, MeasureName, ModelName } from '../model/benchmark.ts';
import type { CaseTable, TextColumn } from '../model/case-table.ts';
import { instrumentFilter } from '../outcomes/instrument.ts';
import { textColumn } from '../table/column-access.ts';
import { type DesignCovariate, designOf } from './design.ts';
import { type Responses, responsesOf } from './responses.ts';

/** Below this many patients a member leaves a model. */
const FEWEST_PATIENTS = 10;

export const EXCLUSION_REASONS = [
  'other-instrument',
  'no-member',
  'outside-period',
  'no-response',
  'no-covariate',
  'member-under-10-patients',
] as const satisfies readonly Exclusion['reason'][];

export interface Selection {
  /** Rows per member code. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly excluded: readonly Exclusion[];
}

export interface ModelRows {
  readonly member: TextColumn;
  /** Of the instrument compared. */
  readonly takesPart: (row: number) => boolean;
  readonly responses: Responses;
  readonly design: readonly DesignCovariate[];
  /** Models there are responses for. */
  readonly models: readonly ModelName[];
  readonly selections: ReadonlyMap<ModelName, Selection>;
}

/** @throws Refusal `no-member-column`, and those of `responsesOf`, `designOf`, `instrumentFilter` */
export function modelRows(table: CaseTable, options: BenchmarkOptions): ModelRows {
  const memberName = options.member ?? 'member';
  const member = table.columns.get(memberName);
  if (member?.kind !== 'text') throw refuse('no-member-column', { column: memberName });
  const takesPart = instrumentFilter(table, options.instrument);
  const responses = responsesOf(table, options);
  const design = designOf(table, options.adjust ?? [], [
    memberName,
    ...[options.outcome, options.duration].filter((name) => name !== undefined),
  ]);
  const patients = textColumn(table, 'patient');
  const models = modelsOf(Object.keys(responses) as MeasureName[]);
  const selections = new Map(
    models.map((model) => {
      const wanted = valuesOf(model, responses);
      return [
        model,
        select(model, member, wanted, design, takesPart, patients, options.suppress ?? true),
      ] as const;
    }),
  );
  return { member, takesPart, responses, design, models, selections };
}

/** In the order of results; outcome and duration together make the joint one. */
export function modelsOf(measures: readonly MeasureName[]): ModelName[] {
  const models: ModelName[] = (['outcome', 'duration', 'cost'] as const).filter((name) =>
    measures.includes(name),
  );
  if (models.includes('outcome') && models.includes('duration')) models.push('joint');
  return models;
}

/** The responses of a model; joint = outcome and duration, in this order. */
export function valuesOf(model: ModelName, responses: Responses): Float64Array[] {
  return model === 'joint' ? [responses.outcome!, responses.duration!] : [responses[model]!];
}

function select(
  model: ModelName,
  member: TextColumn,
  values: readonly Float64Array[],
  design: readonly DesignCovariate[],
  takesPart: (row: number) => boolean,
  patients: TextColumn | undefined,
  suppress: boolean,
): Selection {
  const counts = new Map<Exclusion['reason'], number>();
  const leave = (reason: Exclusion['reason'], n: number) => counts.set(reason, (counts.get(reason) ?? 0) + n);
  const rows = new Map<number, number[]>();
  for (let row = 0; row < member.codes.length; row++) {
    const code = member.codes[row]!;
    if (!takesPart(row)) leave('other-instrument', 1);
    else if (code < 0) leave('no-member', 1);
    else if (values.some((column) => Number.isNaN(column[row]!))) leave('no-response', 1);
    else if (design.some((covariate) => isBlank(covariate, row))) leave('no-covariate', 1);
    else append(rows, code, row);
  }
  for (const [code, own] of rows) {
    if (!suppress || distinctPatients(patients, own) >= FEWEST_PATIENTS) continue;
    leave('member-under-10-patients', own.length);
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

export function rowsPerMember(
  member: TextColumn,
  takesPart: (row: number) => boolean,
): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < member.codes.length; row++) {
    if (member.codes[row]! >= 0 && takesPart(row)) append(rows, member.codes[row]!, row);
  }
  return rows;
}

function append(lists: Map<number, number[]>, key: number, row: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [row]);
  else list.push(row);
}

function isBlank(covariate: DesignCovariate, row: number): boolean {
  return covariate.kind === 'number' ? Number.isNaN(covariate.values[row]!) : covariate.codes[row]! < 0;
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
