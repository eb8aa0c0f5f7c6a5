/** A scenario as it stands a number of years later: growth, transition and mix laid into it. */

import type { Contract } from '../model/contract.ts';
import type { ResolvedScenario, YearlyFactor } from '../model/scenario.ts';

/**
 * Year 0 is the scenario itself. Later: list amounts and amounts of overrides times the growth of
 * prices; a volume factor for each entry of growth; the share of contracts of form transition; clusters
 * moved. Contracts with a `year` move with the calendar, on both sides. A baseline follows its own
 * `years`; without them it stays as it is.
 */
export function scenarioOfYear(scenario: ResolvedScenario, year: number): ResolvedScenario {
  if (year === 0) return scenario;
  const { baseline } = scenario;
  return {
    ...grown(scenario, year),
    baseline: baseline === 'current' ? 'current' : grown(baseline, year),
  };
}

function grown(scenario: ResolvedScenario, year: number): ResolvedScenario {
  const { years, prices, contracts } = scenario;
  const growth = compounded(years?.index, year);
  const moves = years?.mixShift ?? [];
  const cents = <T extends { readonly amountCents?: number | undefined }>(row: T): T =>
    row.amountCents === undefined ? row : { ...row, amountCents: row.amountCents * growth };
  return {
    ...scenario,
    prices: {
      list: { ...prices.list, rows: prices.list.rows.map(cents) },
      overrides: prices.overrides.map(cents),
    },
    volume: [
      ...scenario.volume,
      ...(years?.volume ?? []).map(({ factor, ...where }) => ({
        ...where,
        factor: compounded(factor, year),
      })),
    ],
    contracts: contracts.map((contract) => later(contract, years?.transition?.[year - 1], year)),
    ...(moves.length === 0 ? {} : { moved: { moves, times: year } }),
  };
}

/** Growth from the first year to this one. */
function compounded(factor: YearlyFactor | undefined, year: number): number {
  if (factor === undefined) return 1;
  if (typeof factor === 'number') return factor ** year;
  return factor.slice(0, year).reduce((product, each) => product * each, 1);
}

function later(contract: Contract, share: number | undefined, year: number): Contract {
  const moved = contract.year === undefined ? contract : { ...contract, year: contract.year - year };
  return share !== undefined && moved.form === 'transition' ? { ...moved, share } : moved;
}
