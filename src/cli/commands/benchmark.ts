/** `zorgcluster benchmark run CASES`: outcome and duration compared between members, on pooled rows. */

import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import {
  type BenchmarkDocument,
  type BenchmarkOptions,
  benchmarkFigures,
  benchmarkRun,
  benchmarkTables,
  type Covariate,
  columnKey,
  convertScores,
  type ExternalVariance,
  makeMeta,
  type ReliableChangeMethod,
  readConversion,
  type SensitivityOptions,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { namedFile } from '../named-file.ts';
import {
  CASE_META_KEYS,
  type CaseOptions,
  optionsForMeta,
  withCaseOptions,
  withConversion,
  withLevel,
  withSeed,
} from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { withReliableChange } from '../reliable-change-options.ts';
import { tableOfCases } from '../table-of-cases.ts';
import { WINDOW_META_KEYS, type WindowOptions, windowsOf, withWindows } from '../window-options.ts';
import { addCombine } from './benchmark-combine.ts';
import { addContribute } from './benchmark-contribute.ts';
import { addEvidence } from './benchmark-evidence.ts';
import { addFunnel } from './benchmark-funnel.ts';
import {
  betterOption,
  type ChoiceOptions,
  columnsOf,
  covariates,
  periodOf,
  withChoice,
  withComparison,
} from './benchmark-options.ts';
import { addXmr } from './benchmark-xmr.ts';
import { statusOf } from './outcomes.ts';

interface RunOptions
  extends CaseOptions,
    WindowOptions,
    ChoiceOptions,
    Omit<SensitivityOptions, 'reliableChange'> {
  readonly outcome?: string;
  readonly duration?: string;
  readonly cost?: string;
  readonly adjust?: readonly Covariate[];
  readonly better: 'higher' | 'lower';
  readonly direction: 'higher' | 'lower';
  readonly member?: string;
  readonly method: 'reml' | 'ml';
  readonly tau2?: ExternalVariance;
  readonly minMembers: number;
  readonly own?: string;
  readonly sensitivity?: true;
  readonly rciMethod: ReliableChangeMethod;
  readonly suppress: boolean;
  readonly instrument?: string;
  readonly conversion?: string;
  readonly seed?: number;
  readonly level: number;
}

const META_KEYS = [
  ...[
    'outcome',
    'duration',
    'cost',
    'adjust',
    'better',
    'direction',
    'member',
    'method',
    'tau2',
    'minMembers',
    'own',
  ],
  ...['suppress', 'instrument', 'conversion', 'level'],
  ...['where', 'from', 'until', 'sensitivity'],
  ...WINDOW_META_KEYS,
  ...CASE_META_KEYS,
];

const SENSITIVITY_KEYS = [
  ...['reliability', 'reliabilityPost', 'functional', 'clinical', 'cutoff', 'rciMethod'],
];

export function addBenchmark(program: Command, io: Io): void {
  const benchmark = program.command('benchmark').description('outcome against duration across a network');
  addRun(benchmark, io);
  addContribute(benchmark, io);
  addCombine(benchmark, io);
  addFunnel(benchmark, io);
  addXmr(benchmark, io);
  addEvidence(benchmark, io);
}

function addRun(benchmark: Command, io: Io): void {
  const command = benchmark.command('run').argument('<cases>', 'case file');
  withReliableChange(
    withChoice(withWindows(withComparison(withConversion(withLevel(withSeed(withCaseOptions(command))))))),
  )
    .description('compare members on pooled rows')
    .option('--outcome <column>', 'column to compare on (default: change from pre to post)')
    .option('--duration <column>', 'duration (default: days from start to end of closed episodes)')
    .option('--cost <column>', 'cost (default: cost, where the file has it)')
    .option('--adjust <columns>', 'case mix: A,B,cat:C,… (cat: as categories)', covariates)
    .addOption(betterOption('--better <way>', 'which way the outcome column is better', 'higher'))
    .addOption(betterOption('--direction <way>', 'which way pre and post are better', 'lower'))
    .option('--member <column>', 'column that names the member (default: member)')
    .addOption(
      new Option('--rci-method <name>', 'method of reliable change, for --sensitivity')
        .choices(['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'])
        .default('JT'),
    )
    .option('--no-suppress', 'keep members under 10 patients (own rows, checking)')
    .option('--instrument <name>', 'only rows with this instrument')
    .action(async (path: string, options: RunOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const [windows, period] = [windowsOf(options), periodOf(options)];
      const chosen = {
        ...(windows === undefined ? {} : { windows }),
        ...(period === undefined ? {} : { period }),
      };
      const conversion =
        options.conversion === undefined
          ? undefined
          : await readConversion(namedFile(io, 'conversions', options.conversion));
      const {
        table: raw,
        report,
        mapping,
        statuses,
      } = await tableOfCases(io, path, options, columnsOf({ ...options, ...chosen }));
      const table = conversion === undefined ? raw : convertScores(raw, conversion, options.instrument);
      const key = (name: string) => columnKey(mapping, name);
      const { outcome, duration, cost, member, adjust, instrument, own, where } = options;
      // Without a seed the order of the peers is fresh and nobody can draw it again.
      const peerSeed = options.seed ?? randomUUID();
      const run: BenchmarkOptions = {
        better: options.better,
        direction: options.direction,
        method: options.method,
        minMembers: options.minMembers,
        ...(options.tau2 === undefined ? {} : { tau2: options.tau2 }),
        suppress: options.suppress,
        level: options.level,
        lang: options.lang,
        ...(outcome === undefined ? {} : { outcome: key(outcome) }),
        ...(duration === undefined ? {} : { duration: key(duration) }),
        ...(cost === undefined ? {} : { cost: key(cost) }),
        ...(member === undefined ? {} : { member: key(member) }),
        ...chosen,
        ...(where === undefined
          ? {}
          : { where: where.map((each) => ({ ...each, column: key(each.column) })) }),
        ...(adjust === undefined
          ? {}
          : { adjust: adjust.map((each) => ({ ...each, column: key(each.column) })) }),
        ...(instrument === undefined ? {} : { instrument }),
        ...(own === undefined ? {} : { own, peerSeed }),
        ...(options.sensitivity
          ? { sensitivity: { ...judgedBy(options), reliableChange: options.rciMethod } }
          : {}),
      };
      const document: BenchmarkDocument = {
        meta: makeMeta({
          command: 'benchmark run',
          inputs: [report.input],
          seed: options.seed,
          options: optionsForMeta({ ...options, conversion: conversion?.id }, [
            ...META_KEYS,
            ...(options.sensitivity ? SENSITIVITY_KEYS : []),
          ]),
          statuses: [...statuses, ...statusOf(conversion)],
        }),
        rows: report.rows,
        issues: report.issues(options.lang),
        ...benchmarkRun(table, run),
      };
      const shown = (of: BenchmarkDocument) => ({
        document: of,
        tables: () => benchmarkTables(of, options.lang),
        figures: () => benchmarkFigures(of, options.lang, { level: options.level, ...(own && { own }) }),
        notes: of.notes,
      });
      await emit(io, options, {
        ...shown(document),
        title: options.lang === 'nl' ? 'Vergelijking van instellingen' : 'Comparison of members',
        main: 'members',
        // A report is passed on: it names nobody unless its owner says who they are.
        report: () => shown({ ...document, ...benchmarkRun(table, { ...run, peerSeed }) }),
      });
    });
}

/** Only what was given: an absent key and an undefined one are not the same. */
function judgedBy(options: RunOptions): Omit<SensitivityOptions, 'reliableChange'> {
  const { reliability, reliabilityPost, functional, clinical, cutoff } = options;
  return {
    ...(reliability === undefined ? {} : { reliability }),
    ...(reliabilityPost === undefined ? {} : { reliabilityPost }),
    ...(functional === undefined ? {} : { functional }),
    ...(clinical === undefined ? {} : { clinical }),
    ...(cutoff === undefined ? {} : { cutoff }),
  };
}
