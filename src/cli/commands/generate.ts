/** `generate`: a synthetic case file, seeded. */

import { join } from 'node:path';
import type { Command } from 'commander';
import {
  BUNDLED_RULE_SET,
  type Cell,
  casesTable,
  csvHeader,
  csvRows,
  DATA_FOLDER,
  GENERATE_WORDS,
  GENERATED_FILE_DAY,
  GENERATED_HEADER,
  GenerationTally,
  generateCases,
  generateNotes,
  generateTables,
  loadRuleSet,
  makeMeta,
  methodTable,
  Refusal,
  type RuleSet,
  refuse,
  say,
  writeFileWhole,
  writeParquetWhole,
  xlsxOf,
} from '../../index.ts';
import { type Io, type Progress, progressLine } from '../io.ts';
import { type OutputOptions, positiveWholeNumber, withOutputOptions, withSeed } from '../options.ts';
import { emit, outputExtension } from '../output.ts';

interface GenerateCommandOptions extends OutputOptions {
  readonly members: number;
  readonly episodes: number;
  readonly seed: number;
}

/** A workbook is made in memory; the limit is that of reading one. */
const MAX_WORKBOOK_ROWS = 100_000;

export function addGenerate(program: Command, io: Io): void {
  withSeed(
    withOutputOptions(
      program
        .command('generate')
        .description('Make a synthetic case file: the same seed gives the same file.')
        .option('--members <number>', 'institutions in the network', positiveWholeNumber, 8)
        .option('--episodes <number>', 'rows in all', positiveWholeNumber, 20_000),
    ),
  )
    .setOptionValue('seed', 1)
    .action((options: GenerateCommandOptions) => generate(options, io));
}

async function generate(options: GenerateCommandOptions, io: Io): Promise<void> {
  const { members, episodes, seed, lang } = options;
  const extension = outputExtension(options, ['.json', '.csv', '.parquet', '.xlsx', '.html']);
  if (extension === '.xlsx' && episodes > MAX_WORKBOOK_ROWS) {
    throw refuse('workbook-too-long', { rows: episodes, limit: MAX_WORKBOOK_ROWS }, 2);
  }
  const ruleSet = await bundledRuleSet();
  const tally = new GenerationTally();
  const progress = progressLine(io, options.quiet === true, lang);
  const batches = counted(generateCases({ members, episodes, seed, ruleSet }), tally, progress);

  let cases: (readonly Cell[])[] = [];
  if (extension === '.csv') await writeFileWhole(options.output!, csvChunks(batches, options.excel === true));
  else if (extension === '.parquet') {
    await writeParquetWhole(options.output!, (path) => writeFileWhole(path, csvChunks(batches, false)));
  } else if (extension === '.xlsx') cases = [...batches].flat();
  else for (const _ of batches);
  progress.done();

  const document = {
    meta: makeMeta({
      command: 'generate',
      rules: ruleSet,
      inputs: [],
      seed,
      options: { members, episodes },
      statuses: ['synthetic'],
    }),
    columns: GENERATED_HEADER,
    fileDay: GENERATED_FILE_DAY,
    total: tally.total(),
    members: tally.members(),
  };
  const tables = generateTables(document, lang);
  if (extension === '.xlsx') {
    const method = methodTable(document, lang, generateNotes(document, lang));
    const workbook = await xlsxOf([casesTable(GENERATED_HEADER, cases, lang), ...tables, method]);
    await writeFileWhole(options.output!, workbook);
  }
  const { output, ...rest } = options;
  const hasCases = extension === '.csv' || extension === '.parquet' || extension === '.xlsx';
  // Beside the result, not in it: -o never changes what stands on stdout.
  if (!hasCases && options.quiet !== true) io.stderr(`${say(GENERATE_WORDS.nowhere, lang)}\n`);
  await emit(io, output === undefined || hasCases ? rest : options, {
    document,
    title: say(GENERATE_WORDS.title, lang),
    tables: () => tables,
    main: 'made',
    notes: generateNotes(document, lang),
  });
}

async function bundledRuleSet(): Promise<RuleSet> {
  const checked = await loadRuleSet(join(DATA_FOLDER, 'rules', BUNDLED_RULE_SET));
  if (checked.value === undefined) throw new Refusal(checked.issues);
  return checked.value;
}

function* counted<T extends readonly (readonly Cell[])[]>(
  batches: Iterable<T>,
  tally: GenerationTally,
  progress: Progress,
): Generator<T> {
  let rows = 0;
  for (const batch of batches) {
    tally.add(batch);
    rows += batch.length;
    progress.update(rows);
    yield batch;
  }
}

function* csvChunks(batches: Iterable<readonly (readonly Cell[])[]>, excel: boolean): Generator<string> {
  yield csvHeader(GENERATED_HEADER, { excel });
  for (const batch of batches) yield csvRows(batch, { excel });
}
