/**
 * One member's rows to its contribution. The gate runs first; what it lets pass is reduced to sums, and only
 * sums, counts and the gate's report stand in the result.
 * Invariant: there is no way round the gate here.
 */

import { passGate } from '../../disclosure/gate.ts';
import { GATE_CODES } from '../../disclosure/gate-codes.ts';
import type { GateCategory, GateInput, GateNumbers, GateTable } from '../../disclosure/gate-input.ts';
import type { ReleaseRows } from '../../disclosure/ledger/release.ts';
import { keepLevels } from '../../disclosure/merge-levels.ts';
import { type Patients, patientsOf } from '../../disclosure/patients.ts';
import { ROWS_LOOK } from '../../disclosure/rows-look.ts';
import { Refusal, refuse } from '../../issue/refusal.ts';
import type { BenchmarkOptions, RowFilter } from '../../model/benchmark.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { BenchmarkDesign, ContributionDocument, Suppression } from '../../model/disclosure.ts';
import type { RowCounts } from '../../model/score.ts';
import { responseStatuses } from '../../outcomes/response-status.ts';
import { textColumn } from '../../table/column-access.ts';
import { compareCodePoints } from '../../table/compare-code-points.ts';
import { levelCounts } from '../contributions-of.ts';
import type { DesignCovariate } from '../design.ts';
import { memberSums } from '../member-sums.ts';
import { type ModelRows, measuresIn, modelRows, valuesOf } from '../model-rows.ts';
import { countsOf } from './counts.ts';
import { contributedSums } from './sums-document.ts';

/** The contribution before it is sealed, what the ledger must know of it, and what only the member may read. */
export interface OpenContribution {
  readonly document: Omit<ContributionDocument, 'sha256' | 'signature'>;
  readonly patients: Patients;
  readonly ledger: readonly ReleaseRows[];
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

/**
 * @param table rows of one member
 * @throws Refusal `design-conversion`; `gate-nothing-left` and one finding per model that the gate kept back; those of `modelRows`
 */
export function contribute(table: CaseTable, options: ContributeOptions): OpenContribution {
  const { design: agreed, memberName, conversion = '' } = options;
  if (agreed.conversion !== undefined && !sameTable(agreed.conversion, conversion)) {
    throw refuse('design-conversion', { wanted: agreed.conversion, found: conversion || '-' });
  }
  const found = modelRows(withMember(table, memberName), {
    ...runOptions(agreed),
    member: MEMBER,
    suppress: false,
  });
  const { table: named } = found;
  const { categories, numbers } = columnsOf(found.design, agreed);
  const statuses = named.columns.has('pre') ? responseStatuses(named) : undefined;
  const patients = patientsOf(named.n, textColumn(named, 'patient'), (row) => [
    ...found.models.flatMap((model) => valuesOf(model, found.responses).map((values) => values[row]!)),
    ...numbers.map(({ values }) => values[row]!),
    ...categories.map(({ codes }) => codes[row]!),
    statuses?.[row] ?? -1,
  ]);

  const input: GateInput = {
    look: ROWS_LOOK,
    left: [],
    patients: patients.numbers,
    categories,
    numbers,
    tables: tablesOf(found),
  };
  const gate = passGate(input);
  if (gate.tables.length === 0) throw nothingLeft(gate.report.suppressed);

  const design = found.design.map((covariate): DesignCovariate => {
    const merged = gate.categories.find(({ column }) => column === covariate.column);
    return merged === undefined ? covariate : { kind: 'category', ...merged };
  });
  const inModel = new Set(gate.tables.flatMap(({ rows }) => rows));
  const counts = countsOf({
    table: named,
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
          memberSums(memberName, rows, design, valuesOf(model, found.responses)),
          responses.map(({ column }) => column),
        ),
      ] as const,
  );
  return {
    document: {
      schema: 'zorgcluster/contribution@1',
      member: memberName,
      period: agreed.period ?? {},
      instrument: agreed.instrument ?? onlyInstrument(named, found),
      conversion: options.conversion ?? '',
      design: sharedDesign(agreed, named.columns.has('change')),
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

/** Named with its hash, or by instrument and version alone. */
function sameTable(wanted: string, id: string): boolean {
  return id === wanted || id.split('#')[0] === wanted;
}

/** A column of our own: the file may have none, or one under another name. */
const MEMBER = '\u0000member';

function withMember(table: CaseTable, name: string): CaseTable {
  const member = { kind: 'text', codes: new Int32Array(table.n), words: [name] } as const;
  return { ...table, columns: new Map([...table.columns, [MEMBER, member]]) };
}

function runOptions(design: BenchmarkDesign): BenchmarkOptions {
  const { outcome, duration, cost, adjust, better, direction, instrument, windows, period, where } = design;
  return {
    adjust: adjust.map(({ column, kind }) => ({ column, kind: kind === 'number' ? 'auto' : 'category' })),
    ...(outcome === undefined ? {} : { outcome }),
    ...(duration === undefined ? {} : { duration }),
    ...(better === undefined ? {} : { better }),
    ...(direction === undefined ? {} : { direction }),
    ...(instrument === undefined ? {} : { instrument }),
    ...(cost === undefined ? {} : { cost }),
    ...(windows === undefined ? {} : { windows }),
    ...(period === undefined ? {} : { period }),
    ...(where === undefined ? {} : { where }),
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

function columnsOf(
  design: readonly DesignCovariate[],
  agreed: BenchmarkDesign,
): { categories: GateCategory[]; numbers: GateNumbers[] } {
  const categories: GateCategory[] = [];
  const numbers: GateNumbers[] = [];
  for (const covariate of design) {
    const spec = agreed.adjust.find(({ column }) => column === covariate.column)!;
    if (covariate.kind === 'number') {
      if (spec.kind === 'number') numbers.push(covariate);
      else throw unlikeDesign(spec.column);
    } else {
      if (spec.kind === 'number') throw unlikeDesign(spec.column);
      categories.push(spec.levels === undefined ? covariate : keepLevels(covariate, spec.levels));
    }
  }
  return { categories, numbers };
}

function unlikeDesign(column: string): Refusal {
  return new Refusal([{ code: 'design-not-numeric', severity: 'error', params: { column } }]);
}

/** Models with rows; one without any leaves nothing and needs no gate. */
function tablesOf(found: ModelRows): GateTable[] {
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

function onlyInstrument(table: CaseTable, { leftOut }: ModelRows): string {
  const column = textColumn(table, 'instrument');
  const code = column?.codes.find((each, row) => each >= 0 && leftOut(row) !== 'other-instrument');
  return code === undefined ? '' : column!.words[code]!;
}
