/**
 * Shapes of bodies that programs send, as they are checked; `request-schemas.ts` describes the same. Unknown keys are
 * refused, as a misspelt one would change nothing. Keys are called as the options of the command line.
 */

import * as v from 'valibot';

const share = v.pipe(v.number(), v.gtValue(0), v.ltValue(1));
const level = v.optional(share);
const name = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.string(), v.isoDate());
const way = v.picklist(['higher', 'lower']);
const whole = v.pipe(v.number(), v.integer());
const file = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,63}$/));
const cents = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e15));

// A list passes for an object without fields: told apart before anything is made of it.
const document = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const oneScenario = v.union([file, document]);
/** One, or several laid over each other. */
const scenario = v.union([oneScenario, v.pipe(v.array(oneScenario), v.minLength(1), v.maxLength(5))]);
const typing = v.optional(v.picklist(['chosen', 'advised', 'expected']));

export const SIMULATION_BODY = v.strictObject({
  scenario,
  beside: v.optional(v.pipe(v.array(oneScenario), v.minLength(1), v.maxLength(5))),
  typing,
  asOf: v.optional(day),
  intervalTarget: v.optional(v.picklist(['these-patients', 'population', 'next-year'])),
  level,
  draws: v.optional(v.pipe(whole, v.minValue(100), v.maxValue(20_000))),
  seed: v.optional(v.pipe(whole, v.minValue(0), v.maxValue(2 ** 31))),
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
  curves: v.optional(v.boolean()),
});

export const PAYMENT_BODY = v.strictObject({ scenario, typing, asOf: v.optional(day) });

/** Cents, or what the file says is earned now. */
const target = v.union([cents, v.literal('current')]);
const factor = v.pipe(v.number(), v.minValue(0), v.finite());

export const BALANCE_BODY = v.strictObject({
  scenario,
  typing,
  budget: target,
  fix: v.optional(v.pipe(v.array(name), v.maxLength(100))),
  bounds: v.optional(
    v.pipe(
      v.tuple([factor, factor]),
      v.check(([low, high]) => low <= high),
    ),
  ),
  monotone: v.optional(v.boolean()),
});

export const SOLVE_BODY = v.strictObject({
  scenario,
  typing,
  cluster: name,
  unit: v.picklist(['episode', 'day', 'bed-day', 'review-period', 'year', 'assessment']),
  setting: v.optional(name),
  payer: v.optional(name),
  target,
  highest: v.optional(v.pipe(cents, v.minValue(1))),
});

const norm = v.strictObject({ mean: v.pipe(v.number(), v.finite()), sd: v.pipe(v.number(), v.gtValue(0)) });
const rciMethod = v.optional(v.picklist(['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA']));
const REACHES = 99_999;
const days = v.pipe(whole, v.minValue(-REACHES), v.maxValue(REACHES));
const window = v.optional(
  v.pipe(
    v.strictObject({ fromDays: days, untilDays: days }),
    v.check(({ fromDays, untilDays }) => fromDays <= untilDays),
  ),
);
/** When a measurement counts, and in which scores. */
const MEASURED = {
  instrument: v.optional(name),
  conversion: v.optional(name),
  windowPre: window,
  windowPost: window,
};
/** What a change must be to be reliable. */
const JUDGED = {
  reliability: level,
  reliabilityPost: level,
  functional: v.optional(norm),
  clinical: v.optional(norm),
  cutoff: v.optional(v.union([v.picklist(['a', 'b', 'c']), v.pipe(v.number(), v.finite())])),
};

export const OUTCOMES_BODY = v.strictObject({
  direction: v.optional(way),
  method: rciMethod,
  ...JUDGED,
  ...MEASURED,
});

const variance = v.optional(v.pipe(v.number(), v.minValue(0), v.finite()));

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
  tau2: v.optional(v.strictObject({ outcome: variance, duration: variance, cost: variance })),
  minMembers: v.optional(v.pipe(whole, v.minValue(3))),
  ...MEASURED,
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
  sensitivity: v.optional(v.boolean()),
  ...JUDGED,
  rciMethod,
});

export const OVER_TIME_BODY = v.strictObject({
  value: v.optional(v.picklist(['outcome', 'duration', 'response'])),
  by: v.optional(v.picklist(['month', 'quarter'])),
  direction: v.optional(way),
  own: v.optional(name),
  member: v.optional(name),
  screen: v.optional(v.boolean()),
  ...MEASURED,
});

export const RETENTION_BODY = v.strictObject({ deleteOn: v.union([day, v.literal('')]) });

export const CONTRIBUTION_BODY = v.strictObject({
  design: file,
  member: v.optional(name),
  expected: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

export const COMPARISON_BODY = v.strictObject({
  contributions: v.pipe(v.array(file), v.minLength(1), v.maxLength(200)),
  own: v.optional(name),
  method: v.optional(v.picklist(['reml', 'ml'])),
});
