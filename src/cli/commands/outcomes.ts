/** `zorgcluster outcomes CASES`: change, reliable change and classes per episode; response. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Cell,
  csvHeader,
  csvRows,
  makeMeta,
  OUTCOME_CLASSES,
  type OutcomeColumns,
  type OutcomesDocument,
  type OutcomesOptions,
  outcomesFigures,
  outcomesOf,
  outcomesTables,
  type ScoreNorm,
  writeFileWhole,
} from '../../index.ts';
import { withCases } from '../cases.ts';
import type { Io } from '../io.ts';
import {
  CASE_META_KEYS,
  type CaseOptions,
  finiteNumber,
  openShare,
  optionsForMeta,
  withCaseOptions,
} from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { tableOfCases } from '../table-of-cases.ts';

type OutcomesCommandOptions = CaseOptions & Omit<OutcomesOptions, 'by'>;

const USES = [
  ...['patient', 'episode', 'member', 'site', 'team', 'payer', 'setting', 'diagnosis'],
  ...['start', 'end', 'bed_days', 'minutes', 'instrument', 'pre', 'post', 'rom_status'],
];
const ADDED = ['change', 'rci', 'class'];
const META_KEYS = [
  ...['direction', 'reliability', 'reliabilityPost', 'method', 'functional', 'clinical', 'cutoff'],
  'instrument',
  ...CASE_META_KEYS,
];

export function addOutcomes(program: Command, io: Io): void {
  withCaseOptions(program.command('outcomes').argument('<cases>', 'case file'))
    .description('change between two measurements, its classes, and who was measured')
    .addOption(
      new Option('--direction <way>', 'which way a score is better')
        .choices(['lower', 'higher'])
        .default('lower'),
    )
    .option('--reliability <r>', 'reliability of the instrument; without it no classes', openShare)
    .option('--reliability-post <r>', 'reliability of the second measurement (NK)', openShare)
    .addOption(
      new Option('--method <name>', 'method of reliable change')
        .choices(['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'])
        .default('JT'),
    )
    .option('--functional <mean,sd>', 'scores of a functional population', norm)
    .option('--clinical <mean,sd>', 'scores of a clinical population (default: from `pre`)', norm)
    .option('--cutoff <a|b|c|number>', 'cut-off (default: c with --functional, else a)', cutoffOption)
    .option('--instrument <name>', 'only rows with this instrument')
    .action(async (path: string, options: OutcomesCommandOptions) => {
      const extension = outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const { table, report, statuses } = await tableOfCases(io, path, options, {
        uses: USES,
        requires: ['pre', 'post'],
      });
      const { result, columns } = outcomesOf(table, options);
      if (extension === '.csv') await writeRows(io, path, options, columns);
      const document: OutcomesDocument = {
        meta: makeMeta({
          command: 'outcomes',
          inputs: [report.input],
          options: optionsForMeta({ ...options }, META_KEYS),
          statuses,
        }),
        rows: report.rows,
        issues: report.issues(options.lang),
        ...result,
      };
      await emit(io, options, {
        document,
        title: options.lang === 'nl' ? 'Uitkomsten' : 'Outcomes',
        tables: () => outcomesTables(document, options.lang),
        main: 'summary',
        figures: () => outcomesFigures(document, options.lang),
        csvWritten: extension === '.csv',
      });
    });
}

/** Reads the file once more, so that its own cells go out as they came in and need not wait in memory. */
async function writeRows(
  io: Io,
  path: string,
  options: OutcomesCommandOptions,
  columns: OutcomeColumns,
): Promise<void> {
  // The rejects were written on the first reading.
  const { rejects: _, ...rest } = options;
  const wanted = { uses: [...USES, 'origin'], requires: ['pre', 'post'], keepCells: true };
  const excel = { excel: options.excel === true };
  await withCases(io, path, rest, wanted, async (reader) => {
    const kept = [...reader.header.keys()].filter((at) => !ADDED.includes(reader.header[at]!));
    const lines = async function* (): AsyncGenerator<string> {
      yield csvHeader([...kept.map((at) => reader.header[at]!), ...ADDED], excel);
      let row = 0;
      for await (const batch of reader.batches()) {
        const from = row;
        row += batch.n;
        const added = (index: number): Cell[] => [
          numberCell(columns.change[from + index]!),
          numberCell(columns.rci[from + index]!),
          OUTCOME_CLASSES[columns.classes[from + index]!] ?? null,
        ];
        yield csvRows(
          batch.cells!.map((cells, index) => [...kept.map((at) => cells[at] ?? ''), ...added(index)]),
          excel,
        );
      }
    };
    await writeFileWhole(options.output!, lines());
  });
}

function numberCell(value: number): Cell {
  return Number.isFinite(value) ? value : null;
}

function norm(text: string): ScoreNorm {
  const [mean, sd, ...more] = text.split(',').map(finiteNumber);
  if (mean === undefined || sd === undefined || more.length > 0 || !(sd > 0)) {
    throw new InvalidArgumentError('Give a mean and a standard deviation above 0, for instance 60,7.5.');
  }
  return { mean, sd };
}

function cutoffOption(text: string): 'a' | 'b' | 'c' | number {
  return text === 'a' || text === 'b' || text === 'c' ? text : finiteNumber(text);
}
