/** Pooled rows to one contribution per member; every row that stays out is counted with its reason. */

import { refuse } from '../issue/refusal.ts';
import type { BenchmarkOptions, Exclusion, MemberSums, ModelName } from '../model/benchmark.ts';
import type { CaseTable, TextColumn } from '../model/case-table.ts';
import { instrumentFilter } from '../outcomes/instrument.ts';
import { countResponse, responseStatuses } from '../outcomes/response-status.ts';
import { textColumn } from '../table/column-access.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import type { Contribution } from './contribution.ts';
import { type DesignCovariate, designOf } from './design.ts';
import { memberSums } from './member-sums.ts';
import { type Responses, responsesOf } from './responses.ts';
import type { LevelTotals } from './unite.ts';

/** Below this many patients a member leaves a model. */
const FEWEST_PATIENTS = 10;

const REASONS = [
  'other-instrument',
  'no-member',
  'no-response',
  'no-covariate',
  'member-under-10-patients',
] as const satisfies readonly Exclusion['reason'][];

interface Selection {
  /** Rows per member code. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly excluded: readonly Exclusion[];
}

export interface Contributions {
  readonly members: readonly Contribution[];
  readonly models: readonly ModelName[];
  readonly excluded: readonly Exclusion[];
  /** Rows per level over every row that takes part, also those of members that leave. */
  readonly levels: LevelTotals;
}

/**
 * In code-point order of the members' names.
 * @throws Refusal `no-member-column`, and those of `responsesOf`, `designOf`, `instrumentFilter`
 */
export function contributionsOf(table: CaseTable, options: BenchmarkOptions): Contributions {
  const memberName = options.member ?? 'member';
  const found = table.columns.get(memberName);
  if (found?.kind !== 'text') throw refuse('no-member-column', { column: memberName });
  const takesPart = instrumentFilter(table, options.instrument);
  const responses = responsesOf(table, options);
  const design = designOf(table, options.adjust ?? [], [
    memberName,
    ...[options.outcome, options.duration].filter((name) => name !== undefined),
  ]);
  const patients = textColumn(table, 'patient');
  const models = modelsOf(responses);
  const selections = new Map(
    models.map((model) => {
      const wanted = valuesOf(model, responses);
      return [
        model,
        select(model, found, wanted, design, takesPart, patients, options.suppress ?? true),
      ] as const;
    }),
  );

  const rowsOf = rowsPerMember(found, takesPart);
  const statuses = table.columns.has('pre') ? responseStatuses(table) : undefined;
  const members = [...rowsOf]
    .filter(([code]) => models.some((model) => selections.get(model)!.rows.has(code)))
    .map(([code, rows]): Contribution => {
      const member = found.words[code]!;
      const sums: Partial<Record<ModelName, MemberSums>> = {};
      const inModel = new Set<number>();
      for (const model of models) {
        const own = selections.get(model)!.rows.get(code);
        if (own === undefined) continue;
        for (const row of own) inModel.add(row);
        sums[model] = memberSums(
          member,
          own,
          distinctPatients(patients, own),
          design,
          valuesOf(model, responses),
        );
      }
      return {
        member,
        n: inModel.size,
        sums,
        levels: levelCounts(design, rows),
        ...(statuses === undefined ? {} : { response: countResponse(statuses, rows) }),
      };
    })
    .sort((a, b) => compareCodePoints(a.member, b.member));
  return {
    members,
    models,
    excluded: models.flatMap((model) => selections.get(model)!.excluded),
    levels: levelCounts(design, Array.from({ length: table.n }, (_, row) => row).filter(takesPart)),
  };
}

function modelsOf(responses: Responses): ModelName[] {
  const models: ModelName[] = (['outcome', 'duration', 'cost'] as const).filter(
    (name) => responses[name] !== undefined,
  );
  if (responses.outcome !== undefined && responses.duration !== undefined) models.push('joint');
  return models;
}

/** The responses of a model; joint = outcome and duration, in this order. */
function valuesOf(model: ModelName, responses: Responses): Float64Array[] {
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
    excluded: REASONS.filter((reason) => counts.has(reason)).map((reason) => ({
      model,
      reason,
      n: counts.get(reason)!,
    })),
  };
}

function rowsPerMember(member: TextColumn, takesPart: (row: number) => boolean): Map<number, number[]> {
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

function levelCounts(
  design: readonly DesignCovariate[],
  rows: readonly number[],
): Map<string, Map<string, number>> {
  const columns = new Map<string, Map<string, number>>();
  for (const covariate of design) {
    if (covariate.kind === 'number') continue;
    const counts = new Map<string, number>();
    for (const row of rows) {
      const code = covariate.codes[row]!;
      if (code >= 0) counts.set(covariate.words[code]!, (counts.get(covariate.words[code]!) ?? 0) + 1);
    }
    columns.set(covariate.column, counts);
  }
  return columns;
}
