/** Several scenarios laid over each other: the later one wins, and every conflict is said. */

import type { Contract } from '../model/contract.ts';
import type { Issue } from '../model/issue.ts';
import type { PriceOverride, Scenario } from '../model/scenario.ts';

const SCALARS = ['baseline', 'typing', 'valuationDate', 'period', 'index', 'years', 'behaviour'] as const;

/**
 * Lays scenarios over each other in the order given. Single values, the index, years, behaviour and the price list:
 * the later one replaces. Overrides, volume factors and assumptions are joined; contracts too,
 * where a later one for the same payer, form, scope and year replaces. Replacing something
 * different is a warning that names the winner.
 */
export function stackScenarios(parts: readonly Scenario[]): { scenario: Scenario; conflicts: Issue[] } {
  const [first, ...later] = parts;
  if (first === undefined) throw new RangeError('stackScenarios: no scenario');
  const conflicts: Issue[] = [];
  const scenario = later.reduce((under, over) => stackTwo(under, over, conflicts), first);
  return { scenario, conflicts };
}

function stackTwo(under: Scenario, over: Scenario, conflicts: Issue[]): Scenario {
  const report = (where: string, a: unknown, b: unknown): void => {
    if (a === undefined || b === undefined || same(a, b)) return;
    conflicts.push({ code: 'scenario-conflict', severity: 'warning', params: { where, winner: over.id } });
  };
  for (const key of SCALARS) report(key, under[key], over[key]);
  report('prices.list', under.prices?.list, over.prices?.list);
  for (const override of over.prices?.overrides ?? []) {
    const before = under.prices?.overrides?.find((other) => same(target(other), target(override)));
    report(`prices.overrides (${spelled(target(override))})`, before, before && override);
  }
  const contracts = [...(under.contracts ?? [])];
  for (const contract of over.contracts ?? []) {
    const at = contracts.findIndex((other) => same(coverage(other), coverage(contract)));
    if (at < 0) contracts.push(contract);
    else {
      report(`contracts ${contract.payer} ${contract.form}`, contracts[at], contract);
      contracts[at] = contract;
    }
  }
  for (const [group, payers] of Object.entries(over.payerGroups ?? {})) {
    report(`payerGroups.${group}`, under.payerGroups?.[group], payers);
  }
  return {
    id: `${under.id}+${over.id}`,
    title: [under.title ?? under.id, over.title ?? over.id].join(' + '),
    baseline: over.baseline ?? under.baseline,
    typing: over.typing ?? under.typing,
    valuationDate: over.valuationDate ?? under.valuationDate,
    period: over.period ?? under.period,
    prices: {
      list: over.prices?.list ?? under.prices?.list,
      overrides: [...(under.prices?.overrides ?? []), ...(over.prices?.overrides ?? [])],
    },
    index: over.index ?? under.index,
    volume: [...(under.volume ?? []), ...(over.volume ?? [])],
    payerGroups: { ...under.payerGroups, ...over.payerGroups },
    contracts,
    years: over.years ?? under.years,
    behaviour: over.behaviour ?? under.behaviour,
    assumptions: [...(under.assumptions ?? []), ...(over.assumptions ?? [])],
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function target({ cluster, unit, setting, payer, from, until }: PriceOverride) {
  return { cluster, unit, setting, payer, from, until };
}

/** `cluster 5, unit day`: the keys that are there, for a sentence. */
function spelled(keys: object): string {
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return given.map(([key, value]) => `${key} ${value}`).join(', ');
}

function coverage({ payer, form, scope, year }: Contract) {
  return { payer, form, scope, year };
}
