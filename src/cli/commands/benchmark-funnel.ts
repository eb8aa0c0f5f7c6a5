/** `zorgcluster benchmark funnel UNITS.csv`: units against what chance alone would give. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  columnKey,
  type FunnelDocument,
  type FunnelKind,
  figureContext,
  funnelOf,
  funnelPlot,
  funnelTables,
  makeMeta,
  refuse,
  unitsOf,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { type CaseOptions, finiteNumber, openShare, optionsForMeta, withCaseOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { tableOfCases } from '../table-of-cases.ts';

interface FunnelCommandOptions extends CaseOptions {
  readonly kind: FunnelKind;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly mean?: string;
  readonly sd?: string;
  readonly n?: string;
  readonly unit?: string;
  readonly own?: string;
  readonly overdispersion: 'additive' | 'none';
  readonly winsorise: number;
  readonly levels: readonly number[];
}

const META_KEYS = [
  ...[
    'kind',
    'numerator',
    'denominator',
    'mean',
    'sd',
    'n',
    'unit',
    'overdispersion',
    'winsorise',
    'levels',
    'own',
  ],
  ...['map', 'strict', 'decimal'],
];

export function addFunnel(benchmark: Command, io: Io): void {
  withCaseOptions(benchmark.command('funnel').argument('<units>', 'CSV, one row per unit'))
    .description('funnel limits and outliers for units')
    .addOption(
      new Option('--kind <kind>', 'what is compared')
        .choices(['proportion', 'ratio', 'mean'])
        .makeOptionMandatory(),
    )
    .option('--numerator <column>', 'events (proportion) or observed (ratio)')
    .option('--denominator <column>', 'cases (proportion) or expected (ratio)')
    .option('--mean <column>', 'mean of the unit')
    .option('--sd <column>', 'standard deviation within the unit')
    .option('--n <column>', 'number of cases of the unit')
    .option('--unit <column>', 'column that names the unit (default: row number)')
    .option('--own <unit>', 'draw this unit apart from the others')
    .addOption(
      new Option('--overdispersion <form>', 'spread between units')
        .choices(['additive', 'none'])
        .default('additive'),
    )
    .option('--winsorise <share>', 'share pulled in at each end', shareBelowHalf, 0.1)
    .option('--levels <shares>', 'levels of the limits', levelsOption, [0.95, 0.998])
    .action(async (path: string, options: FunnelCommandOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const asked = columnsOf(options);
      const names = Object.values(asked);
      const { table, report, mapping, statuses } = await tableOfCases(io, path, options, {
        uses: [],
        extra: names,
      });
      const keys = Object.fromEntries(
        Object.entries(asked).map(([role, name]) => [role, columnKey(mapping, name)]),
      ) as typeof asked;
      const { kind, overdispersion, winsorise, levels, own } = options;
      const document: FunnelDocument = {
        meta: makeMeta({
          command: 'benchmark funnel',
          inputs: [report.input],
          options: optionsForMeta({ ...options }, META_KEYS),
          statuses,
        }),
        rows: report.rows,
        issues: report.issues(options.lang),
        ...funnelOf(unitsOf(table, keys), { kind, overdispersion, winsorise, levels }),
      };
      await emit(io, options, {
        document,
        title: options.lang === 'nl' ? 'Funnelplot' : 'Funnel plot',
        // The limits for drawing are for programs: they would drown the terminal.
        tables: () =>
          funnelTables(document, options.lang).filter(
            (each) => each.id !== 'limits' || options.output !== undefined,
          ),
        main: 'units',
        figures: () => [
          funnelPlot(document, figureContext(document.meta, options.lang), own === undefined ? {} : { own }),
        ],
      });
    });
}

function columnsOf(options: FunnelCommandOptions) {
  const { kind, numerator, denominator, mean, sd, n } = options;
  const unit = options.unit === undefined ? {} : { unit: options.unit };
  if (kind === 'mean') {
    if (mean === undefined || sd === undefined || n === undefined) {
      throw refuse('funnel-columns', { options: '--mean, --sd, --n' }, 2);
    }
    return { mean, sd, n, ...unit };
  }
  if (numerator === undefined || denominator === undefined) {
    throw refuse('funnel-columns', { options: '--numerator, --denominator' }, 2);
  }
  return { numerator, denominator, ...unit };
}

function shareBelowHalf(text: string): number {
  const value = finiteNumber(text);
  if (!(value >= 0 && value < 0.5)) throw new InvalidArgumentError('Give a number from 0 to under 0.5.');
  return value;
}

function levelsOption(text: string): number[] {
  return text.split(',').map((part) => openShare(part));
}
