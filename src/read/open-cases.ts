/**
 * A case file, opened: its form is settled and its columns are recognised; rows come in batches.
 * Invariants: memory does not grow with the file (save sixteen bytes an episode, to know doubles,
 * and the different words of text columns in use); the identity guard sees the beginning of a file
 * before a row of it leaves, and every row that a first pass reads.
 */

import { Refusal, refuse } from '../issue/refusal.ts';
import type { CanonicalColumn } from '../model/case-table.ts';
import type { Issue } from '../model/issue.ts';
import { BLANK_DAY, isoFromDay } from '../table/day.ts';
import { CaseRows } from './case-rows.ts';
import { type ColumnMapping, mapColumns } from './column-map.ts';
import { type CsvFormat, csvHeadRows, csvRowsOf, isBlankRow } from './csv-rows.ts';
import { IdentityGuard, isBirthHeader } from './identity-guard.ts';
import { type Pseudonymiser, pseudonymiser } from './pseudonymise.ts';
import type { CaseBatch, CaseReader, ReadCasesOptions, ReadReport } from './read-options.ts';
import { knows, planRead, usedColumns } from './read-plan.ts';
import { requireColumns } from './require-columns.ts';
import { headText, sniffCsv } from './sniff-csv.ts';
import type { ByteSource } from './source.ts';
import { type Notations, Survey } from './survey.ts';
import { headOf, newFacts, type PassFacts, textOf } from './text-chunks.ts';

/**
 * Opens a case file (CSV, gzip or not) and reads its head; rows follow from `batches()`.
 * @throws Refusal when the file is no table, lacks a required column or names people
 */
export async function openCases(source: ByteSource, options: ReadCasesOptions): Promise<CaseReader> {
  if (options.pseudonymiseWith?.length === 0) throw refuse('key-empty', {}, 2);
  const { head, whole } = await headOf(source);
  const text = headText(head, whole);
  const format = sniffCsv(text, knows(options));
  const rows = csvHeadRows(text, format, whole).filter((row) => !isBlankRow(row));
  // A quarter of a mebibyte without a complete line is no header row.
  if (rows.length === 0)
    throw text.includes('"') ? refuse('quote-not-closed', { row: 1 }) : refuse('file-not-text');
  const header = rows.shift()!.map((cell) => cell.trim());
  const guard = new IdentityGuard(header);
  for (const row of rows) guard.watch(row);
  const mapping = mapColumns(header, options.map);
  const pseudonyms = guardHead(header, mapping, guard, whole, options);
  const outer = pseudonyms?.header ?? header;
  const kept = pseudonyms === undefined ? mapping : mapColumns(outer, options.map);
  requireColumns(outer, kept, options);
  if (whole && rows.length === 0) throw refuse('no-data-rows');
  return new OpenCases({ source, options, format, raw: header, header: outer, mapping: kept, pseudonyms });
}

/** Refuses columns that name people, or plans what to do with them where a key is given. */
function guardHead(
  header: readonly string[],
  mapping: ColumnMapping,
  guard: IdentityGuard,
  whole: boolean,
  options: ReadCasesOptions,
): Pseudonymiser | undefined {
  const found = guard.findings(whole);
  if (options.pseudonymiseWith !== undefined) {
    return pseudonymiser(options.pseudonymiseWith, header, mapping, found, options.dates ?? 'dmy');
  }
  if (found.length === 0) return undefined;
  throw new Refusal(
    found.map((finding) => ({
      code: finding.kind,
      severity: 'error',
      column: finding.header,
      params: { column: finding.header },
    })),
  );
}

interface Opened {
  readonly source: ByteSource;
  readonly options: ReadCasesOptions;
  readonly format: CsvFormat;
  /** Header of the file itself. */
  readonly raw: readonly string[];
  /** Header without identities. */
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly pseudonyms: Pseudonymiser | undefined;
}

class OpenCases implements CaseReader {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly #opened: Opened;
  #facts: PassFacts = newFacts();
  #rows: CaseRows | undefined;
  #notations: Notations = { decimals: new Map(), dates: new Map() };

  constructor(opened: Opened) {
    this.#opened = opened;
    this.header = opened.header;
    this.mapping = opened.mapping;
  }

