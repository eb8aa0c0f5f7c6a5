/** Reads one row of the case table into quantities per price cell, under one frame. */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import type { PriceUnit } from '../model/price-list.ts';
import type { ReviewTerm } from '../model/rule-set.ts';
import type { DayRange } from '../model/scenario.ts';
import { dayColumn, numberColumn } from '../table/column-access.ts';
import { BLANK_DAY, dayFromCalendar, isoFromDay } from '../table/day.ts';
import { clusterNumber } from './cluster-matcher.ts';
import type { Contexts } from './contexts.ts';
import { type EmitQuantity, type EpisodeTimes, unitQuantities } from './episode-quantities.ts';
import type { FrameSpec } from './frame.ts';
import type { TypingColumns } from './input.ts';
import { PriceBook, type UnitPrices } from './price-book.ts';
import { type RowClusters, rowClusters } from './row-clusters.ts';

/** One quantity: `quantity` in `cell` with the probability of its cluster, over days [from, until). */
export type EmitCell = (
  cell: number,
  quantity: number,
  probability: number,
  from: number,
  until: number,
) => void;

export interface FrameReaderInput {
  readonly table: CaseTable;
  readonly typing: TypingColumns;
  readonly contexts: Contexts;
  readonly reviewTerms: ReadonlyMap<number, ReviewTerm>;
}

/** Day of an episode whose start is not known and does not matter. */
const ANY_DAY = 0;
const COUNTS_DAYS: readonly PriceUnit[] = ['day', 'review-period', 'year'];

export class FrameReader {
  readonly spec: FrameSpec;
  readonly book: PriceBook;
  readonly clusters: RowClusters;
  /** Rows that pay 0: they start on or after the valuation date. */
  notStarted = 0;
  unpricedEpisodes = 0;
  unpricedDays = 0;
  /** Told of every stretch of the row at hand without a price; days [from, until). */
  onGap: ((cluster: number, unit: PriceUnit | undefined, from: number, until: number) => void) | undefined;
  readonly unpricedClusters = new Set<number>();
  readonly #input: FrameReaderInput;
  readonly #start: Int32Array | undefined;
  readonly #end: Int32Array | undefined;
  readonly #bedDays: Float64Array | undefined;
  readonly #terms: readonly (ReviewTerm | undefined)[];
  /** Of the cluster and the unit at hand. */
  #emit: EmitCell = () => {};
  #cluster = -1;
  #probability = 0;
  #unit: PriceUnit = 'episode';
  /** The unit whose stretches without a price count as days without one. */
  #daysFrom: PriceUnit = 'day';
  #priced = false;
  #unpriced = false;
  #unpricedDays = 0;

  constructor(spec: FrameSpec, input: FrameReaderInput) {
    this.spec = spec;
    this.#input = input;
    this.book = new PriceBook(spec, input.typing.clusters, input.contexts.list);
    this.clusters = rowClusters(input.typing, spec.typing, spec.shift);
    this.#start = dayColumn(input.table, 'start')?.values;
    this.#end = dayColumn(input.table, 'end')?.values;
    this.#bedDays = numberColumn(input.table, 'bed_days')?.values;
    this.#terms = input.typing.clusters.map((code) => input.reviewTerms.get(clusterNumber(code) ?? -1));
  }

  startOf(row: number): number {
    const day = this.#start?.[row] ?? BLANK_DAY;
    return day === BLANK_DAY ? ANY_DAY : day;
  }

  bedDaysOf(row: number): number {
    return this.#bedDays?.[row] || 0;
  }

  hasStarted(row: number): boolean {
    const { valuationDate } = this.spec;
    return valuationDate === undefined || this.startOf(row) < valuationDate;
  }

  /** Share of the episode's days inside the period and, where given, a calendar year. */
  shareOfDays(row: number, year: number | undefined): number {
    const { period, valuationDate } = this.spec;
    if (period === undefined && year === undefined) return 1;
    const start = this.startOf(row);
    const end = this.#end?.[row] ?? BLANK_DAY;
    const until = Math.max(end === BLANK_DAY ? (valuationDate ?? start) : end, start + 1);
    const ranges: DayRange[] = [period ?? {}];
    if (year !== undefined) {
      ranges.push({ from: dayFromCalendar(year, 1, 1), until: dayFromCalendar(year + 1, 1, 1) - 1 });
    }
    const from = Math.max(start, ...ranges.map((range) => range.from ?? start));
    const beyond = Math.min(until, ...ranges.map((range) => (range.until ?? until) + 1));
    return Math.max(0, beyond - from) / (until - start);
  }

