/** What a file of sums says of itself, so that it is not taken for another. */

import { createHash } from 'node:crypto';
import type { SumsAbout, SumsPlan } from '../model/sums.ts';

const SUMS_SCHEMA = 'zorgcluster/sums@1';

export function sumsAbout(
  plan: SumsPlan,
  facts: Omit<SumsAbout, 'schema' | 'made' | 'cuts' | 'dimensions'>,
): SumsAbout {
  return {
    schema: SUMS_SCHEMA,
    ...facts,
    made: madeFor(plan),
    cuts: plan.cuts,
    dimensions: plan.dimensions,
  };
}

/** Fingerprints of what sums hold for: they serve another scenario only where these are the same. */
export function madeFor(plan: SumsPlan): Record<string, string> {
  const { frames, own, other, steps, units, lists, measured, terms, current } = plan;
  const of = (part: unknown): string =>
    createHash('sha256').update(JSON.stringify(part)).digest('hex').slice(0, 16);
  return {
    typing: of([frames.map(({ typing }) => typing), own, other, steps, current]),
    dates: of(frames.map(({ valuationDate, period }) => [valuationDate, period?.from, period?.until])),
    prices: of([units, lists, terms]),
    contracts: of(measured),
  };
}
