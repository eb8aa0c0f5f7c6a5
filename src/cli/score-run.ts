/** One scored pass over a case file: rows out where they are wanted, the summary always. */

import {
  createRobustness,
  createScoreSummary,
  csvHeader,
  makeMeta,
  refuse,
  SCORE_STATUSES,
  scoreTableByDate,
  seededUniforms,
  sentence,
  textColumn,
} from '../doors/score.ts';
import type {
  CaseBatch,
  CaseReader,
  Cell,
  CellKind,
  DatedScoreColumns,
  ReportColumn,
  ReportTable,
  Robustness,
  RuleBook,
  ScoreResult,
  ScoreSummaryState,
  Status,
} from '../index.ts';
import { excelCells } from './excel-cells.ts';
import { CASE_META_KEYS, type CaseOptions, optionsForMeta } from './options.ts';
import { CellLines, cellsOf, type GatheredLines, type RowCells, ScoredLines } from './scored-lines.ts';
import { ScoredPeriods } from './scored-periods.ts';

export interface ScoreOptions extends CaseOptions {
  readonly rules?: string;
  readonly supercluster?: string;
  readonly lowCertainty: number;
  readonly probabilities?: true;
  readonly drift?: true;
  readonly robustness?: true;
  readonly move: number;
  readonly draws: number;
}

/** Columns behind those of the input. */
const ADDED: readonly (readonly [string, CellKind])[] = [
  ['advised_cluster', 'text'],
  ['advised_probability', 'probability'],
  ['second_cluster', 'text'],
  ['second_probability', 'probability'],
  ['entropy', 'number'],
  ['items_missing', 'count'],
  ['status', 'text'],
];

/** With --assessments, before those. */
const PERIODS = ['period_start', 'period_end'];

const DEFAULT_SEED = 1;

/** What a workbook can take; beyond it the sentence names CSV. */
const MOST_WORKBOOK_ROWS = 100_000;

interface ScoredBatch {
  readonly batch: CaseBatch;
  readonly scores: DatedScoreColumns;
}

/** What the rows of a part gave; plain data, for another thread. */
export interface ScoredPart {
  readonly csv: Uint8Array<ArrayBuffer>;
  readonly summary: ScoreSummaryState;
  readonly rowsPerSet: readonly number[];
  readonly ties: number;
  readonly synthetic: boolean;
}

/** One pass over the file. */
export class ScoreRun {
  readonly #reader: CaseReader;
  readonly #book: RuleBook;
  readonly #options: ScoreOptions;
  readonly #summary;
  readonly #rowsPerSet: number[];
  #synthetic = false;
  #ties = 0;
  #replaced: readonly string[] = [];
  /** As the file has it; with `--excel` as a spreadsheet reads it. */
  readonly #cell: (cell: string, index: number) => string;
  #kept: readonly number[] = [];
  /** Of the file, where it is one of lines. */
  #delimiter = ',';
  #reviews: ScoredPeriods | undefined;
  readonly #robustness: Robustness | undefined;
  readonly #seed: number | undefined;

