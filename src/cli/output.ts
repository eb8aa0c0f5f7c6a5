/** From a result to stdout and to `-o FILE`: the same four steps for every command. */

import { basename, extname } from 'node:path';
import {
  canonicalJson,
  csvOf,
  htmlReport,
  methodTable,
  refuse,
  stampNotes,
  terminalTable,
  writeFileWhole,
  writeParquetWhole,
  xlsxOf,
} from '../doors/score.ts';
import type { Figure, FormulaSheet, MethodFacts, ReportTable } from '../index.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';

/** What a command hands over. Tables and figure are made only where they are wanted. */
export interface Emission {
  /** The JSON document; its first key is `meta`. */
  readonly document: MethodFacts;
  readonly title: string;
  readonly tables: () => readonly ReportTable[];
  /** Id of the table that `-o FILE.csv` and `.parquet` write; it may be one of the further ones. */
  readonly main: string;
  /** The main one first: `-o FILE.svg` is that one, a report shows all. */
  readonly figures?: () => readonly Figure[];
  /** Sentences that must be read before any figure: printed with the stamps. */
  readonly warnings?: readonly string[];
  /** Sentences printed below the tables and put in the report. */
  readonly notes?: readonly string[];
  /** Further tables for a workbook only: rows, too many for a screen. */
  readonly sheets?: () => readonly ReportTable[];
  /** Sheets that reckon, after the tables of a workbook. */
  readonly reckoning?: () => readonly FormulaSheet[];
  /** What `-o FILE.html` shows where it may not show all that the document says. */
  readonly report?: () => Pick<Emission, 'document' | 'tables' | 'figures' | 'warnings' | 'notes'>;
  /** Set when the command has written `-o FILE.csv` or `.parquet` itself, row by row. */
  readonly csvWritten?: boolean;
}

export type OutputExtension = '.json' | '.csv' | '.xlsx' | '.svg' | '.html' | '.sql' | '.parquet';

/** Refuses an unknown `-o` ending before any work is done; gives the ending, lower case. */
export function outputExtension(
  options: OutputOptions,
  allowed: readonly OutputExtension[],
): OutputExtension | undefined {
  if (options.output === undefined) return undefined;
  const extension = extname(options.output).toLowerCase() as OutputExtension;
  if (!allowed.includes(extension)) {
    throw refuse(
      'output-format',
      { extension: extension || basename(options.output), allowed: allowed.join(', ') },
      2,
    );
  }
  return extension;
}

export async function emit(io: Io, options: OutputOptions, emission: Emission): Promise<void> {
  const { lang } = options;
  if (options.output !== undefined) await writeOutput(options.output, options, emission);
  if (options.json) {
    io.stdout(canonicalJson(emission.document));
    return;
  }
  io.stdout(`${emission.title}\n`);
  for (const note of stampNotes(emission.document.meta, lang)) io.stdout(`! ${note}\n`);
  for (const warning of emission.warnings ?? []) io.stdout(`! ${warning}\n`);
  for (const table of emission.tables()) io.stdout(`\n${terminalTable(table, lang)}\n`);
  if (emission.notes?.length) io.stdout(`\n${emission.notes.map((note) => `- ${note}`).join('\n')}\n`);
}

async function writeOutput(path: string, options: OutputOptions, emission: Emission): Promise<void> {
  const extension = extname(path).toLowerCase() as OutputExtension;
  if (extension === '.parquet') {
    if (emission.csvWritten) return;
    const plain = csvOf(mainTable(emission), { excel: false });
    await writeParquetWhole(path, (csvPath) => writeFileWhole(csvPath, plain));
    return;
  }
  const content = await contentFor(extension, options, emission);
  if (content !== undefined) await writeFileWhole(path, content);
}

function mainTable({ tables, sheets, main }: Emission): ReportTable {
  const found = [...tables(), ...(sheets?.() ?? [])].find((table) => table.id === main);
  if (found === undefined) throw new Error(`No table ${main}`);
  return found;
}

async function contentFor(
  extension: OutputExtension,
  options: OutputOptions,
  emission: Emission,
): Promise<string | Uint8Array | undefined> {
  const { lang } = options;
  switch (extension) {
    case '.json':
      return canonicalJson(emission.document);
    case '.csv': {
      if (emission.csvWritten) return undefined;
      return csvOf(mainTable(emission), { excel: options.excel === true });
    }
    case '.xlsx':
      return xlsxOf(
        [
          ...emission.tables(),
          ...(emission.sheets?.() ?? []),
          methodTable(emission.document, lang, [...(emission.warnings ?? []), ...(emission.notes ?? [])]),
        ],
        emission.reckoning?.(),
      );
    case '.svg': {
      const main = emission.figures?.()[0];
      if (main === undefined) throw refuse('no-figure');
      return `${main.svg}\n`;
    }
    case '.html': {
      const report = emission.report?.() ?? emission;
      return htmlReport({
        title: emission.title,
        lang,
        meta: report.document.meta,
        tables: report.tables(),
        figures: report.figures?.() ?? [],
        notes: [
          ...stampNotes(report.document.meta, lang),
          ...(report.warnings ?? []),
          ...(report.notes ?? []),
        ],
      });
    }
  }
}
