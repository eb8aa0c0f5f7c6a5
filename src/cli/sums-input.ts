/** From a file of sums to a prepared simulation: what `simulate --from-sums` begins with. */

import {
  type FromSumsInput,
  fileSource,
  type InputMeta,
  type Issue,
  type MetaParts,
  type PreparedSimulation,
  prepareFromSums,
  type ResolvedScenario,
  type RowCounts,
  readSumsTable,
  refuse,
  type Status,
  simulationNeeds,
} from '../index.ts';
import type { Io } from './io.ts';
import { namedRuleSet } from './rule-sets.ts';
import { assumedStatuses, populationIssuesOf } from './simulation-input.ts';

export interface SumsRead {
  readonly input: FromSumsInput;
  readonly prepared: PreparedSimulation;
  readonly file: InputMeta;
  readonly rows: RowCounts;
  readonly rules: MetaParts['rules'];
  readonly statuses: readonly (Status | '')[];
  readonly issues: readonly Issue[];
}

/** What is said where quantities were withheld: the money is then not that of all rows. */
export const INCOMPLETE = 'sums-incomplete';

/** @throws Refusal `sums-other-rules` when another rule set made them; `sums-incomplete` unless `partial` is asked for; as `prepareFromSums` */
export async function sumsInput(
  io: Io,
  path: string,
  options: { readonly rules?: string; readonly partial?: true },
  scenario: ResolvedScenario,
): Promise<SumsRead> {
  const { table, input: file } = await readSumsTable(fileSource(path));
  const needs = simulationNeeds(scenario);
  const { about, lines } = table;
  const needed = needs.scores || needs.reviewTerms;
  if (needed && about.rules === null) throw refuse('sums-other-typing', {});
  const set = needed ? await namedRuleSet(io, options.rules ?? about.rules!.id) : undefined;
  if (set !== undefined && set.sha256 !== about.rules!.sha256) throw refuse('sums-other-rules', {});
  const input: FromSumsInput = {
    table,
    scenario,
    reviewTerms: new Map(
      set?.clusters.flatMap(({ number, reviewTerm }) => (reviewTerm ? [[number, reviewTerm]] : [])),
    ),
    ...(needs.scores ? { codes: set!.clusters.map(({ code }) => code) } : {}),
  };
  const prepared = prepareFromSums(input);
  const fact = (name: string): number =>
    lines.find(({ kind, item }) => kind === 'fact' && item === name)?.value ?? 0;
  const [read, rejected] = [fact('read'), fact('rejected')];
  const sides = scenario.baseline === 'current' ? [scenario] : [scenario, scenario.baseline];
  const withheld = {
    sums: fact('withheld-quantity'),
    products: fact('withheld-pair') + fact('withheld-typing') + fact('withheld-triple'),
    episodes: fact('candidates') - fact('episodes'),
  };
  const incomplete = prepared.fromSums?.incomplete === true;
  const issues: Issue[] = populationIssuesOf(about.patientColumn, prepared.population);
  if (Object.values(withheld).some((count) => count > 0)) {
    const params = { ...withheld, minimum: about.minimum };
    issues.push({ code: incomplete ? INCOMPLETE : 'sums-kept-back', severity: 'warning', params });
    if (incomplete && options.partial !== true) throw refuse(INCOMPLETE, params);
  }
  return {
    input,
    prepared,
    file,
    rows: { read, used: read - rejected, rejected },
    rules: set,
    statuses: [
      ...(fact('synthetic') > 0 ? (['synthetic'] as const) : []),
      ...sides.flatMap(({ prices }) => prices.list.rows.map(({ status }) => status)),
      ...assumedStatuses(scenario),
    ],
    issues,
  };
}
