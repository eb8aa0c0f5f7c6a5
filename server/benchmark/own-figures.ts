/**
 * What only one's own institution may see of itself: its classes of change beside the network's, and its course
 * over time. Peers have none here: their classes of a handful of patients would give these away.
 */

import {
  type CaseTable,
  isComputed,
  type Lang,
  type OutcomesResult,
  type OverTimeResult,
  outcomesOf,
  outcomesOverTime,
  Refusal,
} from '../../src/index.ts';
import type { OwnState } from '../../views/benchmark-model.ts';
import type { Choices } from './choices.ts';

/** Points with a value that a course over time needs before its limits mean anything. */
const FEWEST_POINTS = 3;

export function ownFigures(
  rows: CaseTable,
  { own, reliability }: Choices,
  state: OwnState,
  lang: Lang,
): { readonly classes?: OutcomesResult; readonly overTime?: OverTimeResult } {
  const shown = state === 'shown' ? own : undefined;
  const classes = reliability === undefined ? undefined : orNone(() => classesOf(rows, reliability, shown));
  const overTime =
    shown === undefined
      ? undefined
      : orNone(() => outcomesOverTime(rows, { by: 'quarter', own: shown, lang }));
  const points = overTime?.points.filter(({ value }) => isComputed(value)).length ?? 0;
  return {
    ...(classes === undefined ? {} : { classes }),
    ...(overTime === undefined || points < FEWEST_POINTS ? {} : { overTime }),
  };
}

function classesOf(rows: CaseTable, reliability: number, own: string | undefined): OutcomesResult {
  const { result } = outcomesOf(rows, { reliability, by: own === undefined ? [] : ['member'] });
  const { member = [] } = result.by;
  return { ...result, by: { member: member.filter(({ value }) => value === own) } };
}

/** Without the columns for it there is no such figure: no fault of the comparison. */
function orNone<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
