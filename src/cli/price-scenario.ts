/** The scenario behind `prices balance` and `prices solve`: a list on its own, or laid into a scenario. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Checked,
  dayFromIso,
  type InputMeta,
  type Issue,
  loadPriceList,
  Refusal,
  type ResolvedScenario,
  resolveScenario,
  type Typing,
} from '../index.ts';
import type { Io } from './io.ts';
import { CASE_META_KEYS, collectText, withCaseOptions } from './options.ts';
import { scenarioPlaces } from './scenario-places.ts';
import type { PayOptions } from './simulation-input.ts';

/** How quantities are counted where no scenario says it. */
export interface ReckonOptions extends PayOptions {
  readonly typing?: Typing;
  readonly valuationDate?: number;
}

export interface PriceScenarioOptions extends ReckonOptions {
  readonly cases: string;
  readonly scenario?: readonly string[];
}

export const PRICE_META_KEYS: readonly string[] = ['typing', 'supercluster', ...CASE_META_KEYS];

export function withPriceScenario(command: Command): Command {
  return withReckoning(
    command
      .requiredOption('--cases <file>', 'case file')
      .option('--scenario <file>', 'dates, index, volume, contracts and typing to reckon with', collectText),
  );
}

export function withReckoning(command: Command): Command {
  return withCaseOptions(command)
    .addOption(
      new Option(
        '--typing <kind>',
        'which cluster is paid (default: as the scenario says, else chosen)',
      ).choices(['chosen', 'advised', 'expected']),
    )
    .option('--valuation-date <date>', 'day on which open episodes are counted, yyyy-mm-dd', isoDay)
    .option('--rules <id>', 'rule set: id or folder (default: by the date of each row)')
    .option('--supercluster <code>', 'supercluster of rows that do not have one');
}

export interface PriceScenario {
  readonly scenario: ResolvedScenario;
  readonly inputs: readonly InputMeta[];
  readonly warnings: readonly Issue[];
}

/**
 * The list in a scenario of its own, or in place of the scenario's list.
 * @param fromCurrent current revenue is the baseline; otherwise the scenario stands beside itself, so
 *   that no episode is left out for want of a current revenue
 * @throws Refusal with every fault of list and scenario
 */
export async function priceScenario(
  io: Io,
  listName: string,
  options: PriceScenarioOptions,
  fromCurrent: boolean,
): Promise<PriceScenario> {
  const places = scenarioPlaces(io);
  const list = sound(await loadPriceList(listName, places));
  const stack =
    options.scenario === undefined ? undefined : sound(await resolveScenario(options.scenario, places));
  const base: ResolvedScenario = stack?.value.scenario ?? {
    id: list.value.id,
    title: list.value.id,
    baseline: 'current',
    typing: 'chosen',
    prices: { list: list.value, overrides: [] },
    index: [],
    volume: [],
    payerGroups: {},
    contracts: [],
    assumptions: [],
  };
  const scenario: ResolvedScenario = {
    ...base,
    baseline: 'current',
    typing: options.typing ?? base.typing,
    valuationDate: options.valuationDate ?? base.valuationDate,
    prices: { list: list.value, overrides: base.prices.overrides },
    // A list is reckoned for the care as it is; answers to its prices would move the goal while it is sought.
    behaviour: undefined,
  };
  const { id, rows, sha256 } = list.value;
  return {
    scenario: fromCurrent ? scenario : { ...scenario, baseline: scenario },
    inputs: [{ name: `${id}.csv`, rows: rows.length, sha256 }, ...(stack?.value.inputs ?? [])],
    warnings: [...list.issues, ...(stack?.issues ?? [])],
  };
}

function sound<T>({ value, issues }: Checked<T>): { readonly value: T; readonly issues: readonly Issue[] } {
  if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
  return { value, issues };
}

function isoDay(text: string): number {
  const day = dayFromIso(text);
  if (day === undefined) throw new InvalidArgumentError('Give a date as yyyy-mm-dd.');
  return day;
}

/** An amount in whole cents, or the word that stands for current revenue. */
export function centsOrCurrent(text: string): number | 'current' {
  if (text === 'current') return 'current';
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give whole cents, or current.');
  return Number(text);
}
