/** What `run` and `contribute` ask alike: the columns that members are compared on. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Covariate, ExternalVariance } from '../../index.ts';
import { positiveWholeNumber } from '../options.ts';

export interface ComparedColumns {
  readonly outcome?: string;
  readonly duration?: string;
  readonly member?: string;
  readonly adjust?: readonly { readonly column: string }[];
}

/** Only what the comparison needs is read: a fault elsewhere rejects no row. */
export function columnsOf(options: ComparedColumns): { uses: string[]; requires: string[]; extra: string[] } {
  const { outcome, duration, member, adjust } = options;
  const asked = [outcome, duration, member, ...(adjust ?? []).map((each) => each.column)];
  return {
    uses: [
      ...['patient', 'episode', 'instrument', 'cost', 'pre', 'post', 'end'],
      ...['bed_days', 'minutes', 'rom_status'],
      ...(duration === undefined ? ['start'] : []),
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
    .option('--own <name>', 'name this member and make the others anonymous');
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
