/**
 * Rows of cells into batches of typed columns, with every fault counted.
 * Invariant: read = used + rejected; a rejected row leaves nothing in a batch, and no patient's
 * value leaves through an issue (the rejects sink gets it, because the user asked for that table).
 */

import { IssueCollector, type IssueGroup } from '../issue/issue-collector.ts';
import type { Column } from '../model/case-table.ts';
import type { Issue, Severity } from '../model/issue.ts';
import { BLANK_DAY } from '../table/day.ts';
import type { ColumnMapping } from './column-map.ts';
import { PlainRows } from './plain-rows.ts';
import type { CaseBatch, ReadCasesOptions } from './read-options.ts';
import { allowedIn, type PlannedColumn, type ReadPlan } from './read-plan.ts';
import { rejectedCell } from './rejects.ts';
import { rowChecks, type SeenEpisodes } from './row-checks.ts';
import { isBlankRow, type RowFault } from './row-source.ts';

const DEFAULT_BATCH_ROWS = 8192;
/** Cells kept as text are many small strings: in short batches they are gone before they are moved to old memory. */
const MOST_CELLS = 512;
const MAX_EXAMPLES = 8;
const NO_CELLS: readonly string[] = [];
const NO_FAULTS: readonly RowFault[] = [];

type Context = Pick<ReadCasesOptions, 'keepCells' | 'batchRows' | 'rejects' | 'codebook' | 'assessments'> & {
  /** Fields of a whole line of the file. */
  readonly fields: number;
  /** Takes identities out of a whole line. */
  readonly anonymous: ((cells: readonly string[]) => string[]) | undefined;
  readonly mapping: ColumnMapping;
  readonly plan: ReadPlan;
  /** Of the rows before, where these are not the file's first. */
  readonly seen?: SeenEpisodes | undefined;
};

/** Of a part of a file; rows are counted from its first. */
export interface PartCounts {
  readonly read: number;
  readonly rejected: number;
  readonly lastDay: number;
  readonly issues: readonly IssueGroup[];
}

export class CaseRows {
  readonly issues = new IssueCollector();
  /** The first error of each code and column: what a refusal shows. */
  readonly examples = new Map<string, Issue>();
  read = 0;
  rejected = 0;
  lastDay = BLANK_DAY;

  readonly #context: Context;
  readonly #size: number;
  readonly #checks: ReturnType<typeof rowChecks>;
  #n = 0;
  #rows: Int32Array;
  #cells: (readonly string[])[] = [];
  /** Rows of the batch whose cells are text. */
  #texts = 0;
  readonly #plain: PlainRows | undefined;
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  #from = new Int32Array(0);
  #to = new Int32Array(0);

  constructor(context: Context) {
    this.#context = context;
    this.#size = Math.max(1, context.batchRows ?? DEFAULT_BATCH_ROWS);
    this.#checks = rowChecks(context.mapping, context.plan, context.assessments === true, context.seen);
    this.#plain = PlainRows.of(context.plan, this.#checks, context.fields);
    this.#rows = new Int32Array(this.#size);
    this.#start();
  }

  get full(): boolean {
    return this.#n === this.#size || this.#texts === MOST_CELLS;
  }

  /** Reads rows from their bytes; undefined where every row has to be text. */
  get plain(): PlainRows | undefined {
    return this.#plain;
  }

  get waiting(): number {
    return this.#n;
  }

