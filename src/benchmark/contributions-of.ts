/** Pooled rows to one contribution per member; every row that stays out is counted with its reason. */

import type { BenchmarkOptions, Exclusion, MemberSums, ModelName } from '../model/benchmark.ts';
import type { CaseTable, TextColumn } from '../model/case-table.ts';
import { countResponse, responseStatuses } from '../outcomes/response-status.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import type { Contribution } from './contribution.ts';
import type { DesignCovariate } from './design.ts';
import { memberSums } from './member-sums.ts';
import { modelRows, rowsPerMember, type Selection, valuesOf } from './model-rows.ts';
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
  const statuses = table.columns.has('pre') ? responseStatuses(table) : undefined;
  const sums = new Map(
    models.map((model) => [
      model,
      sumsPerCode(selections.get(model)!, found, design, valuesOf(model, responses)),
    ]),
  );
  // Lists of a million rows take a while: they are made where something is counted by them.
  const counting = statuses !== undefined || design.some(({ kind }) => kind === 'category');
  const rowsOf = counting ? rowsPerMember(rows) : new Map<number, number[]>();
  const counted = new Uint8Array(table.n);
  const members = [...new Set(models.flatMap((model) => [...sums.get(model)!.keys()]))]
    .map((code): Contribution => {
      const own = models.filter((model) => sums.get(model)!.has(code));
      let n = 0;
      for (const model of own) {
        for (const row of selections.get(model)!.rows.get(code)!) {
          n += 1 - counted[row]!;
          counted[row] = 1;
        }
      }
      const rows = rowsOf.get(code) ?? [];
      return {
        member: found.words[code]!,
        n,
        sums: Object.fromEntries(own.map((model) => [model, sums.get(model)!.get(code)!])),
        levels: levelCounts(design, rows),
        ...(statuses === undefined ? {} : { response: countResponse(statuses, rows) }),
      };
    })
    .sort((a, b) => compareCodePoints(a.member, b.member));
  return {
    members,
    models,
    excluded: models.flatMap((model) => selections.get(model)!.excluded),
    levels: levelCounts(design, takingPart(table.n, leftOut)),
  };
}

function sumsPerCode(
  { rows }: Selection,
  { words }: TextColumn,
  design: readonly DesignCovariate[],
  responses: readonly Float64Array[],
): Map<number, MemberSums> {
  const codes = [...rows.keys()];
  const sums = memberSums(
    codes.map((code) => ({ member: words[code]!, rows: rows.get(code)! })),
    design,
    responses,
  );
  return new Map(codes.map((code, i) => [code, sums[i]!]));
}

function* takingPart(n: number, leftOut: (row: number) => unknown): Generator<number> {
  for (let row = 0; row < n; row++) if (leftOut(row) === undefined) yield row;
}

/** Rows per level of every category. */
export function levelCounts(
  design: readonly DesignCovariate[],
  rows: Iterable<number>,
): Map<string, Map<string, number>> {
  const categories = design.filter((covariate) => covariate.kind === 'category');
  if (categories.length === 0) return new Map();
  const counts = categories.map(() => new Map<number, number>());
  for (const row of rows) {
    for (let c = 0; c < counts.length; c++) {
      const code = categories[c]!.codes[row]!;
      if (code >= 0) counts[c]!.set(code, (counts[c]!.get(code) ?? 0) + 1);
    }
  }
  return new Map(
    categories.map(({ column, words }, c) => [
      column,
      new Map([...counts[c]!].map(([code, n]) => [words[code]!, n])),
    ]),
  );
}
