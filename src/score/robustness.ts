/**
 * How much an advice hangs on single points of the ratings: the share of advices that flip when
 * ratings move by 1. Counted batch by batch in flat memory; chance comes in from outside.
 *
 * Two figures. `oneMove`: every single rating one point up and one down, as far as the scale goes, all
 * tried: exact. `allMove`: every rating of a case moves at once, each on its own, down with probability
 * `move` and up with probability `move`; a rating at the end of the scale stays where a move would
 * leave it; drawn. A missing rating stays missing in both. A flip is another advised cluster, or none.
 */

import type { CaseTable } from '../model/case-table.ts';
import type { Computed } from '../model/meta.ts';
import type { RobustnessItem, RobustnessResult, RobustnessRow } from '../model/score.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import type { RuleBook } from './rule-book.ts';
import { type CaseScore, createCaseScore, scoreCase } from './score-case.ts';
import { daysOf, inputsOf, type ScoreTableOptions } from './score-inputs.ts';

export interface RobustnessOptions {
  /** Probability that a rating moves down by 1, and that it moves up by 1; at most 0.5. */
  readonly move: number;
  /** Draws per case. */
  readonly draws: number;
  /** Uniform values between 0 and 1. */
  readonly random: () => number;
}

export interface Robustness {
  /** @param take which rows of the batch; absent = all */
  add(table: CaseTable, options?: ScoreTableOptions, take?: (row: number) => boolean): void;
  result(): RobustnessResult;
}

export const DEFAULT_MOVE = 0.1;
export const DEFAULT_MOVE_DRAWS = 10;

/** Fewer cases with advice than this give no interval. */
const MINIMUM = 30;

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

interface Sums {
  n: number;
  moves: number;
  flips: number;
  fragile: number;
  /** Per case the share of its draws that flipped: sum and sum of squares. */
  drawn: number;
  drawnSquared: number;
}

const noSums = (): Sums => ({ n: 0, moves: 0, flips: 0, fragile: 0, drawn: 0, drawnSquared: 0 });

/** Collects over the cases of a file that have an advice; the rule set of each is that of its date. */
export function createRobustness(book: RuleBook, options: RobustnessOptions): Robustness {
  const groups = new Map(book.superclusters.map(({ code }) => [code, noSums()]));
  const items = new Map<string, { moves: number; flips: number }>();
  const scores = book.sets.map(createCaseScore);
  return {
    add(table, inputs = {}, take = () => true) {
      const bound = book.sets.map((compiled) => inputsOf(compiled, table, inputs));
      const days = daysOf(table);
      for (let row = 0; row < table.n; row++) {
        if (!take(row)) continue;
        const at = book.sets.length === 1 ? 0 : book.choose(days(row));
        const compiled = book.sets[at]!;
        const supercluster = bound[at]!.superclusters[row]!;
        if (supercluster < 0) continue;
        const ratings = Int8Array.from(bound[at]!.ratings, (values) => values[row]!);
        const sums = groups.get(compiled.ruleSet.superclusters[supercluster]!.code)!;
        addCase(compiled, ratings, supercluster, scores[at]!, sums, items, options);
      }
    },
    result() {
      const all = [...groups.values()].reduce(addSums, noSums());
      return {
        move: options.move,
        draws: options.draws,
        level: 0.95,
        minimum: MINIMUM,
        overall: rowOf(all),
        superclusters: [...groups].flatMap(([supercluster, sums]) =>
          sums.n === 0 ? [] : [{ supercluster, ...rowOf(sums) }],
        ),
        items: [...items]
          .map(([item, { moves, flips }]): RobustnessItem => ({ item, moves, flips, share: flips / moves }))
          .sort((a, b) => b.share - a.share || (a.item < b.item ? -1 : 1)),
      };
    },
  };
}

function addCase(
  compiled: CompiledRuleSet,
  ratings: Int8Array,
  supercluster: number,
  score: CaseScore,
  sums: Sums,
  items: Map<string, { moves: number; flips: number }>,
  { move, draws, random }: RobustnessOptions,
): void {
  const { severities } = compiled.ruleSet;
  scoreCase(compiled, ratings, supercluster, score);
  const { advised } = score;
  if (advised < 0) return;
  sums.n += 1;
  let flips = 0;
  compiled.ruleSet.items.forEach(({ code }, item) => {
    const rating = ratings[item]!;
    if (rating < 0) return;
    const count = items.get(code) ?? { moves: 0, flips: 0 };
    items.set(code, count);
    for (const to of [rating - 1, rating + 1]) {
      if (to < 0 || to >= severities) continue;
      ratings[item] = to;
      scoreCase(compiled, ratings, supercluster, score);
      count.moves += 1;
      sums.moves += 1;
      if (score.advised === advised) continue;
      count.flips += 1;
      flips += 1;
    }
    ratings[item] = rating;
  });
  sums.flips += flips;
  if (flips > 0) sums.fragile += 1;
  const moved = Int8Array.from(ratings);
  let flipped = 0;
  for (let draw = 0; draw < draws; draw++) {
    for (let item = 0; item < ratings.length; item++) {
      const rating = ratings[item]!;
      if (rating < 0) continue;
      const u = random();
      const step = u < move ? -1 : u >= 1 - move ? 1 : 0;
      moved[item] = Math.min(severities - 1, Math.max(0, rating + step));
    }
    scoreCase(compiled, moved, supercluster, score);
    if (score.advised !== advised) flipped += 1;
  }
  const share = draws === 0 ? 0 : flipped / draws;
  sums.drawn += share;
  sums.drawnSquared += share * share;
}

function addSums(a: Sums, b: Sums): Sums {
  return {
    n: a.n + b.n,
    moves: a.moves + b.moves,
    flips: a.flips + b.flips,
    fragile: a.fragile + b.fragile,
    drawn: a.drawn + b.drawn,
    drawnSquared: a.drawnSquared + b.drawnSquared,
  };
}

function rowOf({ n, moves, flips, fragile, drawn, drawnSquared }: Sums): RobustnessRow {
  const none = { undefined: 'no-advice' };
  const enough = <T>(value: () => T): Computed<T> =>
    n >= MINIMUM ? value() : { undefined: 'too-few-episodes' };
  const mean = drawn / n;
  // Between cases: what the draws add is in it, and so is that other cases might have come.
  const se = Math.sqrt(Math.max(0, drawnSquared / n - mean * mean) / (n - 1));
  const [low, high] = n === 0 ? [0, 0] : wilsonInterval(fragile, n);
  return {
    n,
    oneMove: {
      moves,
      flips,
      share: moves === 0 ? none : flips / moves,
    },
    fragile: {
      n: fragile,
      share: n === 0 ? none : fragile / n,
      interval: enough(() => ({ low, high })),
    },
    allMove: {
      share: n === 0 ? none : mean,
      interval:
        n >= MINIMUM && se === 0
          ? { undefined: 'no-spread' }
          : enough(() => ({ low: Math.max(0, mean - Z * se), high: Math.min(1, mean + Z * se) })),
    },
  };
}
