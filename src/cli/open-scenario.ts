/** The scenario that a command was given, with its list and baseline, under the typing asked for. */

import {
  type Issue,
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
}

/** @throws Refusal with every fault of the scenarios and their lists */
export async function openScenario(
  io: Io,
  options: ScenarioOptions,
): Promise<ResolvedStack & { readonly warnings: readonly Issue[] }> {
  const { value, issues } = await resolveScenario(options.scenario ?? [], scenarioPlaces(io));
  if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
  const { typing } = options;
  const scenario = typing === undefined ? value.scenario : { ...value.scenario, typing };
  return { scenario, inputs: value.inputs, warnings: issues };
}

export function baselineName({ baseline }: ResolvedScenario, lang: Lang): ScenarioName {
  return baseline === 'current'
    ? { id: 'current', title: sentence({ code: 'simulate-current' }, lang) }
    : { id: baseline.id, title: baseline.title };
}
