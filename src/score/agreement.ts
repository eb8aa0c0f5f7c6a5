/** Advice against the clinician's choice, counted in flat memory: agreement, kappa, confusion, and drift per month. */

import type { Computed } from '../model/meta.ts';
import type { RuleCluster } from '../model/rule-set.ts';
import type { AgreementMonth, AgreementShare, ScoreResult } from '../model/score.ts';
import { cohenKappa } from '../stats/cohen-kappa.ts';
import { kappaInterval } from '../stats/kappa-interval.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { BLANK_DAY, isoFromDay } from '../table/day.ts';

/** Fewer episodes with both than this give no interval, and no figure of a month. */
export const AGREEMENT_MINIMUM = 30;

/** As plain data. */
export interface AgreementState {
  readonly all: Float64Array;
  readonly months: readonly (readonly [string, Float64Array])[];
}

/**
 * Counts pairs of clusters; a cell per pair, and a table per month where days are given. Its size
 * follows the number of clusters and months, never the number of rows.
 */
export class AgreementCounts {
  readonly #clusters: readonly RuleCluster[];
  readonly #all: Float64Array;
  readonly #months = new Map<string, Float64Array>();
  readonly #monthOfDay = new Map<number, Float64Array>();

  constructor(clusters: readonly RuleCluster[]) {
    this.#clusters = clusters;
    this.#all = new Float64Array(clusters.length ** 2);
  }

  /** Indexes of an advised and a chosen cluster; `day` undefined where the file has no such column. */
  add(advised: number, chosen: number, day: number | undefined): void {
    const cell = advised * this.#clusters.length + chosen;
    this.#all[cell]! += 1;
    if (day !== undefined && day !== BLANK_DAY) this.#countsOf(day)[cell]! += 1;
  }

  state(): AgreementState {
    return { all: this.#all, months: [...this.#months] };
  }

  /** What other counts of the same clusters hold. */
  merge({ all, months }: AgreementState): void {
    for (const [cell, count] of all.entries()) this.#all[cell]! += count;
    for (const [month, counts] of months) {
      const own = this.#monthCounts(month);
      for (const [cell, count] of counts.entries()) own[cell]! += count;
    }
  }

  result(): ScoreResult['agreement'] {
    const share = this.#shareOf(this.#all);
    if (share === undefined) return { undefined: 'no-chosen-cluster' };
    const months = [...this.#months].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      ...share,
      minimum: AGREEMENT_MINIMUM,
      confusion: this.#confusion(),
      ...(months.length === 0
        ? {}
        : { months: months.flatMap(([month, counts]) => this.#month(month, counts)) }),
    };
  }

  #countsOf(day: number): Float64Array {
    const known = this.#monthOfDay.get(day);
    if (known !== undefined) return known;
    const counts = this.#monthCounts(isoFromDay(day).slice(0, 7));
    this.#monthOfDay.set(day, counts);
    return counts;
  }

  #monthCounts(month: string): Float64Array {
    const counts = this.#months.get(month) ?? new Float64Array(this.#all.length);
    this.#months.set(month, counts);
    return counts;
  }

  #month(month: string, counts: Float64Array): AgreementMonth[] {
    const share = this.#shareOf(counts);
    if (share === undefined) return [];
    if (share.n >= AGREEMENT_MINIMUM) return [{ month, ...share }];
    const few = { undefined: 'too-few-episodes' };
    return [
      {
        month,
        n: share.n,
        agree: share.agree,
        share: few,
        shareInterval: few,
        kappa: few,
        kappaInterval: few,
      },
    ];
  }

  #shareOf(counts: Float64Array): AgreementShare | undefined {
    const width = this.#clusters.length;
    const n = counts.reduce((sum, count) => sum + count, 0);
    if (n === 0) return undefined;
    const agree = this.#clusters.reduce((sum, _, k) => sum + counts[k * width + k]!, 0);
    const [low, high] = wilsonInterval(agree, n);
    const enough = <T>(value: T): Computed<T> =>
      n >= AGREEMENT_MINIMUM ? value : { undefined: 'too-few-episodes' };
    return {
      n,
      agree,
      share: agree / n,
      kappa: cohenKappa(counts, width),
      level: 0.95,
      shareInterval: enough({ low, high }),
      kappaInterval:
        n >= AGREEMENT_MINIMUM ? kappaInterval(counts, width) : { undefined: 'too-few-episodes' },
    };
  }

  /** Pairs that occur, in the order of the rule set. */
  #confusion(): { advised: string; chosen: string; n: number; share: number }[] {
    const width = this.#clusters.length;
    return this.#clusters.flatMap((advised, a) => {
      const row = this.#all.subarray(a * width, (a + 1) * width);
      const total = row.reduce((sum, count) => sum + count, 0);
      return this.#clusters.flatMap((chosen, b) =>
        row[b] === 0
          ? []
          : [{ advised: advised.code, chosen: chosen.code, n: row[b]!, share: row[b]! / total }],
      );
    });
  }
}