  constructor(reader: CaseReader, book: RuleBook, options: ScoreOptions) {
    this.#reader = reader;
    this.#book = book;
    this.#options = options;
    this.#summary = createScoreSummary(book, { lowCertainty: options.lowCertainty });
    this.#rowsPerSet = book.sets.map(() => 0);
    this.#cell = options.excel ? excelCells(reader) : (cell) => cell;
    const { robustness, move, draws } = options;
    // Only what is drawn has a seed.
    this.#seed = options.seed ?? (robustness === true ? DEFAULT_SEED : undefined);
    this.#robustness =
      robustness === true
        ? createRobustness(book, { move, draws, random: seededUniforms(this.#seed!) })
        : undefined;
  }

  async *batches(): AsyncGenerator<ScoredBatch> {
    if (this.#options.assessments) this.#reviews = await ScoredPeriods.of(this.#reader, this.#book);
    yield* this.#scored(this.#reader.batches());
  }

  async *#scored<End>(batches: AsyncGenerator<CaseBatch, End>): AsyncGenerator<ScoredBatch, End> {
    const { supercluster } = this.#options;
    const options = supercluster === undefined ? {} : { supercluster };
    let room: DatedScoreColumns | undefined;
    for (;;) {
      const { done, value: batch } = await batches.next();
      if (done) return batch;
      // Whoever takes a batch is done with its scores when it asks for the next one.
      const scores = scoreTableByDate(this.#book, batch, options, room);
      room = scores;
      this.#summary.add(batch, scores);
      this.#reviews?.add(batch, scores);
      this.#robustness?.add(batch, options);
      for (const set of scores.ruleSet) this.#rowsPerSet[set]! += 1;
      for (const tie of scores.tie) this.#ties += tie;
      this.#synthetic ||= textColumn(batch, 'origin')?.words.includes('synthetic') ?? false;
      yield { batch, scores };
    }
  }

  /** The rows as CSV, batch by batch. */
  async *csv(): AsyncGenerator<string | Uint8Array> {
    yield this.csvHeader();
    const rows = this.#csvRows();
    for await (const scored of this.batches()) {
      rows.add(scored.batch, scored.scores);
      yield rows.take();
    }
  }

  csvHeader(): string {
    const keys = this.#rowColumns().map((column) => column.key);
    return csvHeader(keys, { excel: this.#options.excel === true });
  }

  /** A part of the file, read by another reader of it: its rows as CSV (in `room`, if they fit), and what `add` wants. */
  async part<End>(
    batches: AsyncGenerator<CaseBatch, End>,
    room?: ArrayBuffer,
  ): Promise<{ part: ScoredPart; end: End }> {
    this.#rowColumns();
    const rows = this.#csvRows(room);
    const scored = this.#scored(batches);
    for (;;) {
      const { done, value } = await scored.next();
      if (!done) {
        rows.add(value.batch, value.scores);
        continue;
      }
      const part = {
        csv: rows.take(),
        summary: this.#summary.state(),
        rowsPerSet: this.#rowsPerSet,
        ties: this.#ties,
        synthetic: this.#synthetic,
      };
      return { part, end: value };
    }
  }

  /** A run with the same terms that has counted nothing. */
  fresh(): ScoreRun {
    return new ScoreRun(this.#reader, this.#book, this.#options);
  }

  /** The next part of the file, scored elsewhere. */
  add({ summary, rowsPerSet, ties, synthetic }: ScoredPart): void {
    this.#summary.merge(summary);
    for (const [set, rows] of rowsPerSet.entries()) this.#rowsPerSet[set]! += rows;
    this.#ties += ties;
    this.#synthetic ||= synthetic;
  }

  /** Gathers rows as lines of the file that goes out. */
  #csvRows(room?: ArrayBuffer): GatheredLines {
    const { assessments, excel, probabilities } = this.#options;
    const cells: RowCells = (batch, scores, row) => this.#rowOf(batch, scores, row);
    if (assessments || excel) return new CellLines(cells, excel === true);
    const kept = new Set(this.#kept);
    const codes = this.#book.clusters.map(({ code }) => code);
    const form = {
      ...{ cells, codes, delimiter: this.#delimiter, probabilities: probabilities === true },
      kept: this.#reader.header.map((_, at) => kept.has(at)),
    };
    return new ScoredLines(form, room);
  }

  /** All rows as one table, for a workbook. @throws Refusal `score-rows-workbook` beyond its limit */
  async table(): Promise<ReportTable> {
    const wanted = this.#rowColumns();
    const rows: Cell[][] = [];
    for await (const { batch, scores } of this.batches()) {
      if (rows.length + batch.n > MOST_WORKBOOK_ROWS) {
        throw refuse('score-rows-workbook', { most: MOST_WORKBOOK_ROWS });
      }
      rows.push(...this.#rowsOf(batch, scores));
    }
    const columns = wanted.map((column, at) => {
      if (column.kind !== 'text' || !rows.every((row) => isPlainNumber(row[at]!))) return column;
      for (const row of rows) row[at] = row[at] === '' ? null : Number(row[at]);
      // As they stand: a rating is no 2,00 and a patient number has no thousands.
      return { ...column, kind: 'estimate' as const };
    });
    const title = this.#options.lang === 'nl' ? 'Trajecten' : 'Episodes';
    return { id: 'episodes', title, columns, rows };
  }

  /** The summary; whole once a pass has ended. */
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
        seed: this.#seed,
        options: optionsForMeta({ ...this.#options }, [
          'supercluster',
          'lowCertainty',
          'probabilities',
          'drift',
          ...(this.#robustness === undefined ? [] : ['robustness', 'move', 'draws']),
          ...CASE_META_KEYS,
        ]),
        statuses,
      }),
      rows: report.rows,
      issues: [...report.issues(lang), ...(this.#reviews?.issues(lang) ?? [])],
      ...this.#summary.result(),
      ...(this.#robustness === undefined ? {} : { robustness: this.#robustness.result() }),
      ...(this.#reviews === undefined ? {} : { assessments: this.#reviews.result() }),
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

  /** What the reader should know besides the tables. */
  notes(): string[] {
    const { lang } = this.#options;
    const notes: string[] = [];
    if (this.#ties > 0) notes.push(sentence({ code: 'score-ties', params: { count: this.#ties } }, lang));
    if (this.#replaced.length > 0) {
      const columns = this.#replaced.join(', ');
      notes.push(sentence({ code: 'score-columns-replaced', params: { columns } }, lang));
    }
    const sets = this.#rowsPerSet.flatMap((rows, at) =>
      rows === 0 ? [] : [`${this.#book.sets[at]!.ruleSet.id} (${rows})`],
    );
    if (sets.length > 1) {
      notes.push(sentence({ code: 'score-several-sets', params: { sets: sets.join(', ') } }, lang));
    }
    return notes;
  }

  /** Input columns to keep: a file that was scored before gets new columns in place of the old ones. */
  #keptColumns(): number[] {
    const { header } = this.#reader;
    const own = new Set<string>([...this.#periodColumns(), ...ADDED].map(([name]) => name));
    for (const { code } of this.#book.clusters) own.add(`p_${code}`);
    this.#replaced = header.filter((name) => own.has(name));
    return [...header.keys()].filter((at) => !own.has(header[at]!));
  }

  #rowColumns(): ReportColumn[] {
    const { header } = this.#reader;
    this.#kept = this.#keptColumns();
    this.#delimiter = this.#reader.report().format.delimiter ?? ',';
    const clusters = this.#options.probabilities ? this.#book.clusters : [];
    return [
      ...this.#kept.map((at) => [header[at]!, 'text'] as const),
      ...this.#periodColumns(),
      ...ADDED,
      ...clusters.map(({ code }) => [`p_${code}`, 'probability'] as const),
    ].map(([key, kind]) => ({ key, label: key, kind }));
  }

  #periodColumns(): (readonly [string, CellKind])[] {
    return this.#options.assessments ? PERIODS.map((name) => [name, 'text'] as const) : [];
  }

  #rowsOf(batch: CaseBatch, scores: DatedScoreColumns): Cell[][] {
    return Array.from({ length: batch.n }, (_, row) => this.#rowOf(batch, scores, row));
  }

  #rowOf(batch: CaseBatch, scores: DatedScoreColumns, row: number): Cell[] {
    const cells = cellsOf(batch, row, this.#delimiter);
    return [
      ...this.#kept.map((at) => this.#cell(cells[at] ?? '', at)),
      ...(this.#reviews?.cells(row) ?? []),
      ...this.#scoreCells(scores, row),
    ];
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

/** Blank, or a number that its text says exactly (not `007`). */
function isPlainNumber(cell: Cell): boolean {
  return cell === '' || (typeof cell === 'string' && String(Number(cell)) === cell);
}
