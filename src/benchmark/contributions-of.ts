/** Pooled rows to one contribution per member; every row that stays out is counted with its reason. */

import type { BenchmarkOptions, Exclusion, MemberSums, ModelName } from '../model/benchmark.ts';
import type { CaseTable } from '../model/case-table.ts';
import { countResponse, responseStatuses } from '../outcomes/response-status.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import type { Contribution } from './contribution.ts';
import type { DesignCovariate } from './design.ts';
import { memberSums } from './member-sums.ts';
import { modelRows, rowsPerMember, valuesOf } from './model-rows.ts';
import type { LevelTotals } from './unite.ts';

export interface Contributions {
  readonly members: readonly Contribution[];
  readonly models: readonly ModelName[];
  readonly excluded: readonly Exclusion[];
  /** Rows per level over every row that takes part, also those of members that leave. */
  readonly levels: LevelTotals;
}

/**
 * In code-point order of the members' names.
 * @throws Refusal as `modelRows`
 */
export function contributionsOf(given: CaseTable, options: BenchmarkOptions): Contributions {
  const rows = modelRows(given, options);
  const { table, member: found, leftOut, responses, design, models, selections } = rows;
  const rowsOf = rowsPerMember(rows);
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
        sums[model] = memberSums(member, own, design, valuesOf(model, responses));
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
    levels: levelCounts(
      design,
      Array.from({ length: table.n }, (_, row) => row).filter((row) => leftOut(row) === undefined),
    ),
  };
}

/** Rows per level of every category. */
export function levelCounts(
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
