/** `zorgcluster simulate CASES`: revenue under a scenario against its baseline. */

import { type Command, Option } from 'commander';
import {
  type IntervalTarget,
  type Issue,
  IssueCollector,
  makeMeta,
  type PreparedSimulation,
  prepareSimulation,
  Refusal,
  type ResolvedStack,
  refuse,
  resolveScenario,
  type SimulationOutcome,
  type SimulationResult,
  sentence,
  simulate,
  simulateFigures,
  simulateTables,
  simulationLedger,
  simulationWorkbook,
  type Typing,
} from '../../index.ts';
import type { Io } from '../io.ts';
import {
  CASE_META_KEYS,
  collectText,
  drawCount,
  openShare,
  optionsForMeta,
  withCaseOptions,
  withSeed,
} from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { scenarioPlaces } from '../scenario-places.ts';
import { type PayOptions, payInput, populationIssues } from '../simulation-input.ts';

interface SimulateCommandOptions extends PayOptions {
  readonly scenario: readonly string[];
  readonly typing?: Typing;
  readonly draws: number;
  readonly intervalTarget: IntervalTarget;
  readonly level: number;
  readonly seed: number;
}

const META_KEYS = [...['typing', 'supercluster', 'draws', 'intervalTarget', 'level'], ...CASE_META_KEYS];

export function addSimulate(program: Command, io: Io): void {
  withSeed(
    withCaseOptions(program.command('simulate').argument('<cases>', 'case file'))
      .description('revenue under a scenario against its baseline, with intervals and breakdowns')
      .requiredOption('--scenario <file>', 'scenario: id or file; a later one is laid over it', collectText)
      .addOption(
        new Option('--typing <kind>', 'which cluster is paid (default: as the scenario says)').choices([
          'chosen',
          'advised',
          'expected',
        ]),
      )
      .option('--rules <id>', 'rule set: id or folder (default: by the date of each row)')
      .option('--supercluster <code>', 'supercluster of rows that do not have one')
      .addOption(
        new Option('--interval-target <who>', 'whom the interval speaks of')
          .choices(['these-patients', 'population', 'next-year'])
          .default('population'),
      )
      .option('--level <share>', 'level of intervals, between 0 and 1', openShare, 0.95)
      .option('--draws <number>', 'draws where a contract bends', drawCount, 2000),
  )
    .setOptionValue('seed', 1)
    .action(async (path: string, options: SimulateCommandOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const { result, prepared } = await simulateFile(io, path, options);
      await emit(io, options, {
        document: result,
        title: result.scenario.title,
        tables: () => simulateTables(result, options.lang),
        main: 'groups',
        figures: () => simulateFigures(result, options.lang),
        reckoning: () => simulationWorkbook(simulationLedger(prepared), options.lang),
        notes: notesOf(result),
      });
    });
}

async function simulateFile(
  io: Io,
  path: string,
  options: SimulateCommandOptions,
): Promise<{ readonly result: SimulationResult; readonly prepared: PreparedSimulation }> {
  const { scenario, inputs, warnings } = await resolved(io, options);
  const { input, report, rules, statuses } = await payInput(io, path, options, scenario);
  const prepared = prepareSimulation(input);
  const outcome = simulate(prepared, options);
  if (options.strict) refuseUnpriced(outcome);
  const issues = new IssueCollector();
  issues.addAll([...warnings, ...populationIssues(input, outcome.population)]);
  const before = scenario.baseline;
  const result: SimulationResult = {
    meta: makeMeta({
      command: 'simulate',
      rules,
      inputs: [report.input, ...inputs],
      seed: options.seed,
      options: optionsForMeta({ ...options }, META_KEYS),
      statuses,
    }),
    rows: report.rows,
    issues: [...report.issues(options.lang), ...issues.summaries(options.lang)],
    scenario: { id: scenario.id, title: scenario.title },
    baseline:
      before === 'current'
        ? { id: 'current', title: sentence({ code: 'simulate-current' }, options.lang) }
        : { id: before.id, title: before.title },
    ...outcome,
  };
  return { result, prepared };
}

async function resolved(
  io: Io,
  options: SimulateCommandOptions,
): Promise<ResolvedStack & { readonly warnings: readonly Issue[] }> {
  const { value, issues } = await resolveScenario(options.scenario, scenarioPlaces(io));
  if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
  const { typing } = options;
  const scenario = typing === undefined ? value.scenario : { ...value.scenario, typing };
  return { scenario, inputs: value.inputs, warnings: issues };
}

function refuseUnpriced({ population, lint }: SimulationOutcome): void {
  const { episodes } = population.unpriced;
  if (episodes === 0) return;
  const clusters = lint.flatMap(({ code, cluster }) => (code === 'price-missing' ? (cluster ?? []) : []));
  throw refuse('simulate-unpriced-strict', {
    episodes: Math.ceil(episodes - 1e-9),
    clusters: clusters.join(', '),
  });
}

/** What stands beside the interval. */
function notesOf({ total }: SimulationResult): string[] {
  return 'note' in total.interval && total.interval.note !== undefined ? [total.interval.note] : [];
}
