/** `zorgcluster outcomes CASES`: change, reliable change and classes per episode; response. */

import { type Command, Option } from 'commander';
import {
  type CaseTable,
  type Cell,
  type ConversionMeta,
  type ConversionTable,
  convertScores,
  csvHeader,
  csvRows,
  dayColumn,
  isoFromDay,
  makeMeta,
  numberColumn,
  OUTCOME_CLASSES,
  type OutcomeColumns,
  type OutcomesDocument,
  type OutcomesOptions,
  outcomesFigures,
  outcomesOf,
  outcomesTables,
  readConversion,
  type Status,
  writeFileWhole,
  writeParquetWhole,
} from '../../index.ts';
import { withCases } from '../cases.ts';
import { excelCells } from '../excel-cells.ts';
import type { Io } from '../io.ts';
import { namedFile } from '../named-file.ts';
import {
  CASE_META_KEYS,
  type CaseOptions,
  optionsForMeta,
  withCaseOptions,
  withConversion,
} from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { withReliableChange } from '../reliable-change-options.ts';
import { tableOfCases } from '../table-of-cases.ts';
import {
  WINDOW_COLUMNS,
  WINDOW_META_KEYS,
  type WindowOptions,
  windowsOf,
  withWindows,
} from '../window-options.ts';

type OutcomesCommandOptions = CaseOptions &
  WindowOptions &
  Omit<OutcomesOptions, 'by' | 'windows'> & { readonly conversion?: string };

const USES = [
  ...['patient', 'episode', 'member', 'site', 'team', 'payer', 'setting', 'diagnosis'],
  ...['start', 'end', 'bed_days', 'minutes', 'instrument', 'pre', 'post', 'rom_status'],
];
const ADDED = ['change', 'rci', 'class'];
/** With --assessments, before those. */
const PERIODS = ['period_start', 'period_end'];
const META_KEYS = [
  ...['direction', 'reliability', 'reliabilityPost', 'method', 'functional', 'clinical', 'cutoff'],
  'instrument',
  ...WINDOW_META_KEYS,
  ...CASE_META_KEYS,
];

export function addOutcomes(program: Command, io: Io): void {
  const command = program.command('outcomes').argument('<cases>', 'case file');
  withReliableChange(withWindows(withConversion(withCaseOptions(command))))
    .description('change between two measurements, its classes, and who was measured')
    .addOption(
      new Option('--direction <way>', 'which way a score is better')
        .choices(['lower', 'higher'])
        .default('lower'),
    )
    .addOption(
      new Option('--method <name>', 'method of reliable change')
        .choices(['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'])
        .default('JT'),
    )
    .option('--instrument <name>', 'only rows with this instrument')
    .action(async (path: string, options: OutcomesCommandOptions) => {
      const extension = outputExtension(options, ['.json', '.csv', '.parquet', '.xlsx', '.svg', '.html']);
      const windows = windowsOf(options);
      const conversion =
        options.conversion === undefined
          ? undefined
          : await readConversion(namedFile(io, 'conversions', options.conversion));
      const {
        table: raw,
        report,
        statuses,
      } = await tableOfCases(io, path, options, {
        uses: windows === undefined ? USES : [...USES, ...WINDOW_COLUMNS],
        requires: ['pre', 'post'],
      });
      const table = conversion === undefined ? raw : convertScores(raw, conversion, options.instrument);
      const { result, columns } = outcomesOf(table, {
        ...options,
        ...(windows === undefined ? {} : { windows }),
      });
      const rowsOut = extension === '.csv' || extension === '.parquet';
      if (rowsOut) {
        const scores = conversion === undefined ? undefined : table;
        const write = (own: OutcomesCommandOptions) =>
          writeRows(io, path, own, columns, { periods: raw, converted: scores });
        const { excel: _, ...plain } = options;
        if (extension === '.csv') await write(options);
        else await writeParquetWhole(options.output!, (output) => write({ ...plain, output }));
      }
      const document: OutcomesDocument = {
        meta: makeMeta({
          command: 'outcomes',
          inputs: [report.input],
          seed: options.seed,
          options: optionsForMeta({ ...options }, META_KEYS),
          statuses: [...statuses, ...statusOf(conversion)],
        }),
        ...(conversion === undefined ? {} : { conversion: conversionMeta(conversion) }),
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
        csvWritten: rowsOut,
      });
    });
}

/** Reads the file once more, so that its own cells go out as they came in and need not wait in memory. */
async function writeRows(
  io: Io,
  path: string,
  options: OutcomesCommandOptions,
  columns: OutcomeColumns,
  { periods, converted }: { readonly periods: CaseTable; readonly converted: CaseTable | undefined },
): Promise<void> {
  const days = options.assessments
    ? PERIODS.map((title) => ({ title, values: dayColumn(periods, title)!.values }))
    : [];
  const scores = (['pre', 'post'] as const).flatMap((name) => {
    const column = converted === undefined ? undefined : numberColumn(converted, name);
    return column === undefined ? [] : [{ title: `${name}_t`, values: column.values }];
  });
  const titles = [...[...days, ...scores].map(({ title }) => title), ...ADDED];
  // The rejects were written on the first reading.
  const { rejects: _, ...rest } = options;
  const wanted = { uses: [...USES, 'origin'], requires: ['pre', 'post'], keepCells: true };
  const excel = { excel: options.excel === true };
  await withCases(io, path, rest, wanted, async (reader) => {
    const kept = [...reader.header.keys()].filter((at) => !titles.includes(reader.header[at]!));
    const cellOf = options.excel ? excelCells(reader) : (cell: string) => cell;
    const lines = async function* (): AsyncGenerator<string> {
      yield csvHeader([...kept.map((at) => reader.header[at]!), ...titles], excel);
      let row = 0;
      for await (const batch of reader.batches()) {
        const from = row;
        row += batch.n;
        const added = (index: number): Cell[] => [
          ...days.map(({ values }) => isoFromDay(values[from + index]!)),
          ...scores.map(({ values }) => numberCell(values[from + index]!)),
          numberCell(columns.change[from + index]!),
          numberCell(columns.rci[from + index]!),
          OUTCOME_CLASSES[columns.classes[from + index]!] ?? null,
        ];
        yield csvRows(
          batch.cells!.map((cells, index) => [
            ...kept.map((at) => cellOf(cells[at] ?? '', at)),
            ...added(index),
          ]),
          excel,
        );
      }
    };
    await writeFileWhole(options.output!, lines());
  });
}

function conversionMeta({ id, source, sha256, status }: ConversionTable): ConversionMeta {
  return { id, source, sha256, ...(status === undefined ? {} : { status }) };
}

/** Of the conversion, where it has one: to be stamped. */
export function statusOf(conversion: Pick<ConversionTable, 'status'> | undefined): Status[] {
  return conversion?.status === undefined ? [] : [conversion.status];
}

function numberCell(value: number): Cell {
  return Number.isFinite(value) ? value : null;
}
