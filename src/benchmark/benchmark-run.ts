/** Comparison of members on pooled rows. */

import type { BenchmarkOptions, BenchmarkResult } from '../model/benchmark.ts';
import type { CaseTable } from '../model/case-table.ts';
import { completeResult, resultSettings } from './complete-result.ts';
import { contributionsOf } from './contributions-of.ts';
import { isChange, recoveredVariants, windowVariants } from './sensitivity/row-variants.ts';

/**
 * Rows -> sums per member -> result; see the method in each part. Times and money are in the units of the
 * columns (days, euros).
 * @throws Refusal those of `resultSettings`, `contributionsOf` and `completeResult`
 */
export function benchmarkRun(table: CaseTable, options: BenchmarkOptions): BenchmarkResult {
  const common = resultSettings(options);
  const adjust = (options.adjust ?? []).map((covariate) => covariate.column);
  const { members, models, excluded, levels } = contributionsOf(table, options);
  const { where, windows } = options;
  const settings = {
    ...common,
    better: options.better ?? 'higher',
    adjust,
    models,
    isChange: isChange(table, options),
    ...(where === undefined ? {} : { where }),
    ...(windows === undefined ? {} : { windows }),
  };
  return completeResult(members, settings, levels, excluded, options, () => ({
    variants: windowVariants(table, options, settings),
    recovered: recoveredVariants(table, options, settings),
  }));
}
