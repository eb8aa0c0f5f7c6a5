/** `zorgcluster benchmark contribute CASES -o FILE`: one member's sums, through the gate and the ledger. */

import { randomBytes } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import {
  asNumbers,
  type BenchmarkDesign,
  type CaseTable,
  type Covariate,
  columnKey,
  contribute,
  contributeFromSums,
  contributionTables,
  convertScores,
  homeFolder,
  ledgerKey,
  memberNameOf,
  parseBenchmarkHashes,
  parseBenchmarkSums,
  parseDesign,
  readConversion,
  refuse,
  releaseContribution,
  type SealedContribution,
  terminalTable,
  underAgreedNames,
  writeFileWhole,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { namedFile, textOf } from '../named-file.ts';
import { type CaseOptions, withCaseOptions, withConversion } from '../options.ts';
import { tableOfCases } from '../table-of-cases.ts';
import { type WindowOptions, windowsOf, withWindows } from '../window-options.ts';
import {
  betterOption,
  type ChoiceOptions,
  type ComparedColumns,
  columnsOf,
  covariates,
  periodOf,
  withChoice,
} from './benchmark-options.ts';
import { agreementOf, madeFor } from './sql-benchmark.ts';

interface ContributeCommandOptions extends CaseOptions, WindowOptions, ChoiceOptions {
  readonly outcome?: string;
  readonly duration?: string;
  readonly cost?: string;
  readonly adjust?: readonly Covariate[];
  readonly better?: 'higher' | 'lower';
  readonly direction?: 'higher' | 'lower';
  readonly member?: string;
  readonly memberName?: string;
  readonly instrument?: string;
  readonly design?: string;
  readonly conversion?: string;
  readonly fromSums?: string;
  readonly hashes?: string;
  readonly rules?: string;
}

const SETTLED = [
  ...(['outcome', 'duration', 'cost', 'adjust', 'better', 'direction', 'instrument'] as const),
  ...(['windowPre', 'windowPost', 'where', 'from', 'until'] as const),
] as const;

export function addContribute(benchmark: Command, io: Io): void {
  const command = benchmark.command('contribute').argument('[cases]', 'case file of one member');
  withChoice(withWindows(withConversion(withCaseOptions(command))))
    .description('write one member’s sums for the comparison; no row leaves')
    .option('--design <file>', 'what the network agreed on (JSON, or its name)')
    .option('--outcome <column>', 'column to compare on (default: change from pre to post)')
    .option('--duration <column>', 'duration (default: days from start to end of closed episodes)')
    .option('--cost <column>', 'cost (default: cost, where the file has it)')
    .option('--adjust <columns>', 'case mix: A,B,cat:C,… (cat: as categories)', covariates)
    .addOption(betterOption('--better <way>', 'which way the outcome column is better (default: higher)'))
    .addOption(betterOption('--direction <way>', 'which way pre and post are better (default: lower)'))
    .option('--member <column>', 'column that names the member (default: member)')
    .option('--member-name <name>', 'name of the member, where the column does not say it')
    .option('--instrument <name>', 'only rows with this instrument')
    .option('--from-sums <file>', 'instead of a case file: result of the query of `sql benchmark`')
    .option('--hashes <file>', 'with --from-sums: result of the query of `sql benchmark --hashes`')
    .option('--rules <id>', 'with --from-sums: the rule set that the query scored by')
    .action(async (path: string | undefined, options: ContributeCommandOptions) => {
      const output = outputOf(options);
      if (path === undefined || options.fromSums !== undefined) {
        const sealed = await letGoFromSums(io, path, options, output);
        return print(io, options, sealed);
      }
      for (const option of ['hashes', 'rules'] as const) {
        if (options[option] !== undefined) throw refuse('sums-and-cases', { option: `--${option}` }, 2);
      }
      const agreed = options.design === undefined ? undefined : await readDesign(io, options.design, options);
      const conversion =
        options.conversion === undefined
          ? undefined
          : await readConversion(namedFile(io, 'conversions', options.conversion));
      const compared = agreed ?? { ...options, ...choiceOf(options) };
      const {
        table: raw,
        report,
        mapping,
        statuses,
      } = await tableOfCases(io, path, options, columnsFor(compared, options.member));
      const key = (name: string) => columnKey(mapping, name);
      const member = key(options.member ?? 'member');
      const instrument = agreed === undefined ? options.instrument : agreed.instrument;
      const table = conversion === undefined ? raw : convertScores(raw, conversion, instrument);
      const design = agreed ?? designOfOptions(table, options, key);
      const rows = agreed === undefined ? table : underAgreedNames(table, agreed, key);
      const asked = {
        memberName: memberNameOf(table, member, options.memberName),
        design,
        rows: report.rows,
        hasIssues: report.issues(options.lang).length > 0,
        synthetic: statuses.includes('synthetic'),
        ...(conversion === undefined ? {} : { conversion: conversion.id }),
      };
      const home = homeFolder(io.env);
      const sealed = await releaseContribution(
        home,
        randomBytes,
        (withholdCounts) => contribute(rows, { ...asked, withholdCounts }),
        (sealed) => writeFileWhole(output, sealed.text),
      );
      print(io, options, sealed);
    });
}

function print(
  io: Io,
  options: ContributeCommandOptions,
  { document, open, text }: SealedContribution,
): void {
  if (options.json) {
    io.stdout(text);
    return;
  }
  const title = options.lang === 'nl' ? 'Bijdrage van' : 'Contribution of';
  io.stdout(`${title} ${document.member}\n`);
  for (const each of contributionTables(document, open.mergedNames, options.lang)) {
    io.stdout(`\n${terminalTable(each, options.lang)}\n`);
  }
}

/** Options that belong to reading a case file. */
const OF_CASES = [
  'map',
  'strict',
  'rejects',
  'assessments',
  'sheet',
  'decimal',
  'dates',
  'pseudonymiseWith',
  'member',
] as const;

/** From the results of the two queries; the same gate, the same ledger. */
async function letGoFromSums(
  io: Io,
  path: string | undefined,
  options: ContributeCommandOptions,
  output: string,
): Promise<SealedContribution> {
  const { fromSums, hashes, design: named, memberName } = options;
  const odd =
    path !== undefined ? path : [...SETTLED, ...OF_CASES].find((name) => options[name] !== undefined);
  if (odd !== undefined || fromSums === undefined || hashes === undefined || named === undefined) {
    const option =
      path !== undefined
        ? basename(path)
        : odd === undefined
          ? missing({ fromSums, hashes, named })
          : optionOf(odd);
    throw refuse('sums-and-cases', { option }, 2);
  }
  if (memberName === undefined || memberName.trim() === '')
    throw refuse('member-name-needed', { column: 'member' });
  const agreed = await agreementOf(io, { ...options, design: named });
  const home = homeFolder(io.env);
  const { conversion, design } = agreed;
  const from = {
    sums: parseBenchmarkSums(await textOf(fromSums), basename(fromSums)),
    hashes: parseBenchmarkHashes(await textOf(hashes), basename(hashes)),
    ...(conversion === undefined ? {} : { conversion }),
    madeFor: madeFor(agreed),
    key: await ledgerKey(home, randomBytes),
  };
  return releaseContribution(
    home,
    randomBytes,
    (withholdCounts) => contributeFromSums(from, { memberName, design, withholdCounts }),
    (sealed) => writeFileWhole(output, sealed.text),
  );
}

function missing(given: {
  readonly fromSums: unknown;
  readonly hashes: unknown;
  readonly named: unknown;
}): string {
  return given.fromSums === undefined ? '--from-sums' : given.hashes === undefined ? '--hashes' : '--design';
}

function optionOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The member's column is looked for, not demanded: its name may be given. */
function columnsFor(
  compared: Partial<BenchmarkDesign> | ComparedColumns,
  member: string | undefined,
): { uses: string[]; requires: string[]; extra: string[] } {
  const { uses, extra } = columnsOf({
    ...pick(compared, ['outcome', 'duration', 'cost', 'where', 'windows', 'period']),
    adjust: compared.adjust ?? [],
    ...(member === undefined ? {} : { member }),
  });
  return { uses, requires: [], extra };
}

/** Windows, period and filter as a design has them. */
function choiceOf(options: ContributeCommandOptions): Pick<BenchmarkDesign, 'windows' | 'period' | 'where'> {
  const [windows, period, { where }] = [windowsOf(options), periodOf(options), options];
  return {
    ...(windows === undefined ? {} : { windows }),
    ...(period === undefined ? {} : { period }),
    ...(where === undefined ? {} : { where }),
  };
}

function outputOf({ output }: ContributeCommandOptions): string {
  const extension = output === undefined ? '' : extname(output).toLowerCase();
  if (output === undefined || extension !== '.json') {
    throw refuse('contribution-output', { extension: extension || '-' }, 2);
  }
  return output;
}

async function readDesign(
  io: Io,
  given: string,
  options: ContributeCommandOptions,
): Promise<BenchmarkDesign> {
  const path = namedFile(io, 'designs', given);
  const settled = SETTLED.find((name) => options[name] !== undefined);
  if (settled !== undefined) {
    throw refuse('design-and-options', { option: optionOf(settled) }, 2);
  }
  return parseDesign(await textOf(path), basename(path));
}

function designOfOptions(
  table: CaseTable,
  options: ContributeCommandOptions,
  key: (name: string) => string,
): BenchmarkDesign {
  const { outcome, duration, cost, adjust = [], where } = options;
  return {
    ...(outcome === undefined ? {} : { outcome: key(outcome) }),
    ...(duration === undefined ? {} : { duration: key(duration) }),
    ...(cost === undefined ? {} : { cost: key(cost) }),
    ...choiceOf(options),
    ...(where === undefined ? {} : { where: where.map((each) => ({ ...each, column: key(each.column) })) }),
    adjust: adjust.map(({ column, kind }) => ({
      column: key(column),
      kind: kind === 'category' || !holdsNumbers(table, key(column)) ? 'category' : 'number',
    })),
    ...pick(options, ['better', 'direction', 'instrument']),
  };
}

function holdsNumbers(table: CaseTable, name: string): boolean {
  const column = table.columns.get(name);
  return column?.kind !== 'text' || asNumbers(column) !== undefined;
}

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(
    keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])),
  ) as Pick<T, K>;
}
