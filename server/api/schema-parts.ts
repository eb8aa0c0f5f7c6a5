/** Pieces of the shapes of answers, as JSON Schema (2020-12). */

export type Schema = Readonly<Record<string, unknown>>;

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const text: Schema = { type: 'string' };
export const number: Schema = { type: 'number' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const cents: Schema = { type: 'integer' };
export const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
export const flag: Schema = { type: 'boolean' };
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });

/** All properties are required, save those named in `optional`. */
export function object(properties: Readonly<Record<string, Schema>>, ...optional: readonly string[]): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

/** A value, or why there is none. */
export function computed(schema: Schema): Schema {
  return { anyOf: [ref('NotComputed'), schema] };
}

export const MONEY = { baselineCents: cents, scenarioCents: cents, differenceCents: cents };
export const STATUS = oneOf('official', 'local', 'derived', 'illustrative', 'hypothetical', 'synthetic');
export const ADVICE = object({ cluster: text, probability: share });
export const EFFECT = object({
  observed: number,
  effect: number,
  se: number,
  adjusted: number,
  low: number,
  high: number,
});
export const MODEL = object({
  method: oneOf('reml', 'ml'),
  n: count,
  members: count,
  coefficients: list(object({ name: text, estimate: number, se: number })),
  sigma2: number,
});

export const CONTRACT = object(
  {
    ...{ payer: text, form: text, grossCents: cents, netCents: cents, adjustmentCents: cents },
    ...{ binding: text, marginalPerEuro: number, marginalPerPatientCents: computed(number) },
    exhaustedOn: computed(text),
    continuedCareLossCents: computed(number),
    monthly: computed(list(object({ month: text, grossCents: cents }))),
  },
  ...['marginalPerEuro', 'marginalPerPatientCents', 'exhaustedOn', 'continuedCareLossCents', 'monthly'],
);
export const TOTAL = {
  ...MONEY,
  differencePct: computed(number),
  interval: computed(
    object({ target: text, level: share, lowCents: cents, highCents: cents, note: text }, 'note'),
  ),
  sd: computed(object({ typingCents: number, samplingCents: number, totalCents: number })),
};
export const BINS = list(object({ from: number, to: number, units: count, share }, 'from', 'to'));
export const TAIL_MONEY = object({ cents, share: computed(number) });
export const topOf = (name: string) =>
  list(object({ [name]: text, topCents: cents, allCents: cents, share: computed(number) }));
const NORM = computed(object({ mean: number, sd: number }));
const CLASSES = ['recovered', 'improved', 'unchanged', 'deteriorated', 'harmed'] as const;
export const OUTCOME = {
  n: count,
  measured: count,
  pre: NORM,
  post: NORM,
  change: NORM,
  counts: computed(object(Object.fromEntries([...CLASSES, 'not-measured'].map((name) => [name, count])))),
  bounds: computed(
    object(Object.fromEntries(CLASSES.map((name) => [name, object({ low: share, high: share })]))),
  ),
  response: { type: 'object' },
};

/** First keys of every result. */
export const RESULT = { meta: ref('Meta'), rows: ref('Rows'), issues: list(ref('Issue')) };

export const NAMED = object({ id: text, title: text });
const SHARE_BETWEEN = object({
  share: computed(share),
  interval: computed(object({ low: share, high: share })),
});
/** What flips when ratings move. */
export const ROBUST = object(
  {
    supercluster: text,
    n: count,
    oneMove: object({ moves: count, flips: count, share: computed(share) }),
    fragile: object({
      n: count,
      share: computed(share),
      interval: computed(object({ low: share, high: share })),
    }),
    allMove: SHARE_BETWEEN,
  },
  'supercluster',
);
