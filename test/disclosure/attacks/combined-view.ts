/** What one member sees of the network: the combined result with its peers hidden, and with them named. */

import { combineContributions } from '../../../src/benchmark/exchange/combine.ts';
import type { BenchmarkResult, MemberMeasure, MixedModel } from '../../../src/model/benchmark.ts';
import { byMember, contributionOf, type Patient } from '../../support/exchange.ts';

export function views(
  rows: readonly Patient[],
  own: string,
): { hidden: BenchmarkResult; named: BenchmarkResult } {
  const contributions = byMember(rows).map((each) => contributionOf(each));
  return {
    hidden: combineContributions(contributions, { own, peerSeed: 'secret' }),
    named: combineContributions(contributions, {}),
  };
}

/** Measures of the outcome of all but the viewer. */
export function peersOf({ members }: BenchmarkResult, own: string): MemberMeasure[] {
  return members.flatMap(({ member, outcome }) =>
    member === own || 'undefined' in outcome ? [] : [outcome],
  );
}

export function outcomeModel({ models }: BenchmarkResult): MixedModel {
  if ('undefined' in models.outcome) throw new Error('no model');
  return models.outcome;
}

/** Lowest and highest number that a band, or a number, leaves open. */
export function bandOf(n: number | string): [number, number] {
  if (typeof n === 'number') return [n, n];
  const [low, high] = n.replace('+', '-100000').split('-').map(Number) as [number, number];
  return [low, high];
}
