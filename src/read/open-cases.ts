/**
 * A case file, opened: its form is settled and its columns are recognised; rows come in batches.
 * Invariants: memory does not grow with the file (save some ten bytes an episode, to know doubles,
 * and the different words of text columns in use); the identity guard sees the beginning of a file
 * before a row of it leaves, and every row that a first pass reads.
 */

import { Refusal, refuse } from '../issue/refusal.ts';
import type { Issue } from '../model/issue.ts';
import { BLANK_DAY, isoFromDay } from '../table/day.ts';
import { CaseParts, type PartFindings, type PartPass, type PartTerms } from './case-parts.ts';
import { CaseRows } from './case-rows.ts';
import { type ColumnMapping, mapColumns } from './column-map.ts';
import { guardHead } from './guard-head.ts';
import { IdentityGuard } from './identity-guard.ts';
import type { LineRange } from './line-ranges.ts';
import { openRows } from './open-rows.ts';
import { plainPart } from './plain-part.ts';
import type { Pseudonymiser } from './pseudonymise.ts';
import type { CaseBatch, CaseReader, ReadCasesOptions, ReadReport } from './read-options.ts';
import { knows, planRead, type ReadPlan, usedColumns } from './read-plan.ts';
import { requireColumns, requireHeaderFirst } from './require-columns.ts';
import type { SeenEpisodes } from './row-checks.ts';
import {
  newFacts,
  type PassFacts,
  type RawCell,
  type RowFault,
  type RowRanges,
  type RowSource,
  type RowStretch,
  rowAsText,
} from './row-source.ts';
import type { ByteSource } from './source.ts';
import { type Notations, Survey } from './survey.ts';

const NO_COMMAS: ReadonlySet<number> = new Set();

/**
 * Opens a case file and reads its head; rows follow from `batches()`.
 * @throws Refusal when the file is no table, lacks a required column or names people
 */
export async function openCases(source: ByteSource, asked: ReadCasesOptions): Promise<CaseReader> {
  const options = asked.assessments ? forAssessments(asked) : asked;
  if (options.pseudonymiseWith?.length === 0) throw refuse('key-empty', {}, 2);
  const rows = await openRows(source, options);
  const { header, head, whole } = rows;
  requireHeaderFirst(header, head, knows(options));
  const guard = new IdentityGuard(header);
  for (const row of head) guard.watch(rowAsText(row, NO_COMMAS));
  const mapping = mapColumns(header, options.map);
  const pseudonyms = guardHead(header, mapping, guard, whole, options);
  const outer = pseudonyms?.header ?? header;
  const kept = pseudonyms === undefined ? mapping : mapColumns(outer, options.map);
  requireColumns(outer, kept, options);
  if (whole && head.length === 0) throw refuse('no-data-rows');
  return new OpenCases({ source, rows, options, header: outer, mapping: kept, pseudonyms });
}

/** Periods follow from patient and day, and from where an episode ends. */
function forAssessments(options: ReadCasesOptions): ReadCasesOptions {
  return {
    ...options,
    uses: [...options.uses, 'patient', 'member', 'episode', 'date', 'end'],
    requires: [...(options.requires ?? []), 'patient', 'date'],
  };
}

interface Opened {
  readonly source: ByteSource;
  /** The file's own header and rows. */
  readonly rows: RowSource;
  readonly options: ReadCasesOptions;
  /** Header without identities. */
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly pseudonyms: Pseudonymiser | undefined;
}

interface Pass extends PartPass {
  readonly plan: ReadPlan;
  readonly texts: (row: readonly RawCell[]) => readonly string[];
}

class OpenCases implements CaseReader {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly #opened: Opened;
  #facts: PassFacts = newFacts();
  #rows: CaseRows | undefined;
  /** Whether the rejects have been told: a second reading would tell them again. */
  #told = false;
  #notations: Notations = { decimals: new Map(), dates: new Map() };

  constructor(opened: Opened) {
    this.#opened = opened;
    this.header = opened.header;
    this.mapping = opened.mapping;
  }

  async *batches(): AsyncGenerator<CaseBatch, void> {
    const pass = await this.#begin();
    const { rows, guard, surveyed } = pass;
    const passed = surveyed ? this.#facts.bytes : 0;
    for await (const stretch of this.#pass(passed, passed === 0 ? 1 : 2)) {
      yield* this.#taken(stretch, pass);
      if (!surveyed) this.#refuseFound(guard, false);
    }
    if (!surveyed) this.#refuseFound(guard, true);
    if (rows.waiting > 0) yield rows.take();
    this.#finish(pass);
  }

