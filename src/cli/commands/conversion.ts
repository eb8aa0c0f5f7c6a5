/** `zorgcluster conversion fit HISTOGRAM -o TABLE.csv`: from the raw scores of a population to T-scores. */

import { type Command, Option } from 'commander';
import {
  conversionTables,
  type FittedConversionDocument,
  fileSource,
  fitConversion,
  makeMeta,
  parseScoreCounts,
  readRuleFile,
  refuse,
  type Status,
  sentence,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { type OutputOptions, optionsForMeta, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';

interface FitOptions extends OutputOptions {
  readonly instrument: string;
  readonly tableVersion: string;
  readonly source: string;
  readonly status: Status;
  readonly raw?: string;
  readonly count?: string;
}

const META_KEYS = ['instrument', 'tableVersion', 'source', 'status', 'raw', 'count'];

export function addConversion(program: Command, io: Io): void {
  const conversion = program.command('conversion').description('tables from raw scores to T-scores');
  withOutputOptions(
    conversion.command('fit').argument('<histogram>', 'CSV or workbook: score, number of people'),
  )
    .description('T-scores from the raw scores of the general population')
    .requiredOption('--instrument <name>', 'the instrument, as case files write it')
    .requiredOption('--table-version <text>', 'version of the table: versions never mix')
    .requiredOption('--source <text>', 'whose scores these are: sample, year, publication')
    .addOption(
      new Option('--status <status>', 'status of the table')
        .choices(['official', 'local', 'derived', 'illustrative', 'hypothetical', 'synthetic'])
        .default('local'),
    )
    .option('--raw <column>', 'column of the raw score (default: raw or score)')
    .option('--count <column>', 'column of the number of people (default: n or aantal; none: a row a person)')
    .action(async (path: string, options: FitOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx']);
      const { lang, instrument, tableVersion: version, source, status } = options;
      const { name, sha256, rows, content } = await readRuleFile(fileSource(path));
      const table = 'table' in content ? content.table : undefined;
      if (table === undefined) throw refuse('histogram-csv', { name });
      const counts = parseScoreCounts(table, options);
      const people = new Map(counts.map(({ raw, n }) => [raw, n]));
      const document: FittedConversionDocument = {
        meta: makeMeta({
          command: 'conversion fit',
          inputs: [{ name, rows, sha256 }],
          seed: options.seed,
          options: optionsForMeta({ ...options }, META_KEYS),
          statuses: [status],
        }),
        instrument,
        version,
        source,
        status,
        people: counts.reduce((sum, { n }) => sum + n, 0),
        scores: fitConversion(counts).map(({ raw, t }) => ({ raw, n: people.get(raw)!, t })),
      };
      await emit(io, options, {
        document,
        title: lang === 'nl' ? 'Omrekentabel' : 'Conversion table',
        tables: () => conversionTables(document, lang),
        main: 'conversion',
        notes: [sentence({ code: 'note-conversion-fitted' }, lang)],
      });
    });
}
