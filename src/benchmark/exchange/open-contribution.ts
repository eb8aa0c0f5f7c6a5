/**
 * From one member's rows to its contribution, wherever the numbers were added up. The gate runs first; what it lets
 * pass is reduced to sums, and only sums, counts and the gate's report stand in the result.
 * Invariant: there is no way round the gate here.
 */

import { passGate } from '../../disclosure/gate.ts';
import { GATE_CODES } from '../../disclosure/gate-codes.ts';
import type { GateCategory, GateInput, GateNumbers, GateTable } from '../../disclosure/gate-input.ts';
import type { LedgerTokens, ReleaseRows } from '../../disclosure/ledger/release.ts';
import type { NumbersLook } from '../../disclosure/look.ts';
import type { Patients } from '../../disclosure/patients.ts';
import { Refusal } from '../../issue/refusal.ts';
import type { MemberSums, ModelName, RowFilter } from '../../model/benchmark.ts';
import type { BenchmarkDesign, ContributionDocument, Suppression } from '../../model/disclosure.ts';
import type { RowCounts } from '../../model/score.ts';
import { textColumn } from '../../table/column-access.ts';
import { compareCodePoints } from '../../table/compare-code-points.ts';
import { levelCounts } from '../contributions-of.ts';
import type { DesignCovariate } from '../design.ts';
import { type ModelRows, measuresIn, valuesOf } from '../model-rows.ts';
import { countsOf } from './counts.ts';
import { contributedSums } from './sums-document.ts';

/** The contribution before it is sealed, what the ledger must know of it, and what only the member may read. */
export interface OpenContribution {
  readonly document: Omit<ContributionDocument, 'sha256' | 'signature'>;
  readonly patients: Patients;
  readonly ledger: readonly ReleaseRows[];
  /** Hashes that the engine with the rows made; absent: they are made from the rows. */
  readonly tokens?: LedgerTokens;
  /** Levels merged, per column. */
  readonly mergedNames: ReadonlyMap<string, readonly string[]>;
}

export interface ContributeOptions {
  readonly memberName: string;
  readonly design: BenchmarkDesign;
  readonly rows: RowCounts;
  /** Whether the reader had anything to say: its findings name rows and stay at home. */
  readonly hasIssues: boolean;
  readonly synthetic: boolean;
  /** Id of the table that the scores were converted with. */
  readonly conversion?: string;
  /** Keeps exact counts at home, where they are too close to those that left before. */
  readonly withholdCounts?: boolean;
}

/** One member's rows, as far as a contribution looks at them. */
export interface MemberRows {
  readonly found: Pick<
    ModelRows,
    'table' | 'leftOut' | 'outsideWindow' | 'responses' | 'design' | 'models' | 'selections'
  >;
  readonly categories: readonly GateCategory[];
  readonly numbers: readonly GateNumbers[];
  readonly statuses: Int8Array | undefined;
  readonly patients: Patients;
  /** Whether there is a column `change`, so that the outcome of that name is not ours. */
  readonly hasChange: boolean;
}

/** What the gate is given first. */
export function gateInput(
  { found, categories, numbers, patients }: MemberRows,
  look: NumbersLook,
): GateInput {
  return { look, left: [], patients: patients.numbers, categories, numbers, tables: tablesOf(found) };
}

/**
 * The same from rows and from sums: the gate, then what it lets pass.
 * @param sumsOf sums of one model over the rows that are left, with small levels merged
 * @throws Refusal `gate-nothing-left` and one finding per model that the gate kept back
 */
