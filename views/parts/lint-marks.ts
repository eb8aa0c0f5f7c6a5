/** Which price cells carry a finding: the mark in the cell and the finding's sentence point at each other. */

import type { LintFinding } from '../../src/index.ts';

/** Id of the finding in the list below the result; one kind is found once per row. */
export function lintId({ code, row }: LintFinding): string {
  return `lint-${code}-${row ?? 0}`;
}

/**
 * Ids of the findings on one row of the price list (counted from 0), for `aria-describedby`. Remarks
 * for information hold for whole columns: a mark in every cell would say nothing.
 */
export function lintOf(lint: readonly LintFinding[], row: number): string {
  return lint
    .filter((finding) => finding.severity !== 'info' && finding.row === row + 1)
    .map(lintId)
    .join(' ');
}
