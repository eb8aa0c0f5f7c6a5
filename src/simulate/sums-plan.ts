/**
 * What must be counted so that a scenario can be simulated without rows: frames, date segments, units
 * and contract measures. A scenario with other amounts, factors or terms of contracts has the same plan.
 */

import { refuse } from '../issue/refusal.ts';
import type { ReviewTerm } from '../model/rule-set.ts';
import type { ResolvedScenario } from '../model/scenario.ts';
import type { GroupDimension } from '../model/simulation.ts';
import type { SumsCoverage, SumsFrame, SumsMeasured, SumsPlan, SumsSide } from '../model/sums.ts';
import { dayFromCalendar } from '../table/day.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import { datesMatter, frameSpec, layerOf } from './frame.ts';
import { measuresOf } from './measures.ts';
import { simulationNeeds } from './needs.ts';

const SUMS_DIMENSIONS: readonly GroupDimension[] = ['setting', 'payer', 'site', 'team', 'member'];

/**
 * @param by dimensions of breakdowns; those that decide money are added
 * @param clusters codes of the rule set that scores; absent = clusters stand as clinicians wrote them
 * @throws Refusal `sums-cannot` for what needs the rows themselves
 */
export function sumsPlan(
  scenario: ResolvedScenario,
  reviewTerms: ReadonlyMap<number, ReviewTerm>,
  by: readonly GroupDimension[],
  clusters?: readonly string[],
): SumsPlan {
  const baseline = scenario.baseline === 'current' ? undefined : scenario.baseline;
  const sides = baseline === undefined ? [scenario] : [scenario, baseline];
  for (const side of sides) refuseRowsOnly(side);
  const frames: SumsFrame[] = [];
  const frameOf = (typing: SumsFrame['typing'], timing: ResolvedScenario): number => {
    const frame = { typing, valuationDate: timing.valuationDate, period: timing.period };
    const known = frames.findIndex((one) => sameFrame(one, frame));
    return known >= 0 ? known : frames.push(frame) - 1;
  };
  const own = frameOf(scenario.typing, scenario);
  const other = baseline === undefined ? -1 : frameOf(baseline.typing, baseline);
  const steps =
    baseline === undefined
      ? currentSteps(scenario, frameOf)
      : {
          price: other,
          volume: frameOf(baseline.typing, scenario),
          typing: own,
        };
  const match = clusterMatcher(clusters ?? []);
  const codeOf: CodeOf = (code) => clusters?.[match(code)] ?? code;
  const measured = [
    ...measuredOf(scenario, codeOf, 's', 's', [own]),
    ...(baseline === undefined
      ? []
      : [
          ...measuredOf(baseline, codeOf, 'b', 'b', [other]),
          ...measuredOf(baseline, codeOf, 's', 'b', [...new Set([steps.price, steps.volume, steps.typing])]),
        ]),
  ];
  const needs = simulationNeeds(scenario);
  const specs = sides.map((side) =>
    frameSpec({ prices: side, typing: side.typing, timing: side, layers: [layerOf(side)] }),
  );
  return {
    frames,
    own,
    other,
    steps,
    units: [...new Set(sides.flatMap((side) => side.prices.list.rows.map(({ unit }) => unit)))].sort(),
    cuts: cutsOf(sides),
    lists: { s: coverageOf(scenario, codeOf), b: baseline === undefined ? [] : coverageOf(baseline, codeOf) },
    measured,
    terms: needs.reviewTerms ? [...reviewTerms].sort(([a], [b]) => a - b) : [],
    dimensions: dimensionsOf(sides, by),
    current: baseline === undefined,
    cost: measured.some(({ measures }) => measures.includes('cost')),
    needsStart: specs.some(datesMatter),
    scores: needs.scores,
  };
}

function refuseRowsOnly({ behaviour, years, contracts }: ResolvedScenario): void {
  if (behaviour?.retype !== undefined) throw refuse('sums-cannot', { what: 'behaviour.retype' });
  if ((years?.mixShift ?? []).length > 0) throw refuse('sums-cannot', { what: 'years.mixShift' });
  const trimmed = contracts.some(
    (contract) => contract.form === 'mean-per-patient' && contract.trimCents !== undefined,
  );
  if (trimmed) throw refuse('sums-cannot', { what: 'contracts.trimCents' });
}

