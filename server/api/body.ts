/** Bodies that programs send: JSON of a known shape. Unknown keys are refused, as a misspelt one would change nothing. */

import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { Refusal, refuse } from '../../src/index.ts';

const LIMIT_MB = 5;

export const limited = bodyLimit({
  maxSize: LIMIT_MB * 1_000_000,
  onError: () => {
    throw refuse('api-body-large', { limit: LIMIT_MB });
  },
});

const level = v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(1)));
const name = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.string(), v.isoDate());
const way = v.picklist(['higher', 'lower']);

export const SIMULATION_BODY = v.strictObject({
  scenario: v.union([
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,63}$/)),
    v.record(v.string(), v.unknown()),
  ]),
  typing: v.optional(v.picklist(['chosen', 'advised', 'expected'])),
  intervalTarget: v.optional(v.picklist(['these-patients', 'population', 'next-year'])),
  level,
  draws: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(20_000))),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31))),
  winners: v.optional(
    v.pipe(v.array(v.picklist(['site', 'team', 'payer', 'setting', 'member'])), v.maxLength(5)),
  ),
  winnerBins: v.optional(
    v.pipe(
      v.array(v.pipe(v.number(), v.finite())),
      v.minLength(1),
      v.maxLength(20),
      v.check((limits) => limits.every((limit, at) => at === 0 || limit > limits[at - 1]!)),
    ),
  ),
  tail: v.optional(v.boolean()),
  tornado: level,
});

const norm = v.strictObject({ mean: v.pipe(v.number(), v.finite()), sd: v.pipe(v.number(), v.gtValue(0)) });

export const OUTCOMES_BODY = v.strictObject({
  direction: v.optional(way),
  method: v.optional(v.picklist(['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'])),
  reliability: level,
  reliabilityPost: level,
  functional: v.optional(norm),
  clinical: v.optional(norm),
  cutoff: v.optional(v.union([v.picklist(['a', 'b', 'c']), v.pipe(v.number(), v.finite())])),
  instrument: v.optional(name),
});

export const BENCHMARK_BODY = v.strictObject({
  own: v.optional(name),
  outcome: v.optional(name),
  duration: v.optional(name),
  cost: v.optional(name),
  adjust: v.optional(v.pipe(v.array(name), v.maxLength(50))),
  better: v.optional(way),
  direction: v.optional(way),
  member: v.optional(name),
  method: v.optional(v.picklist(['reml', 'ml'])),
  minMembers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3))),
  instrument: v.optional(name),
  level,
  period: v.optional(v.strictObject({ from: v.optional(day), until: v.optional(day) })),
  where: v.optional(
    v.pipe(
      v.array(
        v.strictObject({ column: name, values: v.pipe(v.array(name), v.minLength(1), v.maxLength(200)) }),
      ),
      v.maxLength(20),
    ),
  ),
});

/** @throws Refusal `api-body-json`, or `api-body` for every place that is not as described */
export async function bodyOf<T extends v.GenericSchema>(c: Context, schema: T): Promise<v.InferOutput<T>> {
  const text = await c.req.text();
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw refuse('api-body-json');
  }
  // A list passes for an object without fields.
  if (Array.isArray(document)) throw refuse('api-body', { where: '/' });
  const result = v.safeParse(schema, document);
  if (result.success) return result.output;
  // Where, not what: a value may be anything.
  const places = new Set(result.issues.map((fault) => v.getDotPath(fault) ?? '/'));
  throw new Refusal(
    [...places].map((where) => ({
      code: 'api-body',
      severity: 'error',
      params: { where: where.slice(0, 100) },
    })),
  );
}