  /** Takes one line of the file; a blank one is passed over and not counted. */
  push(row: readonly string[], faults: readonly RowFault[] = NO_FAULTS): void {
    if ((row[0] === '' || row.length === 1) && isBlankRow(row)) return;
    this.read += 1;
    if (!this.#isWhole(row, faults) || !this.#keep(this.#context.anonymous?.(row) ?? row, faults))
      this.rejected += 1;
  }

  /** Takes the line that begins at `start` of what `plain` reads; false where `push` has to look. */
  pushPlain(start: number): boolean {
    const at = this.#n;
    const line = this.#plain!;
    if (!line.takes(start, at)) return false;
    this.read += 1;
    for (const day of this.#context.plan.days.all) this.lastDay = Math.max(this.lastDay, day.at(at));
    this.#rows[at] = this.read;
    if (this.#context.keepCells) {
      if (this.#bytes === undefined) {
        this.#bytes = line.bytes;
        this.#from = new Int32Array(this.#size).fill(-1);
        this.#to = new Int32Array(this.#size);
      }
      this.#cells.push(NO_CELLS);
      this.#from[at] = start;
      this.#to[at] = line.end;
    }
    this.#n += 1;
    return true;
  }

  #keep(row: readonly string[], faults: readonly RowFault[]): boolean {
    const fine = faults.length === 0 || this.#isFaultless(faults);
    if (!this.#check(row) || !fine) return false;
    const at = this.#n;
    const fields = this.#context.fields;
    for (const { index, reader } of this.#context.plan.texts) reader.read(row[index]!, at);
    for (const day of this.#context.plan.days.all) this.lastDay = Math.max(this.lastDay, day.at(at));
    this.#rows[at] = this.read;
    if (this.#context.keepCells) {
      this.#cells.push(row.length > fields ? row.slice(0, fields) : row);
      this.#texts += 1;
    }
    this.#n += 1;
    return true;
  }

  /** What another reader found in the rows after these. */
  addPart({ read, rejected, lastDay, issues }: PartCounts): void {
    this.issues.addGroups(issues, this.read);
    this.read += read;
    this.rejected += rejected;
    this.lastDay = Math.max(this.lastDay, lastDay);
  }

  /** The rows since the last call, as a table. */
  take(): CaseBatch {
    const n = this.#n;
    const columns = new Map<string, Column>();
    const { checked, texts } = this.#context.plan;
    for (const { name, reader } of [...checked, ...texts]) columns.set(name, reader.column(n));
    const batch = {
      n,
      rows: this.#rows.subarray(0, n),
      columns,
      ...(this.#context.keepCells ? { cells: this.#cells } : {}),
      ...(this.#bytes === undefined ? {} : { lines: { bytes: this.#bytes, from: this.#from, to: this.#to } }),
    };
    this.#start();
    return batch;
  }

  #start(): void {
    this.#n = 0;
    this.#rows = new Int32Array(this.#size);
    this.#cells = [];
    this.#texts = 0;
    this.#bytes = undefined;
    for (const { reader } of this.#context.plan.checked) reader.start(this.#size);
    for (const { reader } of this.#context.plan.texts) reader.start(this.#size);
  }

  #isWhole(row: readonly string[], faults: readonly RowFault[]): boolean {
    const expected = this.#context.fields;
    const whole = faults.find((fault) => fault.header === undefined);
    if (whole !== undefined) return this.#reject(whole.code, '', '');
    if (row.length === expected) return true;
    if (row.length < expected) return this.#reject('row-too-few-fields', '', '', { expected });
    // A delimiter at the end of each line is a habit of some exports.
    if (isBlankRow(row.slice(expected))) return true;
    return this.#reject('row-too-many-fields', '', '', { expected });
  }

  /** A fault that came with the row counts like one found in the cell: only where the column is in use. */
  #isFaultless(faults: readonly RowFault[]): boolean {
    const { checked, texts } = this.#context.plan;
    let fine = true;
    for (const { code, header } of faults) {
      const used = [...checked, ...texts].some((column) => column.header === header);
      if (used) fine = this.#reject(code, header!, '', { column: header! });
      else this.#tell('warning', code, header!, { column: header! });
    }
    return fine;
  }

  #check(row: readonly string[]): boolean {
    const { plan } = this.#context;
    const at = this.#n;
    let fine = true;
    for (const column of plan.checked) {
      const cell = column.index < 0 ? '' : row[column.index]!;
      const code = column.reader.read(cell, at);
      if (code !== undefined)
        fine = this.#reject(code, column.header, cell, this.#paramsOf(code, column.header));
    }
    for (const { index, header, fault } of plan.others) {
      const cell = row[index]!;
      if (cell === '') continue;
      const code = cell.trim() === '' ? undefined : fault(cell);
      if (code !== undefined) this.#tell('warning', code, header, this.#paramsOf(code, header));
    }
    return fine && this.#isConsistent(row, at);
  }

  /** What several cells say together; an error ends it. */
  #isConsistent(row: readonly string[], at: number): boolean {
    for (const check of this.#checks) {
      const finding = check.find(row, at);
      if (finding === undefined) continue;
      const { header, index } = finding.column;
      if (finding.severity === 'error') {
        return this.#reject(finding.code, header, row[index]!, { column: header });
      }
      this.#tell('warning', finding.code, header, { column: header });
    }
    return true;
  }

  #paramsOf(code: string, column: PlannedColumn['header']): Issue['params'] {
    if (!code.startsWith('unknown-')) return { column };
    return { column, allowed: allowedIn(this.#context.codebook, code) };
  }

  #reject(code: string, column: string, value: string, params: Issue['params'] = {}): false {
    const issue = this.#tell('error', code, column, params);
    const key = `${code} ${column}`;
    if (this.examples.size < MAX_EXAMPLES && !this.examples.has(key)) this.examples.set(key, issue);
    this.#context.rejects?.write(rejectedCell(issue, value));
    return false;
  }

  #tell(severity: Severity, code: string, column: string, params: Issue['params']): Issue {
    const issue: Issue = {
      code,
      severity,
      row: this.read,
      ...(column === '' ? {} : { column }),
      params: params ?? {},
    };
    this.issues.add(issue);
    return issue;
  }
}
