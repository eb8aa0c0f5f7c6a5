/** What the share of a class could have been had everybody been measured. */

import type { Computed } from '../model/meta.ts';
import type { ClassBounds, ClassCounts, MeasuredClass, ResponseCounts } from '../model/outcomes.ts';
import { OUTCOME_CLASSES } from './classes.ts';

/**
 * Bounds without any assumption about who was not measured (Manski 1989): at the lowest none of them is in the
 * class, at the highest all are. Shares of the episodes a measurement was due for; open ones are not among them.
 * Not computed: why there are no classes, or `nothing-due`.
 */
export function classBounds(
  counts: Computed<ClassCounts>,
  { completer, dropout, nonStarter, nonResponder }: Omit<ResponseCounts, 'rate' | 'open'>,
): Computed<ClassBounds> {
  if ('undefined' in counts) return counts;
  const classes = OUTCOME_CLASSES.filter((name): name is MeasuredClass => name !== 'not-measured');
  const classed = classes.reduce((sum, name) => sum + counts[name], 0);
  // A stated status may make a measured episode something else than a completer: it was due all the same.
  const due = Math.max(classed, completer + dropout + nonStarter + nonResponder);
  if (due === 0) return { undefined: 'nothing-due' };
  return Object.fromEntries(
    classes.map((name) => [name, { low: counts[name] / due, high: (counts[name] + due - classed) / due }]),
  ) as ClassBounds;
}
