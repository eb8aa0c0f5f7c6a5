/** The scenario that a command was given, with its list and baseline, under the typing asked for. */

import { type Command, InvalidArgumentError } from 'commander';
import {
  dayFromIso,
  type Issue,
  knownOn,
  type Lang,
  Refusal,
  type ResolvedScenario,
  type ResolvedStack,
  resolveScenario,
  type ScenarioName,
  sentence,
  type Typing,
} from '../index.ts';
import type { Io } from './io.ts';
import { scenarioPlaces } from './scenario-places.ts';

export interface ScenarioOptions {
  readonly scenario?: readonly string[];
  readonly typing?: Typing;
  /** ISO date: what was published later is left aside. */
  readonly asOf?: string;
}

export function withAsOf(command: Command): Command {
  return command.option('--as-of <date>', 'leave prices published after this day aside, yyyy-mm-dd', isoDate);
}

function isoDate(text: string): string {
  if (dayFromIso(text) === undefined) throw new InvalidArgumentError('Give a date as yyyy-mm-dd.');
  return text;
}

/** @throws Refusal with every fault of the scenarios and their lists */
export async function openScenario(
  io: Io,
  options: ScenarioOptions,
): Promise<ResolvedStack & { readonly warnings: readonly Issue[] }> {
  const { value, issues } = await resolveScenario(options.scenario ?? [], scenarioPlaces(io));
  if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
  const { typing, asOf } = options;
  const typed = typing === undefined ? value.scenario : { ...value.scenario, typing };
  const scenario = asOf === undefined ? typed : knownOn(typed, dayFromIso(asOf)!);
  return { scenario, inputs: value.inputs, warnings: issues };
}

export function baselineName({ baseline }: ResolvedScenario, lang: Lang): ScenarioName {
  return baseline === 'current'
    ? { id: 'current', title: sentence({ code: 'simulate-current' }, lang) }
    : { id: baseline.id, title: baseline.title };
}
