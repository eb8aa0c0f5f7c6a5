/** Options that commands share, declared once so that they mean the same everywhere. */

import { Command, InvalidArgumentError, Option } from 'commander';
import type { Lang } from '../index.ts';

/** Every command: what is printed and written. */
export interface OutputOptions {
  readonly json?: true;
  readonly output?: string;
  readonly excel?: true;
  readonly lang: Lang;
  readonly quiet?: true;
  /** Where nothing is drawn it only stands in the document. */
  readonly seed?: number;
}

/** Commands that read a case file. */
export interface CaseOptions extends OutputOptions {
  readonly map?: Readonly<Record<string, string>>;
  readonly strict?: true;
  readonly rejects?: string;
  readonly sheet?: string;
  readonly assessments?: true;
  readonly decimal?: ',' | '.';
  readonly dates?: 'dmy' | 'mdy';
  readonly pseudonymiseWith?: string;
}

export function withOutputOptions(command: Command): Command {
  return command
    .option('--json', 'one JSON document on stdout and nothing else')
    .option('-o, --output <file>', 'also write the result to FILE; its ending chooses the form')
    .option('--excel', 'CSV for a Dutch Excel: semicolon, decimal comma, byte order mark')
    .addOption(
      new Option('--lang <lang>', 'language of tables and messages').choices(['nl', 'en']).default('nl'),
    )
    .option('--quiet', 'no progress and no notes');
}

export function withCaseOptions(command: Command): Command {
  return withOutputOptions(command)
    .option('--map <canonical=header>', 'read a canonical column from this header (repeatable)', collectMap)
    .option('--strict', 'any rejected row refuses the file')
    .option('--rejects <file>', 'write every rejected row with code, value and advice (CSV)')
    .option('--assessments', 'several ratings per patient: each holds until the next or the end')
    .option('--sheet <name>', 'sheet of an Excel file, where more than one holds data')
    .addOption(
      new Option('--decimal <sign>', 'decimal sign, where the file does not settle it').choices([',', '.']),
    )
    .addOption(
      new Option('--dates <order>', 'day-month order, where the file does not settle it').choices([
        'dmy',
        'mdy',
      ]),
    )
    .option('--pseudonymise-with <keyfile>', 'replace patient identities by a keyed hash');
}

export function withConversion(command: Command): Command {
  return command.option(
    '--conversion <file>',
    'table from raw to T-scores: pre and post are converted first',
  );
}

export function withSeed(command: Command): Command {
  return command.option('--seed <number>', 'seed of every random draw', wholeNumber);
}

export function withLevel(command: Command): Command {
  return command.option('--level <share>', 'level of intervals, between 0 and 1', openShare, 0.95);
}

/** Options that a script may give to any command that makes a result. */
const COMMON: readonly ((command: Command) => Command)[] = [withCaseOptions, withSeed, withLevel];

/** Adds the common options that a command has no use for, unseen in its help: they change nothing there. */
export function acceptCommonOptions(command: Command): void {
  const own = new Set(command.options.map((option) => option.attributeName()));
  for (const option of COMMON.flatMap((declare) => declare(new Command()).options)) {
    if (own.has(option.attributeName())) continue;
    option.defaultValue = undefined;
    command.addOption(option.hideHelp());
  }
}

/** Those of `withCaseOptions` that a result depends on. */
export const CASE_META_KEYS: readonly string[] = [
  'map',
  'strict',
  'decimal',
  'dates',
  'sheet',
  'assessments',
];

/** The options a result depends on, for `meta.options`: no paths, no presentation. */
export function optionsForMeta(
  options: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
  );
}

export function collectMap(
  text: string,
  earlier: Record<string, string> | undefined,
): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('Write canonical=header, for instance team=Afdeling.');
  }
  return { ...earlier, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
}

export function collectText(text: string, earlier: readonly string[] | undefined): string[] {
  return [...(earlier ?? []), text];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number of 0 or more.');
  return Number(text);
}

export function positiveWholeNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Give a whole number of 1 or more.');
  return Number(text);
}

/** Fewer draws than this give no quantile worth printing. */
const FEWEST_DRAWS = 100;

export function drawCount(text: string): number {
  const value = positiveWholeNumber(text);
  if (value < FEWEST_DRAWS || value > 1_000_000) {
    throw new InvalidArgumentError(`Give a whole number from ${FEWEST_DRAWS} to 1000000.`);
  }
  return value;
}

export function openShare(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1))
    throw new InvalidArgumentError('Give a number between 0 and 1.');
  return value;
}

export function moveShare(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 0.5)) {
    throw new InvalidArgumentError('Give a number between 0 and 0.5.');
  }
  return value;
}

export function finiteNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('Give a number with a decimal point.');
  return value;
}
