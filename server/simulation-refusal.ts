/**
 * Why a data set cannot be simulated, in words of the page: the library's sentence sends one to the
 * scenario's file, where the page has a choice of baseline.
 */

import type { Issue, Refusal } from '../src/index.ts';
import type { View } from '../views/view.ts';
import { sentences } from './respond.tsx';

function lacksRevenue({ code }: Issue): boolean {
  return code === 'simulate-no-current-revenue';
}

/** True where another baseline would be enough. */
export function onlyLacksRevenue({ issues }: Refusal): boolean {
  return issues.every(lacksRevenue);
}

export function refusalSentences({ issues }: Refusal, view: View): string[] {
  return issues.flatMap((issue) =>
    lacksRevenue(issue) ? [view.t.simulation.noCurrentRevenue] : sentences([issue], view.lang),
  );
}
