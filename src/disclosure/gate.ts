/**
 * The gate: decides, before any sum is made, which rows, levels and models may leave. A contribution must be
 * safe as if it were published.
 * Invariant: what comes out breaks no rule of `rules.ts`; it only ever takes away.
 */

import type { GateReport, MergedLevels, Suppression } from '../model/disclosure.ts';
import { covariancePseudoInverse } from '../stats/pseudo-inverse.ts';
import type { GateCategory, GateInput, GateTable, OverlapCell } from './gate-input.ts';
import { mergeLevels } from './merge-levels.ts';
import { overlapRows } from './overlap.ts';
import { patientsIn } from './patients.ts';
import { residualFault } from './residual-fault.ts';
import { GATE_RULES, LARGEST_LEVERAGE, OTHER_LEVEL } from './rules.ts';
import { type LevelToMerge, nextMerge } from './small-levels.ts';
import { columnFault, type TableFault, tooSmall, tooWide } from './table-fault.ts';

export interface GateOutcome {
  readonly categories: readonly GateCategory[];
  /** The models that may leave, with the rows their sums run over. */
  readonly tables: readonly GateTable[];
  readonly report: GateReport;
  /** Names of the levels merged, per column: for the member's own eyes. */
  readonly mergedNames: ReadonlyMap<string, readonly string[]>;
  /** Whether rows left the models: then no count beside them may show how many. */
  readonly rowsLeft: boolean;
}

/** More patients than this share who weigh too much are no exceptions: then the model stays home. */
const MOST_EXCEPTIONS = 0.05;

/** Takes away, one step at a time, until no rule is broken. */
export function passGate(input: GateInput): GateOutcome {
  let state = input;
  const suppressed: Suppression[] = [];
  const merged: MergedLevels[] = [];
  const names = new Map<string, string[]>();
  let rowsLeft = false;

  for (let step = nextStep(state); step !== undefined; step = nextStep(state)) {
    if ('merge' in step) {
      const { category, codes, reason } = step.merge;
      const old = state.categories[category]!;
      add(merged, { column: old.column, into: OTHER_LEVEL, reason });
      const known = names.get(old.column) ?? [];
      names.set(old.column, [...known, ...[...codes].map((code) => old.words[code]!)]);
      state = {
        ...state,
        categories: state.categories.map((each, at) => (at === category ? mergeLevels(each, codes) : each)),
      };
    } else if ('fault' in step) {
      const { table, fault } = step;
      add(suppressed, {
        what: 'model',
        model: table.model,
        ...(fault.column === undefined ? {} : { column: fault.column }),
        reason: fault.reason,
      });
      state = { ...state, tables: state.tables.filter((each) => each !== table) };
    } else {
      add(suppressed, { what: 'episodes', reason: step.reason });
      rowsLeft = true;
      state = {
        ...state,
        tables: state.tables.map((table) => ({
          ...table,
          rows: table.rows.filter((row) => !step.leave(row)),
        })),
        left: [...state.left, { before: state, cells: step.cells }],
      };
    }
  }
  return {
    categories: state.categories,
    tables: state.tables,
    report: { rules: GATE_RULES, suppressed, merged },
    mergedNames: names,
    rowsLeft,
  };
}

type Step =
  | { readonly merge: LevelToMerge }
  | { readonly table: GateTable; readonly fault: TableFault }
  | {
      readonly leave: (row: number) => boolean;
      readonly cells: readonly OverlapCell[];
      readonly reason: 'overlap' | 'leverage';
    };

function nextStep(state: GateInput): Step | undefined {
  for (const table of state.tables) {
    if (tooSmall(state, table)) return { table, fault: { reason: 'too-few-patients' } };
    const fault = columnFault(state, table);
    if (fault !== undefined) return { table, fault };
  }
  const merge = mergeStep(state, false);
  if (merge !== undefined) return merge;
  for (const table of state.tables) {
    if (tooWide(state, table)) return { table, fault: { reason: 'too-few-patients' } };
    const fault = residualFault(state, table);
    if (fault !== undefined) return { table, fault };
  }
  const overlap = overlapRows(state);
  if (overlap.rows.size > 0) {
    return { leave: (row) => overlap.rows.has(row), cells: overlap.cells, reason: 'overlap' };
  }
  // One far value is an exception to leave out; only what is left may cost a level.
  return heavyPatients(state) ?? mergeStep(state, true);
}

function mergeStep(state: GateInput, fromEnds: boolean): Step | undefined {
  for (const table of state.tables) {
    const finding = nextMerge(state, table, fromEnds);
    if (finding === undefined) continue;
    return 'merge' in finding ? finding : { table, fault: finding.cannot };
  }
  return undefined;
}

function heavyPatients(state: GateInput): Step | undefined {
  for (const table of state.tables) {
    const place = { input: state, table };
    const cross = state.look.cross(place);
    const width = cross.length - table.responses.length;
    const design = cross.slice(0, width).map((row) => row.slice(0, width));
    const heavy = state.look.heavy(place, covariancePseudoInverse(design), LARGEST_LEVERAGE);
    if (heavy.patients === 0) continue;
    if (heavy.patients > MOST_EXCEPTIONS * patientsIn(state.patients, table.rows)) {
      return { table, fault: { reason: 'leverage' } };
    }
    return { leave: heavy.has, cells: [], reason: 'leverage' };
  }
  return undefined;
}

function add<T extends object>(list: T[], item: T): void {
  const text = JSON.stringify(item);
  if (!list.some((each) => JSON.stringify(each) === text)) list.push(item);
}
