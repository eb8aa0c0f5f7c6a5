/** A comparison written before (`benchmark run` or `combine --json`), as far as another result is built on it. */

import * as v from 'valibot';
import { refuse } from '../issue/refusal.ts';
import type { BenchmarkDocument } from '../model/benchmark.ts';

const notComputed = v.object({ undefined: v.string() });
const computed = <T extends v.GenericSchema>(schema: T) => v.union([notComputed, schema]);
const finite = v.pipe(v.number(), v.finite());
const rate = v.looseObject({ rate: computed(finite) });
const measure = v.looseObject({
  n: v.union([finite, v.string()]),
  low: computed(finite),
  high: computed(finite),
});
const model = v.looseObject({ members: finite, coefficients: v.array(v.looseObject({ name: v.string() })) });

const comparison = v.looseObject({
  meta: v.looseObject({
    tool: v.literal('zorgcluster'),
    command: v.picklist(['benchmark run', 'benchmark combine']),
    options: v.looseObject({}),
    stamps: v.array(v.picklist(['local', 'derived', 'illustrative', 'hypothetical', 'synthetic'])),
  }),
  models: v.looseObject({ outcome: computed(model) }),
  members: v.array(
    v.looseObject({
      member: v.string(),
      n: v.union([finite, v.string()]),
      outcome: computed(measure),
      response: computed(rate),
      responseShares: v.optional(computed(rate)),
    }),
  ),
  response: computed(rate),
  sensitivity: v.optional(v.looseObject({ distinct: finite, robust: finite })),
});

/**
 * @param name base name, for the sentence
 * @throws Refusal `result-not-json`, `result-shape` (the first key that is wrong)
 */
export function parseBenchmarkResult(input: string, name: string): BenchmarkDocument {
  let parsed: unknown;
  try {
    parsed = JSON.parse(input.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('result-not-json', { name });
  }
  const result = v.safeParse(comparison, parsed, { abortEarly: true });
  if (!result.success) {
    const key = result.issues[0].path?.map((part) => String(part.key)).join('.') ?? '-';
    throw refuse('result-shape', { name, key });
  }
  return parsed as BenchmarkDocument;
}
