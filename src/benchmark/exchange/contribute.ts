/** One member's rows to its contribution. */

import type { GateCategory, GateNumbers } from '../../disclosure/gate-input.ts';
import { keepLevels } from '../../disclosure/merge-levels.ts';
import { patientsOf } from '../../disclosure/patients.ts';
import { ROWS_LOOK } from '../../disclosure/rows-look.ts';
import { Refusal, refuse } from '../../issue/refusal.ts';
import type { BenchmarkOptions } from '../../model/benchmark.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { BenchmarkDesign } from '../../model/disclosure.ts';
import { responseStatuses } from '../../outcomes/response-status.ts';
import { textColumn } from '../../table/column-access.ts';
import type { DesignCovariate } from '../design.ts';
import { memberSums } from '../member-sums.ts';
import { modelRows, valuesOf } from '../model-rows.ts';
import { type ContributeOptions, type OpenContribution, openContribution } from './open-contribution.ts';

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
  return openContribution(
    { found, categories, numbers, statuses, patients, hasChange: named.columns.has('change') },
    ROWS_LOOK,
    (model, rows, design) =>
      memberSums([{ member: memberName, rows }], design, valuesOf(model, found.responses))[0]!,
    options,
  );
}

/** Named with its hash, or by instrument and version alone. */
export function sameTable(wanted: string, id: string): boolean {
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

/** The design's columns as the gate looks at them. @throws Refusal `design-not-numeric` */
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
