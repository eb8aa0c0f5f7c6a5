/** The body that a program sends: JSON of a known shape (`request-bodies.ts`), of limited size. */

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
