/** Sums as they travel, and back: numbers as shortest exact text, so that nothing is lost on the way. */

import type { MemberSums } from '../../model/benchmark.ts';
import type { ContributedSums } from '../../model/disclosure.ts';

export function contributedSums(sums: MemberSums, responses: readonly string[]): ContributedSums {
  const width = sums.means.length;
  return {
    n: sums.n,
    columns: sums.columns,
    responses,
    means: [...sums.means],
    cross: Array.from({ length: width }, (_, j) => [...sums.cross.subarray(j * width, (j + 1) * width)]),
  };
}

export function sumsOfDocument(member: string, { n, columns, means, cross }: ContributedSums): MemberSums {
  return {
    member,
    n,
    columns,
    means: Float64Array.from(means),
    cross: Float64Array.from(cross.flat()),
  };
}
