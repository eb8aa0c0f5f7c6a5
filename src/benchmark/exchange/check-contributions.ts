/** Whether contributions may be put together: unaltered, of different members, about the same thing. */

import { FEWEST_IN_CELL } from '../../disclosure/rules.ts';
import { refuse } from '../../issue/refusal.ts';
import type { BenchmarkDesign, ContributionDocument } from '../../model/disclosure.ts';
import { impossiblePlace } from './possible-sums.ts';
import { canonicalForm, contributionHash, sealedContent, signatureHolds } from './seal.ts';

export interface CheckOptions {
  /** Public keys by member: then every contribution must carry the signature of its member. */
  readonly keys?: ReadonlyMap<string, string>;
  /** Contributions of earlier rounds. */
  readonly earlier?: readonly ContributionDocument[];
  readonly minMembers: number;
}

/**
 * @throws Refusal `contribution-altered`, `contribution-unsigned`, `contribution-key-unknown`,
 * `contribution-signature`, `contribution-repeated`, `combine-too-few`, `combine-instruments`,
 * `combine-conversions`, `combine-periods`, `combine-designs`, `combine-column-kinds`, `contribution-impossible`,
 * `combine-too-close`
 */
export function checkContributions(
  contributions: readonly ContributionDocument[],
  { keys, earlier = [], minMembers }: CheckOptions,
): void {
  for (const each of [...contributions, ...earlier]) checkSeal(each, keys);
  const members = contributions.map(({ member }) => member);
  const again = members.find((member, at) => members.indexOf(member) !== at);
  if (again !== undefined) throw refuse('contribution-repeated', { member: again });
  const bodies = contributions.map(({ sums }) => canonicalForm(sums));
  const copy = bodies.findIndex((body, at) => bodies.indexOf(body) !== at);
  if (copy >= 0) throw refuse('contribution-repeated', { member: members[copy]! });
  if (contributions.length < minMembers) {
    throw refuse('combine-too-few', { members: contributions.length, minimum: minMembers });
  }
  const differ = (of: (each: ContributionDocument) => unknown) =>
    contributions.find((each) => canonicalForm(of(each)) !== canonicalForm(of(contributions[0]!)));
  for (const [code, of] of SAME) {
    const other = differ(of);
    if (other !== undefined) throw refuse(code, { member: other.member, first: members[0]! });
  }
  const other = differ(({ design }) => design);
  if (other !== undefined) {
    throw refuse('combine-designs', {
      member: other.member,
      first: members[0]!,
      keys: differingKeys(other.design, contributions[0]!.design).join(', '),
    });
  }
  for (const each of contributions) {
    const column = wrongKind(each);
    if (column !== undefined) throw refuse('combine-column-kinds', { member: each.member, column });
  }
  for (const each of contributions) {
    const key = impossiblePlace(each);
    if (key !== undefined) throw refuse('contribution-impossible', { member: each.member, key });
  }
  for (const each of contributions) {
    if (earlier.some((before) => tooClose(before, each))) {
      throw refuse('combine-too-close', { member: each.member });
    }
  }
}

const SAME = [
  ['combine-instruments', ({ instrument }: ContributionDocument) => instrument],
  ['combine-conversions', ({ conversion }: ContributionDocument) => conversion],
  ['combine-periods', ({ period }: ContributionDocument) => period],
] as const;

/**
 * Whether a contribution is as its member wrote it.
 * @param keys where given, it must carry the signature of its member
 * @throws Refusal `contribution-altered`, `contribution-signature`, `contribution-unsigned`, `contribution-key-unknown`
 */
export function checkSeal(each: ContributionDocument, keys: ReadonlyMap<string, string> | undefined): void {
  const { member, signature } = each;
  const content = sealedContent(each);
  if (contributionHash(each, content) !== each.sha256) throw refuse('contribution-altered', { member });
  if (signature !== undefined && !signatureHolds(each, signature, content)) {
    throw refuse('contribution-signature', { member });
  }
  if (keys === undefined) return;
  if (signature === undefined) throw refuse('contribution-unsigned', { member });
  const known = keys.get(member);
  if (known === undefined) throw refuse('contribution-key-unknown', { member });
  if (known !== signature.publicKey) throw refuse('contribution-signature', { member });
}

function differingKeys(left: BenchmarkDesign, right: BenchmarkDesign): string[] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])] as (keyof BenchmarkDesign)[];
  return keys.filter((key) => canonicalForm(left[key] ?? {}) !== canonicalForm(right[key] ?? {}));
}

/** A column of the sums that is not as the design has it. */
function wrongKind({ design, sums }: ContributionDocument): string | undefined {
  for (const { columns } of Object.values(sums)) {
    for (const { column, level } of columns) {
      const spec = design.adjust.find((each) => each.column === column);
      if (spec === undefined || (spec.kind === 'category') !== (level !== undefined)) return column;
    }
    const missing = design.adjust.find((spec) => !columns.some(({ column }) => column === spec.column));
    if (missing !== undefined) return missing.column;
  }
  return undefined;
}

/** The same member and design with a few patients more or fewer: the difference is theirs. */
function tooClose(before: ContributionDocument, now: ContributionDocument): boolean {
  const about = ({ member, design, period, instrument, conversion }: ContributionDocument) =>
    canonicalForm([member, design, period, instrument, conversion]);
  if (about(before) !== about(now)) return false;
  const few = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && a !== b && Math.abs(a - b) < FEWEST_IN_CELL;
  if (few(before.n, now.n)) return true;
  return now.models.some((model) => few(before.sums[model]?.n, now.sums[model]?.n));
}