function currentSteps(
  scenario: ResolvedScenario,
  frameOf: (typing: SumsFrame['typing'], timing: ResolvedScenario) => number,
): SumsPlan['steps'] {
  if (scenario.typing === 'chosen') return { price: -1, volume: -1, typing: -1 };
  const price = frameOf({ chosenElse: scenario.typing }, scenario);
  return { price, volume: price, typing: -1 };
}

function sameFrame(a: SumsFrame, b: SumsFrame): boolean {
  return (
    JSON.stringify(a.typing) === JSON.stringify(b.typing) &&
    a.valuationDate === b.valuationDate &&
    a.period?.from === b.period?.from &&
    a.period?.until === b.period?.until
  );
}

/** Every day on which what is paid may change. */
function cutsOf(sides: readonly ResolvedScenario[]): number[] {
  const cuts = new Set<number>();
  for (const { prices, index, contracts } of sides) {
    for (const { from, until } of [...prices.list.rows, ...prices.overrides]) {
      if (from !== undefined) cuts.add(from);
      if (until !== undefined) cuts.add(until + 1);
    }
    for (const { from } of index) cuts.add(from);
    for (const { year } of contracts) {
      if (year === undefined) continue;
      cuts.add(dayFromCalendar(year, 1, 1));
      cuts.add(dayFromCalendar(year + 1, 1, 1));
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

/** A code as the rule set has it, where there is one. */
type CodeOf = (code: string) => string;

function coverageOf({ prices }: ResolvedScenario, codeOf: CodeOf): SumsCoverage[] {
  const { asOf = Number.POSITIVE_INFINITY } = prices.list;
  return prices.list.rows.flatMap(({ cluster, unit, setting, payer, from, until, published }) =>
    published !== undefined && published > asOf
      ? []
      : [{ cluster: codeOf(cluster), unit, setting, payer, from, until }],
  );
}

function measuredOf(
  { contracts, payerGroups }: ResolvedScenario,
  codeOf: CodeOf,
  list: SumsSide,
  side: SumsSide,
  frames: readonly number[],
): SumsMeasured[] {
  const words = (payer: string): string[] => [
    payer,
    ...(Object.hasOwn(payerGroups, payer) ? payerGroups[payer]! : []),
  ];
  const own = contracts.flatMap(({ payer }) => (payer === '*' ? [] : words(payer)));
  return frames.flatMap((frame) =>
    contracts.map((contract, position) => ({
      id: `${list}${side}${position}`,
      frame,
      list,
      measures: measuresOf(contract),
      payers: [...new Set(contract.payer === '*' ? own : words(contract.payer))].sort(),
      except: contract.payer === '*',
      setting: contract.scope?.setting,
      site: contract.scope?.site,
      cluster: contract.scope?.cluster === undefined ? undefined : codeOf(contract.scope.cluster),
      year: contract.year,
    })),
  );
}

/** Setting, payer and site where they decide what is paid, then the breakdowns asked for. */
function dimensionsOf(sides: readonly ResolvedScenario[], by: readonly GroupDimension[]): GroupDimension[] {
  const wanted = new Set<GroupDimension>([...moneyDimensions(sides), ...by]);
  return SUMS_DIMENSIONS.filter((dimension) => wanted.has(dimension));
}

function moneyDimensions(sides: readonly ResolvedScenario[]): Set<GroupDimension> {
  const wanted = new Set<GroupDimension>();
  for (const { prices, volume, years, contracts } of sides) {
    for (const { setting, payer } of [...prices.list.rows, ...prices.overrides]) {
      if (setting) wanted.add('setting');
      if (payer) wanted.add('payer');
    }
    for (const { payer, site } of [...volume, ...(years?.volume ?? [])]) {
      if (payer !== undefined) wanted.add('payer');
      if (site !== undefined) wanted.add('site');
    }
    for (const { payer, scope } of contracts) {
      if (payer !== '*' || contracts.length > 1) wanted.add('payer');
      if (scope?.setting !== undefined) wanted.add('setting');
      if (scope?.site !== undefined) wanted.add('site');
    }
  }
  return wanted;
}

/** Dimensions that only break results down: small groups in them may be put together. */
export function breakdownDimensions(scenario: ResolvedScenario, plan: SumsPlan): GroupDimension[] {
  const baseline = scenario.baseline === 'current' ? [] : [scenario.baseline];
  const money = moneyDimensions([scenario, ...baseline]);
  return plan.dimensions.filter((dimension) => !money.has(dimension));
}
