/** `zorgcluster score CASES`: cluster advice for every row, streamed; then the summary. */

import type { Command } from 'commander';
import {
  clusterCodebook,
  DEFAULT_MOVE,
  DEFAULT_MOVE_DRAWS,
  refuse,
  scoreFigures,
  scoreSheets,
  scoreTables,
  writeParquetWhole,
} from '../../doors/score.ts';
import type { CaseReader, RuleBook } from '../../index.ts';
import { withCases } from '../cases.ts';
import type { Io } from '../io.ts';
import { moveShare, openShare, positiveWholeNumber, withCaseOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { ruleBookFor } from '../rule-sets.ts';
import { type ScoreOptions, ScoreRun } from '../score-run.ts';
import { scoreToCsv, wantedForScore } from '../score-to-csv.ts';

export function addScore(program: Command, io: Io): void {
  withCaseOptions(program.command('score').argument('<cases>', 'case file'))
    .description('cluster advice for every row; certainty, fit and agreement')
    .option('--rules <id>', 'rule set: id or folder (default: by the date of each row)')
    .option('--supercluster <code>', 'supercluster of rows that do not have one')
    .option('--low-certainty <share>', 'an advice below this probability is of low certainty', openShare, 0.5)
    .option('--probabilities', 'add p_<code> per cluster to the rows')
    .option('--drift', 'agreement of advice and choice per month of the rating; uses the date')
    .option('--robustness', 'how often advices flip when ratings move by 1')
    .option(
      '--move <share>',
      'with --robustness: probability of a move down, and of one up',
      moveShare,
      DEFAULT_MOVE,
    )
    .option(
      '--draws <number>',
      'with --robustness: draws per episode',
      positiveWholeNumber,
      DEFAULT_MOVE_DRAWS,
    )
    .action(async (path: string, options: ScoreOptions) => {
      const extension = outputExtension(options, ['.json', '.csv', '.parquet', '.xlsx', '.svg', '.html']);
      const book = await ruleBookFor(io, options.rules);
      const codebook = clusterCodebook(book);
      if (options.supercluster !== undefined && codebook.supercluster(options.supercluster) === undefined) {
        const allowed = codebook.superclusterCodes.join(', ');
        throw refuse('supercluster-option', { allowed }, 2);
      }
      const rowsOut = extension === '.csv' || extension === '.parquet';
      const wanted = wantedForScore(book, options, rowsOut || extension === '.xlsx');
      await withCases(io, path, options, wanted, async (reader) => {
        const scored = rowsOut ? await scoreRows(path, reader, book, options, extension) : undefined;
        const run = scored ?? new ScoreRun(reader, book, options);
        const sheets = extension === '.xlsx' ? [await run.table()] : [];
        if (!rowsOut && extension !== '.xlsx') for await (const _ of run.batches());
        const result = run.result();
        if (options.quiet !== true) for (const note of run.notes()) io.stderr(`${note}\n`);
        await emit(io, options, {
          document: result,
          title: options.lang === 'nl' ? 'Advies per traject' : 'Advice per episode',
          tables: () => scoreTables(result, options.lang),
          main: 'clusters',
          figures: () => scoreFigures(result, options.lang, book),
          sheets: () => [...scoreSheets(result, options.lang), ...sheets],
          csvWritten: rowsOut,
        });
      });
    });
}

/** Parquet is made from the CSV, which knows the quick way through a large file. */
function scoreRows(
  path: string,
  reader: CaseReader,
  book: RuleBook,
  { excel, ...options }: ScoreOptions,
  extension: '.csv' | '.parquet',
): Promise<ScoreRun> {
  if (extension === '.csv') {
    return scoreToCsv(path, reader, book, { ...options, ...(excel === undefined ? {} : { excel }) });
  }
  return writeParquetWhole(options.output!, (output) =>
    scoreToCsv(path, reader, book, { ...options, output }),
  );
}
