/** Comparison of members on pooled rows. */

import { refuse } from '../issue/refusal.ts';
import type { BenchmarkOptions, BenchmarkResult } from '../model/benchmark.ts';
import type { CaseTable } from '../model/case-table.ts';
import { benchmarkNotes } from './benchmark-notes.ts';
import { compareMembers } from './compare.ts';
import { contributionsOf } from './contributions-of.ts';
import { hidePeers } from './hide-peers.ts';

/** A result about fewer members says too much of each. */
const FEWEST_MEMBERS = 3;

/**
 * Rows -> sums per member -> result; see the method in each part. Times and money are in the units of the
 * columns (days, euros).
 * @throws Refusal `min-members-range`, `level-range`, `own-without-seed`, `unknown-own`, and those of
 * `contributionsOf` and `compareMembers`
 */
export function benchmarkRun(table: CaseTable, options: BenchmarkOptions): BenchmarkResult {
  const minMembers = options.minMembers ?? FEWEST_MEMBERS;
  if (!(Number.isInteger(minMembers) && minMembers >= FEWEST_MEMBERS)) {
    throw refuse('min-members-range', { minimum: FEWEST_MEMBERS }, 2);
  }
  const level = options.level ?? 0.95;
  if (!(level > 0 && level < 1)) throw refuse('level-range', {}, 2);
  const adjust = (options.adjust ?? []).map((covariate) => covariate.column);
  const { members, models, excluded, levels } = contributionsOf(table, options);
  const better = options.better ?? 'higher';
  const settings = { better, method: options.method ?? 'reml', minMembers, level, adjust, models };
  const compared = compareMembers(members, settings, levels);
  const result = { ...compared, excluded };
  const complete = { ...result, notes: benchmarkNotes(result, adjust, options.lang ?? 'nl') };
  if (options.peerSeed === undefined) {
    if (options.own !== undefined) throw refuse('own-without-seed', {}, 2);
    return complete;
  }
  return hidePeers(complete, options.own, options.peerSeed, options.lang ?? 'nl');
}
