/**
 * A simulation as the document that the command line writes for the same file, scenario and options, so
 * that what is taken out of a page can be made again there. What only a page can do (changed prices,
 * another baseline) stands among the options.
 */

import {
  DEFAULT_SIMULATION_OPTIONS,
  type Issue,
  IssueCollector,
  type IssueSummary,
  type Lang,
  makeMeta,
  RATING_COLUMNS,
  type SimulationNeeds,
  type SimulationOptions,
  type SimulationOutcome,
  type SimulationResult,
  type Status,
  sentence,
  simulationNeeds,
} from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import type { View } from '../../views/view.ts';
import type { Services } from '../services.ts';
import { runTask } from '../simulation-run.ts';
import type { Loaded } from '../workspace.ts';
import type { Choice } from './choice.ts';
import { effective } from './choice.ts';

export interface Documented {
  readonly result: SimulationResult;
  readonly scenario: ReturnType<typeof effective>;
}

/** @throws Refusal when the file lacks what the scenario needs */
export async function simulationDocument(
  services: Services,
  loaded: Loaded,
  choice: Choice,
  view: View,
): Promise<Documented> {
  const { lang } = view;
  const { state, typing, asWritten, listed } = choice;
  const { dataSet } = loaded;
  const scenario = effective(choice, view);
  const options: SimulationOptions = {
    ...DEFAULT_SIMULATION_OPTIONS,
    intervalTarget: state.target,
    lang,
  };
  const ask = { options, changes: {} };
  const outcome = await runTask(services.simulator, loaded, scenario, typing, 'outcome', ask);
  const years = await runTask(services.simulator, loaded, scenario, typing, 'years', { options });
  const needs = simulationNeeds(scenario);
  const ruled = needs.scores || needs.reviewTerms;
  const { baseline } = scenario;
  const lists = [scenario, ...(baseline === 'current' ? [] : [baseline])].map((each) => each.prices.list);
  const assumed = [scenario, ...(baseline === 'current' ? [] : [baseline])].some(
    (each) => each.years !== undefined || each.behaviour !== undefined,
  );
  const statuses: (Status | '')[] = [
    ...(dataSet.synthetic ? (['synthetic'] as const) : []),
    ...lists.flatMap((list) => list.rows.map(({ status }) => status)),
    ...(assumed || state.amounts.size > 0 ? (['hypothetical'] as const) : []),
  ];
  const { level, draws, seed } = options;
  const result: SimulationResult = {
    meta: makeMeta({
      command: 'simulate',
      ...(ruled ? { rules: loaded.book.sets[0]?.ruleSet } : {}),
      inputs: [{ name: dataSet.name, rows: dataSet.rows.read, sha256: dataSet.sha256 }, ...choice.inputs],
      seed,
      options: {
        scenario: [listed.id],
        ...(state.baseline === undefined ? {} : { baseline: state.baseline }),
        ...(typing === asWritten.typing ? {} : { typing }),
        ...(state.amounts.size === 0
          ? {}
          : { amountsCents: Object.fromEntries([...state.amounts].map(([row, cents]) => [row + 1, cents])) }),
        draws,
        intervalTarget: state.target,
        level,
        lang,
      },
      statuses,
    }),
    rows: dataSet.rows,
    issues: [...issuesOf(dataSet, needs, lang), ...populationIssues(loaded, outcome, lang)],
    scenario: { id: listed.id, title: asWritten.title },
    baseline:
      baseline === 'current'
        ? { id: 'current', title: sentence({ code: 'simulate-current' }, lang) }
        : { id: baseline.id, title: baseline.title },
    ...outcome,
    ...(years.length === 0 ? {} : { years }),
  };
  return { result, scenario };
}

/** Findings in the columns that are used: the import looked at all of them. */
function issuesOf({ issues, recognised }: DataSet, needs: SimulationNeeds, lang: Lang): IssueSummary[] {
  const scored = needs.scores ? [...RATING_COLUMNS, 'supercluster', 'date'] : [];
  const used = new Set([...needs.columns, ...scored, 'chosen_cluster', 'origin']);
  for (const { header, canonical } of recognised.columns) if (used.has(canonical)) used.add(header);
  return issues[lang].filter(({ examples }) =>
    examples.every(({ column }) => column === undefined || used.has(column)),
  );
}

/** What the file lacks that the reader of any result must know. */
function populationIssues({ table }: Loaded, { population }: SimulationOutcome, lang: Lang) {
  const issues: Issue[] = [];
  if (!table.columns.has('patient')) {
    issues.push({ code: 'simulate-no-patient-column', severity: 'warning', column: 'patient' });
  }
  if (population.withoutStart > 0) {
    const params = { rows: population.withoutStart };
    issues.push({ code: 'simulate-without-start', severity: 'warning', column: 'start', params });
  }
  const collector = new IssueCollector();
  collector.addAll(issues);
  return collector.summaries(lang);
}
