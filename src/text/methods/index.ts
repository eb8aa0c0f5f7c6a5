/** How every figure is made: one catalogue for pages, reports and contract files. */

import type { FigureMethod } from '../../model/method.ts';
import { BENCHMARK_METHODS } from './benchmark.ts';
import { OUTCOME_METHODS } from './outcomes.ts';
import { SCORE_METHODS } from './score.ts';
import { SIMULATE_METHODS } from './simulate.ts';

export const FIGURE_METHODS: readonly FigureMethod[] = [
  ...SCORE_METHODS,
  ...SIMULATE_METHODS,
  ...OUTCOME_METHODS,
  ...BENCHMARK_METHODS,
];

/**
 * The method of a figure by its id: the entry of that name, or the longest that it begins with.
 * @example
 * methodOfFigure('groups-site')?.id // => 'groups'
 */
export function methodOfFigure(figureId: string): FigureMethod | undefined {
  return FIGURE_METHODS.filter(({ id }) => figureId === id || figureId.startsWith(`${id}-`))
    .toSorted((a, b) => b.id.length - a.id.length)
    .at(0);
}
