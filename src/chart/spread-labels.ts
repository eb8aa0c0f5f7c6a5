/** Labels in a row or a column moved apart, so that none covers another. */

export interface PlacedSpan {
  /** Pixels: where the middle wants to be, and comes to be. */
  readonly at: number;
  readonly size: number;
}

/**
 * Middles as close as they can be to where they want to be, in the same order, none over another, all between
 * `from` and `until` as far as there is room.
 * @param wanted in rising order of `at`
 * @example
 * spreadLabels([{ at: 10, size: 10 }, { at: 12, size: 10 }], 0, 100) // => [6, 16]
 */
export function spreadLabels(wanted: readonly PlacedSpan[], from: number, until: number): number[] {
  // Neighbours that meet become one block, placed where its labels want to be on average.
  const blocks: { members: PlacedSpan[]; start: number; size: number }[] = [];
  const placed = (members: PlacedSpan[]) => {
    const size = members.reduce((sum, label) => sum + label.size, 0);
    let offset = 0;
    let start = 0;
    for (const label of members) {
      start += label.at - offset - label.size / 2;
      offset += label.size;
    }
    return { members, size, start: Math.max(from, Math.min(until - size, start / members.length)) };
  };
  for (const label of wanted) {
    let block = placed([label]);
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.start + last.size <= block.start) break;
      blocks.pop();
      block = placed([...last.members, ...block.members]);
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ members, start }) => {
    let at = start;
    return members.map(({ size }) => {
      at += size;
      return at - size / 2;
    });
  });
}
