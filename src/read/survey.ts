/**
 * What only the whole file can settle: the decimal sign of each number column and the order of day
 * and month of each date column. A first pass surveys the columns in use; the others are surveyed
 * while the rows are read.
 * Invariant: decided once per column, from every row; dates that leave it open follow the file's others.
 */

import { Refusal } from '../issue/refusal.ts';
import type { CanonicalColumn } from '../model/case-table.ts';
import type { Issue } from '../model/issue.ts';
import { type DecimalSign, DecimalVotes } from '../table/number-notation.ts';
import { caseColumn } from './case-columns.ts';
import { type DateOrder, OrderVotes } from './parse-day.ts';
import type { RawCell } from './row-source.ts';

export interface Notations {
  readonly decimals: ReadonlyMap<CanonicalColumn, DecimalSign>;
  readonly dates: ReadonlyMap<CanonicalColumn, DateOrder>;
}

interface Watched {
  readonly name: CanonicalColumn;
  readonly header: string;
  readonly index: number;
  /** The file's own types leave nothing to settle. */
  readonly settled: boolean;
}

export class Survey {
  readonly #decimals: (Watched & { readonly votes: DecimalVotes })[] = [];
  readonly #dates: (Watched & { readonly votes: OrderVotes })[] = [];
  readonly #given: { readonly decimal?: DecimalSign; readonly dates?: DateOrder };

  constructor(
    columns: readonly Watched[],
    given: { readonly decimal?: DecimalSign; readonly dates?: DateOrder },
  ) {
    this.#given = given;
    for (const column of columns) {
      const kind = caseColumn(column.name)!.kind;
      if (kind === 'day') this.#dates.push({ ...column, votes: new OrderVotes() });
      if (kind === 'number' || kind === 'amount')
        this.#decimals.push({ ...column, votes: new DecimalVotes() });
    }
  }

  /** Whether a pass is needed: a column is used whose notation no option gives. */
  get needed(): boolean {
    const open = (columns: readonly Watched[]): boolean => columns.some(({ settled }) => !settled);
    return (
      (this.#given.decimal === undefined && open(this.#decimals)) ||
      (this.#given.dates === undefined && open(this.#dates))
    );
  }

  /** A real number says nothing of how texts are written. */
  add(row: readonly RawCell[]): void {
    for (const { index, votes } of this.#decimals) {
      const cell = row[index];
      if (typeof cell === 'string') votes.add(cell);
    }
    for (const { index, votes } of this.#dates) {
      const cell = row[index];
      if (typeof cell === 'string' && cell !== '') votes.add(cell);
    }
  }

  /** Per column. */
  get counts(): readonly (readonly number[])[] {
    return [...this.#decimals, ...this.#dates].map(({ votes }) => votes.counts);
  }

  /** The columns that `counts` speaks of, in its order. */
  get columns(): readonly number[] {
    return [...this.#decimals, ...this.#dates].map(({ index }) => index);
  }

  /** What the same survey counted in other rows of the file. */
  addCounts(counts: readonly (readonly number[])[]): void {
    for (const [at, { votes }] of [...this.#decimals, ...this.#dates].entries()) votes.addCounts(counts[at]!);
  }

  /** @throws Refusal with every `decimal-undecided` and `dates-undecided` column */
  decide(): Notations {
    const { undecided, ...notations } = this.#settle([]);
    if (undecided.length > 0) throw new Refusal(undecided);
    return notations;
  }

  /** The columns that nothing settles, as faults; `known`: the orders of the file's other dates. */
  undecided(known: Iterable<DateOrder>): readonly Issue[] {
    return this.#settle(known).undecided;
  }

  #settle(known: Iterable<DateOrder>): Notations & { readonly undecided: readonly Issue[] } {
    const undecided: Issue[] = [];
    const leaveOpen = (code: string, header: string): void => {
      undecided.push({ code, severity: 'error', column: header, params: { column: header } });
    };
    const decimals = new Map<CanonicalColumn, DecimalSign>();
    for (const { name, header, votes } of this.#decimals) {
      const sign = this.#given.decimal ?? votes.decide();
      if (sign === undefined) leaveOpen('decimal-undecided', header);
      else decimals.set(name, sign);
    }
    const dates = new Map<CanonicalColumn, DateOrder>();
    // One program wrote the file: where a column leaves it open, the others that agree decide.
    const shown = new Set([...known, ...this.#dates.flatMap(({ votes }) => votes.shown ?? [])]);
    const common = shown.size === 1 ? [...shown][0] : undefined;
    for (const { name, header, votes } of this.#dates) {
      const order = this.#given.dates ?? votes.decide() ?? (votes.isSplit ? undefined : common);
      if (order === undefined) leaveOpen('dates-undecided', header);
      else dates.set(name, order);
    }
    return { decimals, dates, undecided };
  }
}
