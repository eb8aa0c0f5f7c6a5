/** Isotonic regression with weights and a lower and upper bound per point. */

export interface IsotonicPoint {
  readonly target: number;
  /** Above 0. */
  readonly weight: number;
  readonly low: number;
  readonly high: number;
}

interface Block {
  count: number;
  weight: number;
  /** Sum of weight x target. */
  moment: number;
  low: number;
  high: number;
}

/**
 * Values that never fall, lie within their bounds and minimise the sum of weight x (value - target)².
 * Pool adjacent violators; bounds are part of each point's convex loss, so pooling stays exact.
 * Undefined when the bounds leave no rising sequence.
 *
 * @example
 * boundedIsotonic([{ target: 3, weight: 1, low: 0, high: 9 }, { target: 1, weight: 3, low: 0, high: 9 }]) // => [1.5, 1.5]
 */
export function boundedIsotonic(points: readonly IsotonicPoint[]): number[] | undefined {
  const blocks: Block[] = [];
  for (const { target, weight, low, high } of points) {
    blocks.push({ count: 1, weight, moment: weight * target, low, high });
    while (blocks.length > 1 && blockValue(blocks.at(-2)!) > blockValue(blocks.at(-1)!)) {
      const last = blocks.pop()!;
      const before = blocks.at(-1)!;
      before.count += last.count;
      before.weight += last.weight;
      before.moment += last.moment;
      before.low = Math.max(before.low, last.low);
      before.high = Math.min(before.high, last.high);
      if (before.low > before.high) return undefined;
    }
  }
  return blocks.flatMap((block) => new Array<number>(block.count).fill(blockValue(block)));
}

function blockValue({ weight, moment, low, high }: Block): number {
  return Math.min(high, Math.max(low, moment / weight));
}
