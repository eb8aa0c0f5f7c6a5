/**
 * Contributions of members, design files and lists of keys: JSON checked key by key. What comes out has the
 * shapes of the model, and sums that can be sums: finite, symmetric, of one width.
 */

import * as v from 'valibot';
import { refuse } from '../issue/refusal.ts';
import type { BenchmarkDesign, ContributionDocument } from '../model/disclosure.ts';
import { dayFromIso } from '../table/day.ts';

const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const isoDay = v.pipe(
  v.string(),
  v.check((day) => dayFromIso(day) !== undefined),
);
const model = v.picklist(['outcome', 'duration', 'cost', 'joint', 'jointCost']);
const direction = v.picklist(['lower', 'higher']);
const period = v.strictObject({ from: v.optional(isoDay), until: v.optional(isoDay) });
const window = v.pipe(
  v.strictObject({ fromDays: v.pipe(v.number(), v.integer()), untilDays: v.pipe(v.number(), v.integer()) }),
  v.check(({ fromDays, untilDays }) => fromDays <= untilDays),
);
const windows = v.strictObject({ pre: v.optional(window), post: v.optional(window) });
const notComputed = v.strictObject({ undefined: text });

const design = v.strictObject({
  outcome: v.optional(text),
  duration: v.optional(text),
  cost: v.optional(text),
  adjust: v.optional(
    v.array(
      v.strictObject({
        column: text,
        kind: v.picklist(['number', 'category']),
        levels: v.optional(v.pipe(v.array(text), v.minLength(1))),
      }),
    ),
    [],
  ),
  better: v.optional(direction),
  direction: v.optional(direction),
  instrument: v.optional(text),
  conversion: v.optional(text),
  windows: v.optional(windows),
  period: v.optional(period),
  where: v.optional(
    v.array(v.strictObject({ column: text, values: v.pipe(v.array(v.string()), v.minLength(1)) })),
  ),
});

const shape = v.strictObject({
  n: v.pipe(count, v.minValue(1)),
  columns: v.array(v.strictObject({ column: text, level: v.optional(text) })),
  responses: v.pipe(v.array(text), v.minLength(1), v.maxLength(2)),
  means: v.array(finite),
  cross: v.array(v.array(finite)),
});
const sums = v.pipe(shape, v.check(isSquare));

const computed = <T extends v.GenericSchema>(schema: T) => v.union([notComputed, schema]);
const finding = { reason: text, column: v.optional(text) };

/** A name is printed: no line breaks or escape signs in it. */
const printable = v.pipe(text, v.regex(/^\P{Cc}+$/u));

const contribution = v.strictObject({
  schema: v.literal('zorgcluster/contribution@1'),
  member: printable,
  period,
  instrument: v.string(),
  conversion: v.string(),
  design,
  n: v.pipe(count, v.minValue(1)),
  models: v.array(model),
  sums: v.strictObject({
    outcome: v.optional(sums),
    duration: v.optional(sums),
    cost: v.optional(sums),
    joint: v.optional(sums),
    jointCost: v.optional(sums),
  }),
  levels: v.record(text, v.record(text, count)),
  response: computed(
    v.strictObject({
      completer: count,
      dropout: count,
      nonStarter: count,
      nonResponder: count,
      open: count,
      rate: computed(finite),
    }),
  ),
  rows: computed(v.strictObject({ read: count, used: count, rejected: count })),
  excluded: computed(v.array(v.strictObject({ model, reason: text, n: count }))),
  synthetic: v.boolean(),
  disclosure: v.strictObject({
    rules: text,
    suppressed: v.array(v.strictObject({ what: text, model: v.optional(model), ...finding })),
    merged: v.array(v.strictObject({ column: text, into: text, reason: text })),
  }),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  signature: v.optional(v.strictObject({ publicKey: text, value: text })),
});

function isSquare({ columns, responses, means, cross }: v.InferOutput<typeof shape>): boolean {
  const width = columns.length + responses.length;
  if (means.length !== width || cross.length !== width) return false;
  return cross.every(
    (row, j) => row.length === width && row[j]! >= 0 && row.every((value, l) => value === cross[l]?.[j]),
  );
}

/**
 * @param name base name, for the sentence
 * @throws Refusal `contribution-not-json`, `contribution-shape` (the first key that is wrong)
 */
export function parseContribution(input: string, name: string): ContributionDocument {
  const result = v.safeParse(contribution, jsonOf(input, name), { abortEarly: true });
  if (!result.success) throw refuse('contribution-shape', { name, key: keyOf(result.issues[0]) });
  return result.output as ContributionDocument;
}

/** @throws Refusal `contribution-not-json`, `design-shape` */
export function parseDesign(input: string, name: string): BenchmarkDesign {
  const result = v.safeParse(design, jsonOf(input, name), { abortEarly: true });
  if (!result.success) throw refuse('design-shape', { name, key: keyOf(result.issues[0]) });
  return result.output as BenchmarkDesign;
}

/**
 * Keys by member: `{"NAME": "KEY", …}` or `[{"member": "NAME", "publicKey": "KEY"}, …]`.
 * @throws Refusal `contribution-not-json`, `keys-shape`
 */
export function parseKeys(input: string, name: string): ReadonlyMap<string, string> {
  const keys = jsonOf(input, name);
  const schema = Array.isArray(keys)
    ? v.array(v.object({ member: text, publicKey: text }))
    : v.record(text, text);
  const result = v.safeParse(schema, keys);
  if (!result.success) throw refuse('keys-shape', { name });
  return new Map(
    Array.isArray(result.output)
      ? result.output.map(({ member, publicKey }) => [member, publicKey])
      : Object.entries(result.output),
  );
}

function jsonOf(input: string, name: string): unknown {
  try {
    return JSON.parse(input.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('contribution-not-json', { name });
  }
}

/** Keys only, never a value. */
function keyOf(issue: v.BaseIssue<unknown>): string {
  return issue.path?.map(({ key }) => String(key)).join('.') || '-';
}
