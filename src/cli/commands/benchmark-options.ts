/** What `run` and `contribute` ask alike: the columns that members are compared on. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Covariate,
  dayFromIso,
  type EpisodePeriod,
  type ExternalVariance,
  type MeasurementWindows,
  type RowFilter,
} from '../../index.ts';
import { positiveWholeNumber } from '../options.ts';

export interface ComparedColumns {
  readonly outcome?: string;
  readonly duration?: string;
  readonly cost?: string;
  readonly member?: string;
  readonly adjust?: readonly { readonly column: string }[];
  readonly where?: readonly RowFilter[];
  readonly windows?: MeasurementWindows;
  readonly period?: EpisodePeriod;
  /** The panel tries windows of its own, where the file has the days. */
  readonly sensitivity?: unknown;
}

/** Only what the comparison needs is read: a fault elsewhere rejects no row. */
export function columnsOf(options: ComparedColumns): { uses: string[]; requires: string[]; extra: string[] } {
  const { outcome, duration, cost, member, adjust, where, windows, period } = options;
  const asked = [
    outcome,
    duration,
    cost,
    member,
    ...[...(adjust ?? []), ...(where ?? [])].map((each) => each.column),
  ];
  const dated = windows !== undefined || period !== undefined || options.sensitivity !== undefined;
  return {
    uses: [
      ...['patient', 'episode', 'instrument', 'pre', 'post', 'end'],
      ...(cost === undefined ? ['cost'] : []),
      ...['bed_days', 'minutes', 'rom_status'],
      ...(duration === undefined || dated ? ['start'] : []),
      ...(windows === undefined && options.sensitivity === undefined ? [] : ['pre_date', 'post_date']),
      ...(member === undefined ? ['member'] : []),
    ],
    requires: member === undefined ? ['member'] : [],
    // The default outcome may be named although no column has that name: it is looked for, not demanded.
    extra: asked.flatMap((name) => (name === undefined ? [] : name === 'change' ? ['*'] : [name])),
  };
}

export function betterOption(flags: string, description: string, standard?: 'higher' | 'lower'): Option {
  const option = new Option(flags, description).choices(['higher', 'lower']);
  return standard === undefined ? option : option.default(standard);
}

export function covariates(text: string): Covariate[] {
  return text.split(',').map((part) => {
    const category = part.trim().startsWith('cat:');
    const column = part.trim().slice(category ? 4 : 0);
    if (column === '')
      throw new InvalidArgumentError('Write columns with commas between, for instance age,cat:team.');
    return { column, kind: category ? 'category' : 'auto' };
  });
}

/** How members are compared, from rows and from contributions alike. */
export function withComparison(command: Command): Command {
  return command
    .addOption(new Option('--method <name>', 'estimation').choices(['reml', 'ml']).default('reml'))
    .option(
      '--tau2 <values>',
      'variances between members known from elsewhere: outcome=1.3,duration=640',
      tau2,
    )
    .option('--min-members <n>', 'fewest members; may be raised, not lowered', positiveWholeNumber, 3)
    .option('--own <name>', 'name this member and make the others anonymous')
    .option('--sensitivity', 'also say which findings hold under other analyses');
}

function tau2(text: string): ExternalVariance {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [, measure, value] = /^\s*(outcome|duration|cost)\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
      if (measure === undefined) {
        throw new InvalidArgumentError(
          'Write outcome=VALUE, duration=VALUE or cost=VALUE, with commas between.',
        );
      }
      return [measure, Number(value)];
    }),
  );
}

export interface ChoiceOptions {
  readonly where?: readonly RowFilter[];
  readonly from?: string;
  readonly until?: string;
}

/** Which episodes are compared: a drill-down, with the locks of the comparison and of the gate. */
export function withChoice(command: Command): Command {
  return command
    .option('--where <column=value>', 'only episodes with this value (repeatable)', filter)
    .option('--from <day>', 'only episodes that ended on or after this day (yyyy-mm-dd)', isoDay)
    .option('--until <day>', 'only episodes that ended on or before this day (yyyy-mm-dd)', isoDay);
}

/** Undefined where no day was given. */
export function periodOf({ from, until }: ChoiceOptions): EpisodePeriod | undefined {
  if (from === undefined && until === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** Values of one column are alternatives; columns must all hold. */
function filter(text: string, earlier: readonly RowFilter[] | undefined): RowFilter[] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('Write column=value, for instance setting=ambulant.');
  }
  const [column, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const known = (earlier ?? []).find((each) => each.column === column);
  if (known === undefined) return [...(earlier ?? []), { column, values: [value] }];
  return (earlier ?? []).map((each) => (each === known ? { column, values: [...each.values, value] } : each));
}

function isoDay(text: string): string {
  if (dayFromIso(text) === undefined) throw new InvalidArgumentError('Give a date as yyyy-mm-dd.');
  return text;
}