  async *batches(): AsyncGenerator<CaseBatch> {
    const { options, header, mapping, pseudonyms } = this.#opened;
    this.#rows = undefined;
    const guard = new IdentityGuard(this.#opened.raw);
    const survey = this.#newSurvey();
    if (survey.needed) await this.#firstPass(survey, guard);
    this.#notations = survey.decide();
    const plan = planRead(header, mapping, this.#notations, options);
    const fields = this.#opened.raw.length;
    const rows = new CaseRows({ ...options, fields, mapping, plan, anonymous: pseudonyms?.row });
    this.#rows = rows;
    rows.issues.addAll([...mapping.warnings, ...(pseudonyms?.notes ?? this.#birthWarnings())]);
    const passed = survey.needed ? this.#facts.bytes : 0;
    for await (const stretch of this.#pass(passed, passed === 0 ? 1 : 2)) {
      for (let at = 0; at < stretch.rows.length; at += 1) {
        const row = stretch.rows[at]!;
        if (!survey.needed) guard.watch(row);
        rows.push(row, stretch.damaged.has(at));
        if (rows.full) yield rows.take();
      }
      if (!survey.needed) this.#refuseFound(guard, false);
    }
    if (!survey.needed) this.#refuseFound(guard, true);
    if (rows.waiting > 0) yield rows.take();
    this.#refuseMany(rows);
  }

  report(): ReadReport {
    const { source, format } = this.#opened;
    const rows = this.#rows;
    const [read, rejected] = [rows?.read ?? 0, rows?.rejected ?? 0];
    const lastDay = rows?.lastDay ?? BLANK_DAY;
    return {
      input: { name: source.name, rows: read, sha256: this.#facts.sha256 },
      rows: { read, used: read - rejected, rejected },
      issues: (lang) => rows?.issues.summaries(lang) ?? [],
      ...(lastDay === BLANK_DAY ? {} : { lastDate: isoFromDay(lastDay) }),
      format: {
        delimiter: format.delimiter,
        lineEnding: format.lineEnding,
        encoding: this.#facts.encoding,
        decimals: Object.fromEntries(this.#notations.decimals),
        dates: Object.fromEntries(this.#notations.dates),
      },
    };
  }

  #newSurvey(): Survey {
    const { header, mapping, options, pseudonyms } = this.#opened;
    const used = usedColumns(header, mapping, options);
    const columns = [...mapping.columns].filter(([name]) => used.has(name));
    const place = (index: number): number => pseudonyms?.source[index] ?? index;
    return new Survey(
      columns.map(([name, column]: [CanonicalColumn, { header: string; index: number }]) => ({
        name,
        header: column.header,
        index: place(column.index),
      })),
      options,
    );
  }

  async #firstPass(survey: Survey, guard: IdentityGuard): Promise<void> {
    const fields = this.#opened.raw.length;
    for await (const { rows } of this.#pass(0, 2)) {
      for (const row of rows) {
        guard.watch(row);
        if (row.length >= fields) survey.add(row);
      }
    }
    this.#refuseFound(guard, true);
  }

  /** One pass over the data rows; the header is left out. */
  async *#pass(
    bytesBefore: number,
    passes: number,
  ): AsyncGenerator<{ rows: string[][]; damaged: ReadonlySet<number> }> {
    const { source, format, options } = this.#opened;
    const facts = newFacts();
    this.#facts = facts;
    const total = source.size === undefined ? {} : { totalBytes: source.size * passes };
    let seen = 0;
    let inHeader = true;
    for await (const stretch of csvRowsOf(textOf(source, facts, options.signal), format)) {
      if (inHeader) {
        const at = stretch.rows.findIndex((row) => !isBlankRow(row));
        inHeader = at < 0;
        // Emptied in place: the indexes of damaged rows stay true, and blank rows are passed over.
        for (let row = 0; row <= (at < 0 ? stretch.rows.length - 1 : at); row += 1) stretch.rows[row] = [''];
      }
      seen += stretch.rows.length;
      yield stretch;
      options.onProgress?.({ rows: this.#rows?.read ?? seen, bytes: bytesBefore + facts.bytes, ...total });
    }
  }

  #birthWarnings(): Issue[] {
    return this.header.filter(isBirthHeader).map((column) => ({
      code: 'birth-date-kept',
      severity: 'warning',
      column,
      params: { column },
    }));
  }

  #refuseFound(guard: IdentityGuard, atEnd: boolean): void {
    const { pseudonyms, raw } = this.#opened;
    const handled = new Set(pseudonyms?.notes.map((note) => note.column));
    const found = guard.findings(atEnd).filter((finding) => !handled.has(raw[finding.index]!));
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