  /** Emits the row's quantities; the clusters of the row stand in `clusters` afterwards. */
  read(row: number, emit: EmitCell): void {
    const count = this.clusters.read(row);
    if (!this.hasStarted(row)) {
      this.notStarted += 1;
      return;
    }
    const context = this.#input.contexts.ofRow[row]!;
    this.#emit = emit;
    for (let i = 0; i < count; i++) {
      this.#readCluster(row, this.clusters.cluster[i]!, this.clusters.probability[i]!, context);
    }
  }

  #readCluster(row: number, cluster: number, probability: number, context: number): void {
    const prices = this.book.unitPrices(cluster, context);
    if (prices.length === 0) {
      const days = this.#daysInPeriod(row);
      this.#countUnpriced(cluster, probability, days * probability);
      this.onGap?.(cluster, undefined, this.startOf(row), this.startOf(row) + days);
      return;
    }
    const times = this.#times(row, prices);
    this.#cluster = cluster;
    this.#probability = probability;
    this.#priced = false;
    this.#unpriced = false;
    this.#unpricedDays = 0;
    this.#daysFrom = 'bed-day';
    for (const { unit } of prices) if (unit === 'day') this.#daysFrom = 'day';
    for (const { unit, segments } of prices) {
      const term = unit === 'review-period' ? this.#term(cluster) : undefined;
      this.#unit = unit;
      unitQuantities(unit, times, segments, this.spec.period, term, this.#take);
    }
    if (!this.#unpriced) return;
    // Nothing of it has a price: all its days are unpriced, whatever the unit of the rows that missed it.
    const days = this.#priced ? this.#unpricedDays : this.#daysInPeriod(row);
    this.#countUnpriced(cluster, probability, days * probability);
  }

  /** One for all rows: a closure for each of them would be most of what a pass over rows allocates. */
  readonly #take: EmitQuantity = (cell, quantity, from, until) => {
    if (cell >= 0) {
      this.#priced = true;
      this.#emit(cell, quantity, this.#probability, from, until);
      return;
    }
    this.#unpriced = true;
    this.onGap?.(this.#cluster, this.#unit, from, until);
    if (this.#unit === this.#daysFrom) this.#unpricedDays += until - from;
  };

  #countUnpriced(cluster: number, episodes: number, days: number): void {
    this.unpricedClusters.add(cluster);
    this.unpricedEpisodes += episodes;
    this.unpricedDays += days;
  }

  #term(cluster: number): ReviewTerm {
    const term = this.#terms[cluster];
    if (term === undefined) {
      throw refuse('simulate-no-review-term', { cluster: this.#input.typing.clusters[cluster]! });
    }
    return term;
  }

  #times(row: number, prices: readonly UnitPrices[]): EpisodeTimes {
    const start = this.startOf(row);
    const bedDays = this.bedDaysOf(row);
    const end = this.#end?.[row] ?? BLANK_DAY;
    const last = end === BLANK_DAY ? this.spec.valuationDate : end;
    if (last === undefined) {
      const counts = prices.some(
        ({ unit }) => COUNTS_DAYS.includes(unit) || (unit === 'bed-day' && bedDays > 0),
      );
      if (counts) throw refuse('simulate-open-episodes', { lastDate: lastDateOf(this.#input.table) });
    }
    return { start, until: Math.max(last ?? start, start + 1), bedDays };
  }

  #daysInPeriod(row: number): number {
    if ((this.#start?.[row] ?? BLANK_DAY) === BLANK_DAY) return 0;
    const { period, valuationDate } = this.spec;
    const start = this.startOf(row);
    const end = this.#end?.[row] ?? BLANK_DAY;
    const last = end === BLANK_DAY ? valuationDate : end;
    if (last === undefined) return 0;
    const from = Math.max(start, period?.from ?? start);
    const until = Math.min(Math.max(last, start + 1), (period?.until ?? Number.POSITIVE_INFINITY) + 1);
    return Math.max(0, until - from);
  }
}

/** Last date that the file knows, for the sentence that asks for a valuation date. */
function lastDateOf(table: CaseTable): string {
  let last = BLANK_DAY;
  for (const name of ['start', 'end', 'date'] as const) {
    for (const day of dayColumn(table, name)?.values ?? []) if (day > last) last = day;
  }
  return isoFromDay(last);
}
