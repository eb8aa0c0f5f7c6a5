/** `zorgcluster simulate CASES`: revenue under a scenario against its baseline. */

import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import {
  canonicalJson,
  contractFigures,
  documentDifferences,
  type GroupDimension,
  type InputMeta,
  type IntervalTarget,
  IssueCollector,
  makeMeta,
  type PreparedSimulation,
  paymentCurve,
  prepareSimulation,
  type ResolvedScenario,
  refuse,
  type SimulationBeside,
  type SimulationOutcome,
  type SimulationResult,
  sentence,
  simulate,
  simulateFigures,
  simulateTables,
  simulateYears,
  simulateYearsFromSums,
  simulationLedger,
  simulationNotes,
  simulationWorkbook,
  type Typing,
  tailReport,
  tornado,
  type VerifyDocument,
  verifyTables,
  winnersAsked,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { baselineName, openScenario, withAsOf } from '../open-scenario.ts';
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
import { type PayOptions, payInput, populationIssues } from '../simulation-input.ts';
import { readRecord } from '../simulation-record.ts';
import { INCOMPLETE, sumsInput } from '../sums-input.ts';
import { binLimits, dimensionList } from '../winner-options.ts';

interface SimulateCommandOptions extends PayOptions {
  readonly scenario?: readonly string[];
  readonly beside?: readonly string[];
  readonly tornado?: number;
  readonly winners?: readonly GroupDimension[];
  readonly winnerBins?: readonly number[];
  readonly tail?: true;
  readonly verify?: string;
  readonly fromSums?: string | true;
  readonly partial?: true;
  readonly typing?: Typing;
  readonly asOf?: string;
  readonly draws: number;
  readonly intervalTarget: IntervalTarget;
  readonly level: number;
  readonly seed: number;
}

const META_KEYS = [
  ...['typing', 'supercluster', 'draws', 'intervalTarget', 'level', 'tornado', 'lang'],
  ...['winners', 'winnerBins', 'tail', 'asOf', 'partial'],
  ...CASE_META_KEYS,
];

export function addSimulate(program: Command, io: Io): void {
  withSeed(
    withAsOf(withCaseOptions(program.command('simulate').argument('[cases]', 'case file')))
      .description('revenue under a scenario against its baseline, with intervals and breakdowns')
      .option('--scenario <file>', 'scenario: id or file; a later one is laid over it', collectText)
      .option('--beside <file>', 'another scenario to set beside it (repeatable)', collectText)
      .option('--tornado <share>', 'what each input does, taken this share lower and higher', openShare)
      .option('--winners <dimensions>', 'who gains and loses, such as site,team,payer,member', dimensionList)
      .option('--winner-bins <limits>', 'limits between gainers and losers, such as -0.05,0,0.05', binLimits)
      .option('--tail', 'how much of the money the costliest patients bring, per unit and payer')
      .option(
        '--from-sums <file>',
        'sums that a query of sql sums made, instead of a case file (CSV, Parquet)',
      )
      .option(
        '--partial',
        'with --from-sums: also where sums of few patients were withheld, on the care that is left',
      )
      .option('--verify <record>', 'make a recorded run (its JSON) again, and say whether it is the same')
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
    .action(async (path: string | undefined, options: SimulateCommandOptions) => {
      if (options.verify !== undefined) return verify(io, path, options.verify, options);
      if (path !== undefined && options.fromSums !== undefined) {
        throw refuse('sums-options', { what: 'CASES' }, 2);
      }
      if (options.partial && options.fromSums === undefined) {
        throw refuse('simulate-needs', { what: '--from-sums' }, 2);
      }
      const source = options.fromSums === undefined ? path : String(options.fromSums);
      if (source === undefined) throw refuse('simulate-needs', { what: 'CASES' }, 2);
      if (options.scenario === undefined) throw refuse('simulate-needs', { what: '--scenario' }, 2);
      outputExtension(options, ['.json', '.csv', '.parquet', '.xlsx', '.svg', '.html']);
      const { result, prepared } = await simulateBeside(io, source, options);
      await emit(io, options, {
        document: result,
        title: result.scenario.title,
        tables: () => simulateTables(result, options.lang),
        main: 'groups',
        figures: () => [
          ...simulateFigures(result, options.lang),
          ...contractFigures(
            result.contracts.map((_, contract) => paymentCurve(prepared, contract)),
            result.meta,
            options.lang,
          ),
        ],
        reckoning: () => simulationWorkbook(simulationLedger(prepared), options.lang),
        warnings: result.issues.flatMap(({ code, message }) => (code === INCOMPLETE ? [message] : [])),
        notes: simulationNotes(result, options.lang),
      });
    });
}

/** The scenario asked for, with the others in its result. */
async function simulateBeside(io: Io, path: string, options: SimulateCommandOptions) {
  const { result, prepared } = await simulateFile(io, path, options);
  if (options.beside === undefined) return { result, prepared };
  const beside: SimulationBeside[] = [];
  const inputs = [...result.meta.inputs];
  for (const name of options.beside) {
    const other = (await simulateFile(io, path, { ...options, scenario: [name] })).result;
    const { scenario, baseline, population, total, byCluster } = other;
    beside.push({ scenario, baseline, episodes: population.episodes, total, byCluster });
    const known = (input: InputMeta) => inputs.some((one) => JSON.stringify(one) === JSON.stringify(input));
    inputs.push(...other.meta.inputs.filter((input) => !known(input)));
  }
  const named = { ...result.meta.options, beside: options.beside.map((name) => basename(name)) };
  return { result: { ...result, meta: { ...result.meta, inputs, options: named }, beside }, prepared };
}

async function simulateFile(
  io: Io,
  path: string,
  options: SimulateCommandOptions,
): Promise<{ readonly result: SimulationResult; readonly prepared: PreparedSimulation }> {
  const { scenario, inputs, warnings } = await openScenario(io, options);
  const {
    prepared,
    file,
    rows,
    rules,
    statuses,
    told,
    issues: own,
    yearsOf,
  } = options.fromSums === undefined
    ? await fromRows(io, path, options, scenario)
    : await fromSums(io, path, options, scenario);
  const outcome = simulate(prepared, options);
  const years = yearsOf(outcome);
  if (options.strict) refuseUnpriced(outcome);
  const issues = new IssueCollector();
  issues.addAll([...warnings, ...own]);
  const { tornado: share } = options;
  const result: SimulationResult = {
    meta: makeMeta({
      command: 'simulate',
      rules,
      inputs: [file, ...inputs],
      seed: options.seed,
      options: {
        // Base names: with the checksums of the inputs enough to make the run again.
        scenario: (options.scenario ?? []).map((name) => basename(name)),
        ...(options.rules === undefined ? {} : { rules: basename(options.rules) }),
        ...optionsForMeta({ ...options }, META_KEYS),
        ...(options.fromSums === undefined ? {} : { fromSums: true }),
      },
      statuses,
    }),
    rows,
    issues: [...told, ...issues.summaries(options.lang)],
    scenario: { id: scenario.id, title: scenario.title },
    baseline: baselineName(scenario, options.lang),
    ...outcome,
    ...(years.length === 0 ? {} : { years }),
    ...winnersAsked(outcome, options),
    ...(options.tail ? { tail: tailReport(prepared, options.lang) } : {}),
    ...(share === undefined
      ? {}
      : { tornado: { share, bars: tornado(prepared, share, outcome.total.baselineCents) } }),
  };
  return { result, prepared };
}

async function fromRows(io: Io, path: string, options: SimulateCommandOptions, scenario: ResolvedScenario) {
  const { input, report, rules, statuses } = await payInput(io, path, options, scenario);
  const prepared = prepareSimulation(input);
  return {
    prepared,
    file: report.input,
    rows: report.rows,
    rules,
    statuses,
    told: report.issues(options.lang),
    issues: populationIssues(input, prepared.population),
    yearsOf: (outcome: SimulationOutcome) => simulateYears(input, outcome, options),
  };
}

/** @throws Refusal `sums-options` for what needs rows */
async function fromSums(io: Io, path: string, options: SimulateCommandOptions, scenario: ResolvedScenario) {
  for (const [what, given] of [
    ['--tail', options.tail],
    ['--assessments', options.assessments],
    ['--supercluster', options.supercluster],
    ['--rejects', options.rejects],
  ] as const) {
    if (given !== undefined) throw refuse('sums-options', { what }, 2);
  }
  const { input, ...read } = await sumsInput(io, path, options, scenario);
  return {
    ...read,
    told: [],
    yearsOf: (outcome: SimulationOutcome) => simulateYearsFromSums(input, outcome, options),
  };
}

/** Makes a recorded run again from the same files and options; exit 1 with every place that differs. */
async function verify(
  io: Io,
  cases: string | undefined,
  path: string,
  options: SimulateCommandOptions,
): Promise<void> {
  outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
  const record = await readRecord(path, { cases, scenario: options.scenario });
  const { meta } = record.result;
  const again: SimulateCommandOptions = {
    ...options,
    ...(record.options as Partial<SimulateCommandOptions>),
    scenario: record.scenario,
    ...(record.beside === undefined ? {} : { beside: record.beside }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
    seed: meta.seed ?? options.seed,
  };
  const { result } = await simulateBeside(io, record.cases, again);
  // What is written is what is compared; the version may differ as long as the numbers do not.
  const found = JSON.parse(canonicalJson(result)) as SimulationResult;
  const differences = documentDifferences(record.result, {
    ...found,
    meta: { ...found.meta, version: meta.version },
  });
  const document: VerifyDocument = {
    meta: makeMeta({
      command: 'simulate --verify',
      inputs: [{ name: record.name, rows: 1, sha256: record.sha256 }, ...result.meta.inputs],
      options: {},
    }),
    verified: differences.length === 0,
    recordedVersion: meta.version,
    differences,
  };
  await emit(io, options, {
    document,
    title: sentence(
      { code: document.verified ? 'verify-same' : 'verify-title', params: { name: record.name } },
      options.lang,
    ),
    tables: () => verifyTables(document, options.lang),
    main: 'differences',
  });
  if (!document.verified) throw refuse('verify-differs', { name: record.name, count: differences.length });
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
