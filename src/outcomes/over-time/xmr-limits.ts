/** Limits of ordinary variation of single values in time, and the points that fall outside it. */

import type { XmrLimits, XmrSignal } from '../../model/over-time.ts';
import { mean } from '../../stats/mean.ts';

/** 3 / d2 with d2 = 1.128, the mean range of two normal values in standard deviations. */
const LIMIT_FACTOR = 2.66;
/** D4 of ranges of two: a moving range above this many means is itself out of the ordinary. */
const RANGE_FACTOR = 3.267;
const RUN = 7;
const NEAR = 2 / 3;

/**
 * XmR chart (Shewhart; Wheeler 1993): mean ± 2.66 times the mean moving range of neighbours. Nothing is rebased:
 * one centre for all points.
 * @param values in order of time, at least two
 * @param screen moving ranges above 3.267 means are left out of the mean, once
 */
export function xmrLimits(values: readonly number[], screen: boolean): XmrLimits {
  const centre = mean(values);
  const ranges = values.slice(1).map((value, at) => Math.abs(value - values[at]!));
  const most = RANGE_FACTOR * mean(ranges);
  const kept = screen ? ranges.filter((range) => range <= most) : ranges;
  const meanMovingRange = mean(kept);
  return {
    centre,
    meanMovingRange,
    low: centre - LIMIT_FACTOR * meanMovingRange,
    high: centre + LIMIT_FACTOR * meanMovingRange,
    rangesLeftOut: ranges.length - kept.length,
  };
}

/**
 * Per value the signals it is part of. A value on the centre is on neither side and ends a run; two equal
 * neighbours end a rise or fall. A value on a limit is inside.
 */
export function xmrSignals(
  values: readonly number[],
  { centre, low, high }: Pick<XmrLimits, 'centre' | 'low' | 'high'>,
): XmrSignal[][] {
  const found = values.map((): Set<XmrSignal> => new Set());
  const mark = (from: number, until: number, signal: XmrSignal) => {
    for (let at = from; at < until; at++) found[at]!.add(signal);
  };
  for (const [at, value] of values.entries()) {
    if (value < low || value > high) mark(at, at + 1, 'beyond-limit');
  }
  const sides = values.map((value) => Math.sign(value - centre));
  for (const [from, until] of runs(sides)) {
    if (sides[from] !== 0 && until - from >= RUN) mark(from, until, 'seven-on-one-side');
  }
  const steps = values.slice(1).map((value, at) => Math.sign(value - values[at]!));
  for (const [from, until] of runs(steps)) {
    // Six steps join seven values.
    if (steps[from] !== 0 && until - from >= RUN - 1) mark(from, until + 1, 'seven-in-a-row');
  }
  const reach = values.map((value) => (value - centre) / (high - centre));
  for (let at = 0; at + 3 <= values.length; at++) {
    for (const side of [1, -1]) {
      const near = [at, at + 1, at + 2].filter((each) => side * reach[each]! > NEAR);
      if (near.length >= 2) for (const each of near) found[each]!.add('two-of-three-near-limit');
    }
  }
  return found.map((signals) => [...signals]);
}

/** Stretches of equal values, [from, until). */
function runs(values: readonly number[]): [from: number, until: number][] {
  const found: [number, number][] = [];
  for (const [at, value] of values.entries()) {
    const last = found.at(-1);
    if (last !== undefined && values[last[0]] === value) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}
