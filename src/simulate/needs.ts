/** What a scenario and its baseline need of a case file, so that only that is read and required. */

import type { CanonicalColumn } from '../model/case-table.ts';
import type { ResolvedScenario } from '../model/scenario.ts';
import { formRule } from './contracts/forms.ts';
import { measuresOf } from './measures.ts';

export interface SimulationNeeds {
  /** Columns that decide money, and when it is earned. */
  readonly columns: readonly CanonicalColumn[];
  /** Ratings must be scored: a typing other than `chosen` is asked for. */
  readonly scores: boolean;
  /** Review terms of a rule set are needed. */
  readonly reviewTerms: boolean;
  /** The first contract form whose pay depends on cost: without that column it cannot be reckoned. */
  readonly paysByCost: string | undefined;
}

export function simulationNeeds(scenario: ResolvedScenario): SimulationNeeds {
  const sides = scenario.baseline === 'current' ? [scenario] : [scenario, scenario.baseline];
  const units = new Set(sides.flatMap((side) => side.prices.list.rows.map(({ unit }) => unit)));
  const measures = sides.flatMap((side) => side.contracts.flatMap(measuresOf));
  // Dates are wanted even where no price asks for them: production per month, the day a ceiling is
  // reached and unpriced days come from them.
  const columns: CanonicalColumn[] = [
    'patient',
    'member',
    'site',
    'team',
    'payer',
    'setting',
    'start',
    'end',
  ];
  if (units.has('bed-day') || measures.includes('bed-days')) columns.push('bed_days');
  if (measures.includes('cost')) columns.push('cost');
  if (scenario.baseline === 'current') columns.push('current_revenue');
  return {
    columns: [...columns, 'chosen_cluster'],
    scores: sides.some((side) => side.typing !== 'chosen' || side.behaviour?.retype !== undefined),
    reviewTerms: units.has('review-period'),
    paysByCost: sides
      .flatMap(({ contracts }) => contracts)
      .find((contract) => formRule(contract).needs(contract).includes('cost'))?.form,
  };
}
