/** What the figures about members share: which have numbers, which is one's own, how they are coloured. */

import type { BenchmarkMember, MemberMeasure } from '../model/benchmark.ts';
import { ACCENT, GREY } from './palette.ts';

export interface MemberFigureOptions {
  /** Drawn in the accent; the others grey. */
  readonly own?: string;
  /** Of the intervals, for the words; 0-1. */
  readonly level?: number;
}

export interface PlacedMember {
  readonly member: string;
  readonly n: number | string;
  readonly adjusted: number;
  readonly low: number;
  readonly high: number;
}

/** Members whose unshrunken value and interval could be computed. */
export function placedMembers(
  members: readonly BenchmarkMember[],
  pick: (member: BenchmarkMember) => BenchmarkMember['outcome'] | undefined,
): PlacedMember[] {
  return members.flatMap((member) => {
    const measure = pick(member);
    if (measure === undefined || 'undefined' in measure) return [];
    const { n, adjusted, low, high }: MemberMeasure = measure;
    if (typeof adjusted !== 'number' || typeof low !== 'number' || typeof high !== 'number') return [];
    return [{ member: member.member, n, adjusted, low, high }];
  });
}

export function memberColour(member: string, { own }: MemberFigureOptions): string {
  return member === own ? ACCENT : GREY;
}

export function levelWord({ level }: MemberFigureOptions): string {
  return `${Math.round((level ?? 0.95) * 1000) / 10}%`;
}
