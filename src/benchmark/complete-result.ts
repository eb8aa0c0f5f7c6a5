/** The last steps to a result, the same for pooled rows and for contributions. */

import { refuse } from '../issue/refusal.ts';
import type { BenchmarkOptions, BenchmarkResult, Exclusion } from '../model/benchmark.ts';
import type { Sensitivity } from '../model/sensitivity.ts';
import { benchmarkNotes } from './benchmark-notes.ts';
import { compareMembers } from './compare.ts';
import type { ComparisonSettings, Contribution } from './contribution.ts';
import { hidePeers } from './hide-peers.ts';
import type { RecoveredVariants } from './sensitivity/row-variants.ts';
import { sensitivityOf } from './sensitivity/sensitivity-of.ts';
import { type DoneVariant, variantsOfSums } from './sensitivity/variants.ts';
import type { LevelTotals } from './unite.ts';

/** A result about fewer members says too much of each. */
const FEWEST_MEMBERS = 3;

export type ResultOptions = Pick<
  BenchmarkOptions,
  'minMembers' | 'level' | 'method' | 'tau2' | 'own' | 'peerSeed' | 'sensitivity' | 'lang'
>;

/**
 * Settings with their defaults.
 * @throws Refusal `min-members-range`, `level-range`, `tau2-range`
 */
export function resultSettings(
  options: ResultOptions,
): Pick<ComparisonSettings, 'minMembers' | 'level' | 'method' | 'tau2'> {
  const minMembers = options.minMembers ?? FEWEST_MEMBERS;
  if (!(Number.isInteger(minMembers) && minMembers >= FEWEST_MEMBERS)) {
    throw refuse('min-members-range', { minimum: FEWEST_MEMBERS }, 2);
  }
  const level = options.level ?? 0.95;
  if (!(level > 0 && level < 1)) throw refuse('level-range', {}, 2);
  const { tau2 } = options;
  if (tau2 !== undefined && Object.values(tau2).some((value) => !(value >= 0 && Number.isFinite(value)))) {
    throw refuse('tau2-range', {}, 2);
  }
  const method = options.method ?? 'reml';
  return { minMembers, level, method, ...(tau2 === undefined ? {} : { tau2 }) };
}

/** Variants for which the rows are needed once more. */
export interface RowVariants {
  readonly variants: readonly DoneVariant[];
  readonly recovered: RecoveredVariants | undefined;
}

/** @throws Refusal `own-without-seed`, `unknown-own`, and those of `compareMembers` */
export function completeResult(
  members: readonly Contribution[],
  settings: ComparisonSettings,
  levels: LevelTotals,
  excluded: readonly Exclusion[],
  options: ResultOptions,
  fromRows: () => RowVariants = () => ({ variants: [], recovered: undefined }),
): BenchmarkResult {
  const lang = options.lang ?? 'nl';
  const base = compareMembers(members, settings, levels);
  const result = {
    ...base,
    excluded,
    ...(options.sensitivity === undefined ? {} : { sensitivity: panel() }),
  };
  const complete = { ...result, notes: benchmarkNotes(result, settings, lang) };
  if (options.peerSeed === undefined) {
    if (options.own !== undefined) throw refuse('own-without-seed', {}, 2);
    return complete;
  }
  return hidePeers(complete, options.own, options.peerSeed, lang, settings.level);

  function panel(): Sensitivity {
    const { variants, recovered } = fromRows();
    const ofSums = variantsOfSums({ members, settings, levels });
    return sensitivityOf({
      base,
      variants: [...ofSums, ...variants],
      recovered,
      isChange: settings.isChange,
    });
  }
}