export function openContribution(
  member: MemberRows,
  look: NumbersLook,
  sumsOf: (model: ModelName, rows: readonly number[], design: readonly DesignCovariate[]) => MemberSums,
  options: ContributeOptions,
): OpenContribution {
  const { found, numbers, statuses, patients } = member;
  const { design: agreed, memberName } = options;
  const gate = passGate(gateInput(member, look));
  if (gate.tables.length === 0) throw nothingLeft(gate.report.suppressed);

  const design = found.design.map((covariate): DesignCovariate => {
    const merged = gate.categories.find(({ column }) => column === covariate.column);
    return merged === undefined ? covariate : { kind: 'category', ...merged };
  });
  const inModel = new Set(gate.tables.flatMap(({ rows }) => rows));
  const counts = countsOf({
    table: found.table,
    found,
    statuses,
    patients,
    gate,
    rejected: options.rows.rejected,
    read: options.rows.read,
    withhold: options.withholdCounts ?? false,
  });
  const levelRows = counts.levelsWhole ? counts.takingPart : [...inModel].sort((a, b) => a - b);
  const suppressed: Suppression[] = [
    ...gate.report.suppressed,
    ...counts.suppressed,
    ...(options.hasIssues ? [{ what: 'issues', reason: 'small-count' } as const] : []),
  ];
  const sums = gate.tables.map(
    ({ model, rows, responses }) =>
      [
        model,
        contributedSums(
          sumsOf(model, rows, design),
          responses.map(({ column }) => column),
        ),
      ] as const,
  );
  return {
    document: {
      schema: 'zorgcluster/contribution@1',
      member: memberName,
      period: agreed.period ?? {},
      instrument: agreed.instrument ?? onlyInstrument(found),
      conversion: options.conversion ?? '',
      design: sharedDesign(agreed, member.hasChange),
      n: inModel.size,
      models: found.models,
      sums: Object.fromEntries(sums),
      levels: Object.fromEntries(
        [...levelCounts(design, levelRows)].map(([column, byLevel]) => [column, Object.fromEntries(byLevel)]),
      ),
      response: counts.response,
      rows: counts.rows,
      excluded: counts.excluded,
      synthetic: options.synthetic,
      disclosure: { ...gate.report, suppressed },
    },
    patients,
    ledger: [
      ...gate.tables.map(
        ({ model, rows, responses }): ReleaseRows => ({
          name: model,
          kind: 'sums',
          rows,
          categories: gate.categories,
          quantities: [...numbers, ...responses],
        }),
      ),
      {
        name: 'counts',
        kind: 'counts',
        rows: counts.takingPart,
        categories: counts.categories,
        quantities: [],
      },
    ],
    mergedNames: gate.mergedNames,
  };
}

/** Without what stands beside it, and without defaults: two ways of saying the same are the same. */
function sharedDesign(
  { outcome, duration, cost, adjust, better, direction, windows, where = [] }: BenchmarkDesign,
  hasChange: boolean,
): BenchmarkDesign {
  return {
    ...(outcome === undefined || (outcome === 'change' && !hasChange) ? {} : { outcome }),
    ...(duration === undefined ? {} : { duration }),
    adjust,
    ...(better === 'lower' ? { better } : {}),
    ...(direction === 'higher' ? { direction } : {}),
    ...(cost === undefined || cost === 'cost' ? {} : { cost }),
    ...(windows === undefined ? {} : { windows }),
    ...(where.length === 0 ? {} : { where: sortedFilters(where) }),
  };
}

/** Two orders of the same filter are one filter. */
function sortedFilters(where: readonly RowFilter[]): RowFilter[] {
  return where
    .map(({ column, values }) => ({ column, values: [...new Set(values)].sort(compareCodePoints) }))
    .sort((a, b) => compareCodePoints(a.column, b.column));
}

/** Models with rows; one without any leaves nothing and needs no gate. */
function tablesOf(found: MemberRows['found']): GateTable[] {
  return found.models.flatMap((model): GateTable[] => {
    const rows = found.selections.get(model)!.rows.get(0) ?? [];
    if (rows.length === 0) return [];
    const names = measuresIn(model);
    const values = valuesOf(model, found.responses);
    return [{ model, rows, responses: names.map((column, at) => ({ column, values: values[at]! })) }];
  });
}

function nothingLeft(suppressed: readonly Suppression[]): Refusal {
  if (suppressed.length === 0) {
    return nothingLeft([{ what: 'model', reason: 'too-few-patients' }]);
  }
  const seen = new Set<string>();
  const findings = suppressed.flatMap(({ what, reason, column }) => {
    const code = GATE_CODES[reason];
    if (what !== 'model' || seen.has(`${code} ${column}`)) return [];
    seen.add(`${code} ${column}`);
    return [{ code, severity: 'error' as const, params: { column: column ?? '' } }];
  });
  return new Refusal([{ code: 'gate-nothing-left', severity: 'error' }, ...findings]);
}

function onlyInstrument({ table, leftOut }: Pick<ModelRows, 'table' | 'leftOut'>): string {
  const column = textColumn(table, 'instrument');
  const code = column?.codes.find((each, row) => each >= 0 && leftOut(row) !== 'other-instrument');
  return code === undefined ? '' : column!.words[code]!;
}
