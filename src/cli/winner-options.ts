/** Options that say for whom winners and losers are counted, and where the limits between them lie. */

import { InvalidArgumentError } from 'commander';
import type { GroupDimension } from '../index.ts';

const DIMENSIONS: readonly GroupDimension[] = ['site', 'team', 'payer', 'setting', 'member'];

export function dimensionList(text: string): GroupDimension[] {
  return text.split(',').map((part) => {
    const found = DIMENSIONS.find((dimension) => dimension === part.trim());
    if (found === undefined) throw new InvalidArgumentError(`Choose from ${DIMENSIONS.join(', ')}.`);
    return found;
  });
}

/** Rising shares of the baseline. */
export function binLimits(text: string): number[] {
  const limits = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const rising = limits.every((limit, at) => Number.isFinite(limit) && (at === 0 || limit > limits[at - 1]!));
  if (!rising) throw new InvalidArgumentError('Give rising numbers, such as -0.05,-0.001,0.001,0.05.');
  return limits;
}
