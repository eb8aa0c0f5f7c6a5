/** From a scenario and a case file to what a simulation is made from: the same for every command that pays. */

import {
  type CaseTable,
  clusterCodebook,
  type Issue,
  type MetaParts,
  RATING_COLUMNS,
  type ReadReport,
  type ResolvedScenario,
  type RuleBook,
  type SimulationInput,
  type SimulationOutcome,
  type Status,
  scoreTableByDate,
  simulationNeeds,
  typingColumns,
} from '../index.ts';
import type { Io } from './io.ts';
import type { CaseOptions } from './options.ts';
import { ruleBookFor } from './rule-sets.ts';
import { tableOfCases } from './table-of-cases.ts';

export interface PayOptions extends CaseOptions {
  readonly rules?: string;
  readonly supercluster?: string;
}

/** What a command reads besides the columns that decide money. */
export interface AlsoRead {
  /** Ratings, where the file has them. */
  readonly ratings?: true;
  /** The patient column is required. */
  readonly patient?: true;
  /** Further columns, required. */
  readonly columns?: readonly string[];
}

const SCORED_COLUMNS: readonly string[] = [...RATING_COLUMNS, 'supercluster', 'date'];

export interface PayInput {
  readonly input: SimulationInput;
  readonly report: ReadReport;
  readonly rules: MetaParts['rules'];
  /** What to stamp: the case file's, and those of every price used. */
  readonly statuses: readonly (Status | '')[];
}

export async function payInput(
  io: Io,
  path: string,
  options: PayOptions,
  scenario: ResolvedScenario,
  also: AlsoRead = {},
): Promise<PayInput> {
  const needs = simulationNeeds(scenario);
  const book = needs.scores || needs.reviewTerms ? await ruleBookFor(io, options.rules) : undefined;
  const { table, report, statuses } = await tableOfCases(io, path, options, {
    uses: [
      ...needs.columns,
      ...(needs.scores || also.ratings ? SCORED_COLUMNS : []),
      ...(also.columns ?? []),
    ],
    requires: [
      ...(needs.scores ? [RATING_COLUMNS] : ['chosen_cluster']),
      ...(also.patient ? ['patient'] : []),
      ...(also.columns ?? []),
    ],
    ...(needs.scores && book !== undefined ? { codebook: clusterCodebook(book) } : {}),
    ...(options.supercluster === undefined ? {} : { supercluster: options.supercluster }),
  });
  const before = scenario.baseline;
  const lists = [scenario, ...(before === 'current' ? [] : [before])].map((each) => each.prices.list);
  return {
    input: {
      table,
      typing: typingOf(table, needs.scores ? book : undefined, options),
      reviewTerms: new Map(
        book?.clusters.flatMap(({ number, reviewTerm }) => (reviewTerm ? [[number, reviewTerm]] : [])),
      ),
      scenario,
    },
    report,
    rules: book?.sets[0]?.ruleSet,
    statuses: [
      ...statuses,
      ...lists.flatMap((list) => list.rows.map((row) => row.status)),
      ...assumedStatuses(scenario),
    ],
  };
}

/** Growth and behaviour are supposed, whatever the prices are. */
export function assumedStatuses(scenario: ResolvedScenario): Status[] {
  const { baseline } = scenario;
  const sides = [scenario, ...(baseline === 'current' ? [] : [baseline])];
  return sides.some(({ years, behaviour }) => years !== undefined || behaviour !== undefined)
    ? ['hypothetical']
    : [];
}

function typingOf(table: CaseTable, book: RuleBook | undefined, { supercluster }: PayOptions) {
  if (book === undefined) return typingColumns(table);
  const scores = scoreTableByDate(book, table, supercluster === undefined ? {} : { supercluster });
  return typingColumns(
    table,
    book.clusters.map(({ code }) => code),
    scores,
  );
}

/** What the file lacks that the reader of any result must know. */
export function populationIssues(
  { table }: SimulationInput,
  population: Pick<SimulationOutcome['population'], 'withoutStart'>,
): Issue[] {
  return populationIssuesOf(table.columns.has('patient'), population);
}

export function populationIssuesOf(
  patientColumn: boolean,
  { withoutStart }: Pick<SimulationOutcome['population'], 'withoutStart'>,
): Issue[] {
  const issues: Issue[] = [];
  if (!patientColumn) {
    issues.push({ code: 'simulate-no-patient-column', severity: 'warning', column: 'patient' });
  }
  if (withoutStart > 0) {
    const params = { rows: withoutStart };
    issues.push({ code: 'simulate-without-start', severity: 'warning', column: 'start', params });
  }
  return issues;
}
