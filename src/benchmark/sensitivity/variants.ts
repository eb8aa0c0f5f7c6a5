/** Other ways to do the same comparison: from the sums at hand, or from rows once more. */

import { Refusal } from '../../issue/refusal.ts';
import type { BenchmarkMember, MeasureName } from '../../model/benchmark.ts';
import type { Computed } from '../../model/meta.ts';
import type { SensitivityVariant } from '../../model/sensitivity.ts';
import { compareMembers } from '../compare.ts';
import type { ComparisonSettings, Contribution } from '../contribution.ts';
import type { LevelTotals } from '../unite.ts';

/** All that a comparison is a function of. */
export interface ComparisonInput {
  readonly members: readonly Contribution[];
  readonly settings: ComparisonSettings;
  readonly levels: LevelTotals;
}

export type Compared = ReturnType<typeof compareMembers>;

/** A variant done, or why it could not be. `measures`: those it says something about. */
export interface DoneVariant extends SensitivityVariant {
  readonly measures: readonly (MeasureName | 'recovered')[];
  readonly result: Computed<Compared>;
}

const MEASURES: readonly MeasureName[] = ['outcome', 'duration', 'cost'];

/** Without the case mix, without each of its columns (on the same episodes), and by the other estimation. */
export function variantsOfSums(input: ComparisonInput): DoneVariant[] {
  const { settings } = input;
  const { adjust } = settings;
  const columns = adjust.map((column): [SensitivityVariant, Partial<ComparisonSettings>] => [
    { id: `without-column:${column}`, kind: 'without-column', detail: column },
    { adjust: adjust.filter((each) => each !== column) },
  ]);
  const other = settings.method === 'reml' ? 'ml' : 'reml';
  const wanted: [SensitivityVariant, Partial<ComparisonSettings>][] = [
    ...(adjust.length === 0
      ? []
      : ([[{ id: 'no-case-mix', kind: 'no-case-mix' }, { adjust: [] }]] as const).map(
          ([variant, change]): [SensitivityVariant, Partial<ComparisonSettings>] => [variant, change],
        )),
    // With one column, leaving it out is leaving all out.
    ...(columns.length > 1 ? columns : []),
    [{ id: `other-estimation:${other}`, kind: 'other-estimation', detail: other }, { method: other }],
  ];
  return wanted.map(([variant, change]) => ({
    ...variant,
    measures: MEASURES,
    result: compared({ ...input, settings: { ...settings, ...change } }),
  }));
}

/** The measures alone: ellipses and ratios are no findings. A refusal becomes the reason. */
export function compared({ members, settings, levels }: ComparisonInput): Computed<Compared> {
  const models = settings.models.filter((model) => MEASURES.some((measure) => measure === model));
  try {
    return compareMembers(members, { ...settings, models }, levels);
  } catch (error) {
    if (error instanceof Refusal) return { undefined: error.issues[0]!.code };
    throw error;
  }
}

export function memberIn(result: Compared, member: string): BenchmarkMember | undefined {
  return result.members.find((each) => each.member === member);
}
