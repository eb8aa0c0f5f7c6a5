/**
 * What attackers have, and when they win. Every attack is one program, run twice: on what leaves through gate
 * and ledger, and on what would leave without them. It must lose the first time and win the second; else the
 * test would show nothing.
 */

import { expect } from 'vitest';
import { contributionsOf } from '../../../src/benchmark/contributions-of.ts';
import { contributedSums } from '../../../src/benchmark/exchange/sums-document.ts';
import type { ReleaseTable } from '../../../src/disclosure/ledger/release.ts';
import { hasSmallPattern } from '../../../src/disclosure/ledger/small-pattern.ts';
import { Refusal } from '../../../src/issue/refusal.ts';
import type {
  BenchmarkDesign,
  ContributedSums,
  ContributionDocument,
} from '../../../src/model/disclosure.ts';
import { DESIGN, open, type Patient, releaseOf, seal, tableOf } from '../../support/exchange.ts';

/** The member's name on sums made without a gate. */
type Sums = ContributionDocument['sums'];

/** One file that left, as far as an attacker reads it. */
export type View = Pick<ContributionDocument, 'member' | 'n' | 'sums' | 'levels'>;

export interface Step {
  readonly rows: readonly Patient[];
  readonly design?: BenchmarkDesign;
}

/** What leaves a member over time: refused steps leave nothing. */
export function gated(...steps: readonly Step[]): View[] {
  const views: View[] = [];
  const ledger: ReleaseTable[] = [];
  for (const { rows, design = DESIGN } of steps) {
    try {
      const contribution = open(rows, design);
      const { tables } = releaseOf(contribution);
      if (hasSmallPattern(ledger, tables)) continue;
      ledger.push(...tables);
      views.push(seal(contribution.document));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return views;
}

/** The same steps with gate and ledger bypassed. */
export function bypassed(...steps: readonly Step[]): View[] {
  return steps.map(({ rows, design = DESIGN }) => {
    const { members } = contributionsOf(tableOf(rows), {
      ...design,
      adjust: design.adjust.map(({ column, kind }) => ({ column, kind: kind === 'number' ? 'auto' : kind })),
      suppress: false,
    });
    const [own] = members;
    const sums: Sums = Object.fromEntries(
      Object.entries(own!.sums).map(([model, each]) => {
        const responses = model === 'joint' ? ['outcome', 'duration'] : [model];
        return [model, contributedSums(each, responses)];
      }),
    );
    const levels = Object.fromEntries(
      [...own!.levels].map(([column, counts]) => [column, Object.fromEntries(counts)]),
    );
    return { member: own!.member, n: own!.n, sums, levels };
  });
}

/** Number of episodes of a level, to the nearest whole. */
export function levelCount(sums: ContributedSums, at: number): number {
  return Math.round(sums.n * sums.means[at]!);
}

/** Raw sum of products of two columns; responses come after the columns. */
export function rawProduct({ n, means, cross }: ContributedSums, j: number, l: number): number {
  return cross[j]![l]! + n * means[j]! * means[l]!;
}

/** Raw sum of the response: over all, or over the rows of a level. */
export function responseSum(sums: ContributedSums, response: number, level?: number): number {
  const at = sums.columns.length + response;
  return level === undefined ? sums.n * sums.means[at]! : rawProduct(sums, level, at);
}

export interface Secret {
  readonly outcome: number;
  readonly duration: number;
}

/** One patient's outcome stated exactly, or duration within 15 %. */
function wins(claims: readonly Partial<Secret>[], secret: Secret): boolean {
  return claims.some(
    ({ outcome, duration }) =>
      (outcome !== undefined && Math.abs(outcome - secret.outcome) < 1e-6) ||
      (duration !== undefined && Math.abs(duration - secret.duration) <= 0.15 * secret.duration),
  );
}

/** Runs the program on both, and wants it to lose and to win. */
export function expectSafe<T>(
  program: (seen: T) => readonly Partial<Secret>[],
  { safe, open: unsafe, secret }: { readonly safe: T; readonly open: T; readonly secret: Secret },
): void {
  expect(wins(program(unsafe), secret), 'the control must win').toBe(true);
  expect(wins(program(safe), secret), 'the gate must hold').toBe(false);
}

/** A patient nobody else is like: whoever finds these numbers has found somebody. */
export const VICTIM = { patient: 'victim', outcome: -13.37, duration: 987 } as const;
