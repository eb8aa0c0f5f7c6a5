/** `zorgcluster score CASES`: cluster advice for every row, streamed; then the summary. */

import type { Command } from 'commander';
import {
  type CaseBatch,
  type CaseReader,
  type Cell,
  clusterCodebook,
  createScoreSummary,
  csvHeader,
  csvRows,
  type DatedScoreColumns,
  makeMeta,
  RATING_COLUMNS,
  type RuleBook,
  refuse,
  SCORE_STATUSES,
  type ScoreResult,
  type Status,
  scoreFigures,
  scoreTableByDate,
  scoreTables,
  sentence,
  textColumn,
  writeFileWhole,
} from '../../index.ts';
import { withCases } from '../cases.ts';
import type { Io } from '../io.ts';
import { type CaseOptions, openShare, optionsForMeta, withCaseOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { ruleBookFor } from '../rule-sets.ts';

interface ScoreCommandOptions extends CaseOptions {
  readonly rules?: string;
  readonly supercluster?: string;
  readonly lowCertainty: number;
  readonly probabilities?: true;
}

const ADDED = [
  'advised_cluster',
  'advised_probability',
  'second_cluster',
  'second_probability',
  'entropy',
  'items_missing',
  'status',
];

export function addScore(program: Command, io: Io): void {
  withCaseOptions(program.command('score').argument('<cases>', 'case file'))
    .description('cluster advice for every row; certainty, fit and agreement')
    .option('--rules <id>', 'rule set: id or folder (default: by the date of each row)')
    .option('--supercluster <code>', 'supercluster of rows that do not have one')
    .option('--low-certainty <share>', 'an advice below this probability is of low certainty', openShare, 0.5)
    .option('--probabilities', 'add p_<code> per cluster to the rows')
    .action(async (path: string, options: ScoreCommandOptions) => {
      const extension = outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const book = await ruleBookFor(io, options.rules);
      const codebook = clusterCodebook(book);
      if (options.supercluster !== undefined && codebook.supercluster(options.supercluster) === undefined) {
        const allowed = codebook.superclusterCodes.join(', ');
        throw refuse('supercluster-option', { allowed }, 2);
      }
      const wanted = {
        // The date matters only where it can choose between rule sets.
        uses: [
          ...RATING_COLUMNS,
          ...['supercluster', 'chosen_cluster', 'team', 'diagnosis', 'site', 'origin'],
          ...(book.sets.length > 1 ? ['date'] : []),
        ],
        requires: [RATING_COLUMNS],
        codebook,
        keepCells: extension === '.csv',
      };
      await withCases(io, path, options, wanted, async (reader) => {
        const run = new ScoreRun(reader, book, options);
        if (extension === '.csv') await writeFileWhole(options.output!, run.csv());
        else for await (const _ of run.batches());
        const result = run.result();
        if (options.quiet !== true) for (const note of run.notes()) io.stderr(`${note}\n`);
        await emit(io, options, {
          document: result,
          title: options.lang === 'nl' ? 'Advies per traject' : 'Advice per episode',
          tables: () => scoreTables(result, options.lang),
          main: 'clusters',
          figures: () => scoreFigures(result, options.lang, book),
          csvWritten: extension === '.csv',
        });
      });
    });
}

/** One pass over the file: rows out where they are wanted, the summary always. */
class ScoreRun {
  readonly #reader: CaseReader;
  readonly #book: RuleBook;
  readonly #options: ScoreCommandOptions;
  readonly #summary;
  readonly #rowsPerSet: number[];
  #synthetic = false;
  #ties = 0;
  #replaced: readonly string[] = [];

  constructor(reader: CaseReader, book: RuleBook, options: ScoreCommandOptions) {
    this.#reader = reader;
    this.#book = book;
    this.#options = options;
    this.#summary = createScoreSummary(book, { lowCertainty: options.lowCertainty });
    this.#rowsPerSet = book.sets.map(() => 0);
  }

  async *batches(): AsyncGenerator<{ batch: CaseBatch; scores: DatedScoreColumns }> {
    const { supercluster } = this.#options;
    for await (const batch of this.#reader.batches()) {
      const scores = scoreTableByDate(this.#book, batch, supercluster === undefined ? {} : { supercluster });
      this.#summary.add(batch, scores);
      for (const set of scores.ruleSet) this.#rowsPerSet[set]! += 1;
      for (const tie of scores.tie) this.#ties += tie;
      this.#synthetic ||= textColumn(batch, 'origin')?.words.includes('synthetic') ?? false;
      yield { batch, scores };
    }
  }

  async *csv(): AsyncGenerator<string> {
    const excel = { excel: this.#options.excel === true };
    const codes = this.#book.clusters.map((cluster) => cluster.code);
    const added = [...ADDED, ...(this.#options.probabilities ? codes.map((code) => `p_${code}`) : [])];
    // A file that was scored before gets new columns in place of the old ones, not a second set.
    const { header } = this.#reader;
    this.#replaced = header.filter((name) => added.includes(name));
    const kept = [...header.keys()].filter((at) => !added.includes(header[at]!));
    yield csvHeader([...kept.map((at) => header[at]!), ...added], excel);
    for await (const { batch, scores } of this.batches()) {
      const rows = batch.cells!.map((cells, row) => [
        ...kept.map((at) => cells[at] ?? ''),
        ...this.#scoreCells(scores, row),
      ]);
      yield csvRows(rows, excel);
    }
  }

  result(): ScoreResult {
    const report = this.#reader.report();
    const { lang } = this.#options;
    const used = this.#rowsPerSet
      .map((rows, at) => ({ rows, set: this.#book.sets[at]!.ruleSet }))
      .filter(({ rows }) => rows > 0);
    const main = used.toSorted((a, b) => b.rows - a.rows)[0]?.set ?? this.#book.sets[0]!.ruleSet;
    const statuses: Status[] = used.map(({ set }) => set.status);
    if (this.#synthetic) statuses.push('synthetic');
    return {
      meta: makeMeta({
        command: 'score',
        rules: main,
        inputs: [report.input],
        options: optionsForMeta({ ...this.#options }, [
          'supercluster',
          'lowCertainty',
          'probabilities',
          'map',
          'strict',
          'decimal',
          'dates',
        ]),
        statuses,
      }),
      rows: report.rows,
      issues: report.issues(lang),
      ...this.#summary.result(),
      ...(used.length < 2
        ? {}
        : {
            ruleSets: used.map(({ set, rows }) => ({
              id: set.id,
              status: set.status,
              sha256: set.sha256,
              rows,
            })),
          }),
    };
  }

  notes(): string[] {
    const { lang } = this.#options;
    const notes: string[] = [];
    if (this.#ties > 0) notes.push(sentence({ code: 'score-ties', params: { count: this.#ties } }, lang));
    if (this.#replaced.length > 0) {
      const columns = this.#replaced.join(', ');
      notes.push(sentence({ code: 'score-columns-replaced', params: { columns } }, lang));
    }
    return notes;
  }

  #scoreCells(scores: DatedScoreColumns, row: number): Cell[] {
    const { clusters } = this.#book;
    const advised = scores.advised[row]!;
    const second = scores.second[row]!;
    const p = (cluster: number): number => scores.probabilities[row * clusters.length + cluster]!;
    const cells: Cell[] = [
      advised < 0 ? null : clusters[advised]!.code,
      advised < 0 ? null : p(advised),
      second < 0 ? null : clusters[second]!.code,
      second < 0 ? null : p(second),
      advised < 0 ? null : scores.entropy[row]!,
      scores.itemsMissing[row]!,
      SCORE_STATUSES[scores.status[row]!]!,
    ];
    if (this.#options.probabilities) cells.push(...clusters.map((_, k) => p(k)));
    return cells;
  }
}