  get inParts(): CaseParts | undefined {
    const { rows, options, pseudonyms } = this.#opened;
    const inRanges = rows.inRanges;
    const oneByOne =
      options.rejects !== undefined || options.assessments === true || pseudonyms !== undefined;
    if (inRanges === undefined || oneByOne) return undefined;
    let pass: Pass | undefined;
    return new CaseParts({
      begin: async () => {
        pass = await this.#begin();
        return pass;
      },
      notations: () => this.#notations,
      ranges: (size, spare) => {
        this.#facts = newFacts();
        return inRanges.ranges(this.#facts, size, spare);
      },
      expected: () => inRanges.expected,
      read: (range, known, seen) => this.#readPart(inRanges, range, known, seen),
      finish: () => this.#finish(pass!),
      strict: options.strict === true,
      progress: (count) => options.onProgress?.({ rows: count, bytes: this.#facts.bytes }),
    });
  }

  /** Before the rows: what only the whole file settles, and where the findings go. */
  async #begin(): Promise<Pass> {
    const { mapping, pseudonyms, rows: source } = this.#opened;
    this.#rows = undefined;
    const guard = new IdentityGuard(source.header);
    const survey = this.#newSurvey('used');
    if (survey.needed) await this.#firstPass(survey, guard);
    this.#notations = survey.decide();
    const pass = this.#newPass({ guard, surveyed: survey.needed, withRejects: true });
    this.#rows = pass.rows;
    pass.rows.issues.addAll([
      ...mapping.warnings,
      ...source.notes,
      ...this.#sheetWarnings(),
      ...(pseudonyms?.notes ?? []),
    ]);
    return pass;
  }

  #newPass(own: {
    readonly guard: IdentityGuard;
    readonly surveyed: boolean;
    readonly withRejects?: boolean;
    readonly seen?: SeenEpisodes;
  }): Pass {
    const { options, header, mapping, pseudonyms, rows: source } = this.#opened;
    const { guard, surveyed, seen } = own;
    const plan = planRead(header, mapping, this.#notations, options);
    const { rejects, ...rest } = options;
    const told = own.withRejects !== true || rejects === undefined || this.#told;
    if (own.withRejects) this.#told = true;
    const rows = new CaseRows({
      ...rest,
      ...(told ? {} : { rejects }),
      fields: source.header.length,
      mapping,
      plan,
      anonymous: pseudonyms?.row,
      seen,
    });
    return { rows, guard, others: this.#newSurvey('others'), plan, surveyed, texts: this.#textReader() };
  }

  /** Takes a stretch of the file in; gives the batches that are full. */
  *#taken(stretch: RowStretch, pass: Pass): Generator<CaseBatch> {
    for (let at = 0; at < stretch.rows.length; at += 1) {
      this.#takeRow(stretch.rows[at]!, pass, stretch.faults?.get(at));
      if (pass.rows.full) yield pass.rows.take();
    }
  }

  #takeRow(cells: readonly RawCell[], pass: Pass, faults?: readonly RowFault[]): void {
    const { rows, guard, others, surveyed, texts } = pass;
    const row = texts(cells);
    if (!surveyed) guard.watch(row);
    if (others.needed && cells.length >= this.#opened.rows.header.length) others.add(cells);
    rows.push(row, faults);
  }

  #finish({ rows, others, plan }: Pass): void {
    rows.issues.addAll([...this.#undecidedWarnings(others), ...this.#instrumentWarnings(plan)]);
    this.#refuseMany(rows);
  }

  async *#readPart(
    ranges: RowRanges,
    range: LineRange,
    { notations, surveyed }: PartTerms,
    seen: SeenEpisodes,
  ): AsyncGenerator<CaseBatch, PartFindings> {
    this.#notations = notations;
    const guard = new IdentityGuard(this.#opened.rows.header, range.rowsBefore);
    const pass = this.#newPass({ guard, surveyed, seen });
    const { rows, others } = pass;
    const { delimiter } = ranges;
    const watch = surveyed ? undefined : guard;
    const text = (cells: readonly string[]): void => this.#takeRow(cells, pass);
    const rest = yield* plainPart({ range, delimiter, rows, watch, others, text });
    for await (const stretch of ranges.rowsOf(rest)) yield* this.#taken(stretch, pass);
    if (rows.waiting > 0) yield rows.take();
    const { read, rejected, lastDay, issues } = rows;
    return { read, rejected, lastDay, issues: issues.groups, guard: guard.counts, others: others.counts };
  }

  report(): ReadReport {
    const { source } = this.#opened;
    const rows = this.#rows;
    const [read, rejected] = [rows?.read ?? 0, rows?.rejected ?? 0];
    const lastDay = rows?.lastDay ?? BLANK_DAY;
    return {
      input: { name: source.name, rows: read, sha256: this.#facts.sha256 },
      rows: { read, used: read - rejected, rejected },
      issues: (lang, say) => rows?.issues.summaries(lang, say) ?? [],
      ...(lastDay === BLANK_DAY ? {} : { lastDate: isoFromDay(lastDay) }),
      format: {
        ...this.#opened.rows.format,
        decimals: Object.fromEntries(this.#notations.decimals),
        dates: Object.fromEntries(this.#notations.dates),
      },
    };
  }

  #newSurvey(which: 'used' | 'others'): Survey {
    const { rows, header, mapping, options, pseudonyms } = this.#opened;
    const used = usedColumns(header, mapping, options);
    const columns = [...mapping.columns].filter(([name]) => used.has(name) === (which === 'used'));
    return new Survey(
      columns.map(([name, column]) => {
        const index = pseudonyms?.source[column.index] ?? column.index;
        return { name, header: column.header, index, settled: rows.settled.has(index) };
      }),
      options,
    );
  }

  /** Rows as text, once the notation of each column is known. */
  #textReader(): (row: readonly RawCell[]) => readonly string[] {
    const { rows, mapping, pseudonyms } = this.#opened;
    if (!rows.typed) return (row) => row as readonly string[];
    const commas = new Set<number>();
    for (const [name, { index }] of mapping.columns) {
      if (this.#notations.decimals.get(name) === ',') commas.add(pseudonyms?.source[index] ?? index);
    }
    return (row) => rowAsText(row, commas);
  }

  async #firstPass(survey: Survey, guard: IdentityGuard): Promise<void> {
    const { header, typed } = this.#opened.rows;
    for await (const { rows } of this.#pass(0, 2)) {
      for (const row of rows) {
        guard.watch(typed ? rowAsText(row, NO_COMMAS) : (row as readonly string[]));
        if (row.length >= header.length) survey.add(row);
      }
    }
    this.#refuseFound(guard, true);
  }

  /** One pass over the data rows. */
  async *#pass(bytesBefore: number, passes: number): AsyncGenerator<RowStretch> {
    const { source, rows, options } = this.#opened;
    const facts = newFacts();
    this.#facts = facts;
    const total = source.size === undefined ? {} : { totalBytes: source.size * passes };
    let seen = 0;
    for await (const stretch of rows.rows(facts, options.signal)) {
      seen += stretch.rows.length;
      yield stretch;
      options.onProgress?.({ rows: this.#rows?.read ?? seen, bytes: bytesBefore + facts.bytes, ...total });
    }
  }

  /**
   * Columns not in use whose notation nothing settles: they are passed on as they were written.
   * @throws Refusal where the command wants that column settled all the same
   */
  #undecidedWarnings(others: Survey): Issue[] {
    const { mapping, options } = this.#opened;
    const found = others.undecided(this.#notations.dates.values());
    const must = new Set(options.settles?.map((name) => mapping.columns.get(name)?.header));
    const refused = found.filter(({ column }) => must.has(column));
    if (refused.length > 0) throw new Refusal(refused);
    return found.map((issue) => ({ ...issue, severity: 'warning' }));
  }

  /** Scores of two instruments cannot be compared. */
  #instrumentWarnings({ texts }: ReadPlan): Issue[] {
    const found = texts.find(({ name }) => name === 'instrument');
    const column = found?.reader.column(0);
    if (found === undefined || column?.kind !== 'text' || column.words.length < 2) return [];
    const params = { column: found.header, n: column.words.length };
    return [{ code: 'instrument-mixed', severity: 'warning', column: found.header, params }];
  }

  #sheetWarnings(): Issue[] {
    const { rows, options } = this.#opened;
    const idle = options.sheet !== undefined && rows.format.sheet === undefined;
    return idle ? [{ code: 'sheet-not-used', severity: 'warning' }] : [];
  }

  #refuseFound(guard: IdentityGuard, atEnd: boolean): void {
    const { pseudonyms, rows } = this.#opened;
    const handled = new Set(pseudonyms?.notes.map((note) => note.column));
    const found = guard.findings(atEnd).filter((finding) => !handled.has(rows.header[finding.index]!));
    if (found.length === 0) return;
    const late = pseudonyms !== undefined;
    throw new Refusal(
      found.map(({ kind, header }) => ({
        code: late ? 'identity-late' : kind,
        severity: 'error',
        column: header,
        params: { column: header },
      })),
    );
  }

  #refuseMany(rows: CaseRows): void {
    const { read, rejected } = rows;
    const params = { read, rejected };
    const refused = (code: string): Refusal =>
      new Refusal([{ code, severity: 'error', params }, ...rows.examples.values()]);
    if (read === 0) throw refuse('no-data-rows');
    if (rejected * 2 > read) throw refused('too-many-rejected');
    if (this.#opened.options.strict && rejected > 0) throw refused('strict-rejected');
  }
}
