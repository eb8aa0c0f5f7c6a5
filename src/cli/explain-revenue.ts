/** One patient from ratings to euros: the advice per episode, and what a scenario pays for it. */

import {
  caseAt,
  type ExplainDocument,
  explainCase,
  explainPayment,
  IssueCollector,
  makeMeta,
  prepareSimulation,
  RATING_COLUMNS,
  refuse,
  textAt,
  textColumn,
} from '../index.ts';
import type { Io } from './io.ts';
import { baselineName, openScenario, type ScenarioOptions } from './open-scenario.ts';
import { CASE_META_KEYS, optionsForMeta } from './options.ts';
import { ruleBookFor } from './rule-sets.ts';
import { type PayOptions, payInput, populationIssues } from './simulation-input.ts';

export interface RevenueOptions extends PayOptions, ScenarioOptions {
  readonly patient: string;
}

/** @throws Refusal `explain-patient-unknown` */
export async function explainRevenue(
  io: Io,
  path: string,
  options: RevenueOptions,
): Promise<ExplainDocument> {
  const { scenario, inputs, warnings } = await openScenario(io, options);
  const also = { ratings: true, patient: true } as const;
  const { input, report, rules, statuses } = await payInput(io, path, options, scenario, also);
  const { table } = input;
  const patients = textColumn(table, 'patient');
  const rows = Array.from({ length: table.n }, (_, row) => row).filter(
    (row) => textAt(patients, row) === options.patient,
  );
  if (rows.length === 0) throw refuse('explain-patient-unknown', { column: 'patient' });
  const prepared = prepareSimulation(input);
  const rated = RATING_COLUMNS.some((name) => table.columns.has(name));
  const book = rated ? await ruleBookFor(io, options.rules) : undefined;
  const { supercluster } = options;
  const cases = rows.flatMap((row) => {
    if (book === undefined) return [];
    const one = caseAt(book, table, row, supercluster === undefined ? {} : { supercluster });
    return [{ row: table.rows[row]!, ...explainCase(one.ruleSet, one.ratings, one.supercluster) }];
  });
  const issues = new IssueCollector();
  issues.addAll([...warnings, ...populationIssues(input, prepared.population)]);
  return {
    meta: makeMeta({
      command: 'explain',
      rules: rules ?? book?.sets.map((set) => set.ruleSet).find(({ id }) => id === cases[0]?.rule.id),
      inputs: [report.input, ...inputs],
      seed: options.seed,
      options: optionsForMeta({ ...options }, ['typing', 'asOf', ...CASE_META_KEYS]),
      statuses: [...statuses, ...cases.map((one) => one.rule.status)],
    }),
    rows: report.rows,
    issues: [...report.issues(options.lang), ...issues.summaries(options.lang)],
    cases,
    scenario: { id: scenario.id, title: scenario.title },
    baseline: baselineName(scenario, options.lang),
    payment: explainPayment(prepared, rows, options.lang),
  };
}
