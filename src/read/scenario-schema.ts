/** What may stand in a scenario file: keys, kinds of values and their bounds. Data only, never code. */

import * as v from 'valibot';
import { dayFromIso } from '../table/day.ts';
import { PRICE_UNITS } from './price-list.ts';

const text = v.pipe(v.string(), v.minLength(1));
const factor = v.pipe(v.number(), v.finite(), v.minValue(0));
const cents = v.pipe(v.number(), v.finite(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** ISO date to day number. */
const day = v.pipe(
  v.string(),
  v.check((value) => dayFromIso(value) !== undefined, 'date yyyy-mm-dd'),
  v.transform((value) => dayFromIso(value)!),
);
const unit = v.picklist(PRICE_UNITS);

const scope = v.strictObject({
  setting: v.optional(v.string()),
  cluster: v.optional(text),
  site: v.optional(v.string()),
});

const contractBase = {
  payer: v.string(),
  scope: v.optional(scope),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))),
};

const number = v.pipe(v.number(), v.finite());
const indicator = v.pipe(
  v.strictObject({
    name: text,
    value: number,
    threshold: number,
    target: v.optional(number),
    weight: v.optional(factor),
    shape: v.optional(v.picklist(['step', 'linear'])),
  }),
  v.check(
    ({ shape, target, threshold }) => shape === 'step' || (target !== undefined && target !== threshold),
    'a target that differs from the threshold, or shape step',
  ),
);

/** `null` says in JSON what a missing key says. */
function orNull<S extends v.GenericSchema>(schema: S) {
  return v.optional(
    v.pipe(
      v.nullable(schema),
      v.transform((value) => value ?? undefined),
    ),
  );
}

function rising(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]!);
}

/** Keys per contract form; the forms of a version are the keys of this table. */
export const CONTRACT_SCHEMAS = {
  'price-times-volume': v.strictObject({
    ...contractBase,
    form: v.literal('price-times-volume'),
    factor: v.optional(factor),
  }),
  'revenue-cap': v.strictObject({
    ...contractBase,
    form: v.literal('revenue-cap'),
    agreedCents: cents,
    bridgingShare: v.optional(share),
    bridgingMaxCents: v.optional(cents),
    dutyToContinue: v.optional(v.boolean()),
  }),
  'lump-sum': v.strictObject({
    ...contractBase,
    form: v.literal('lump-sum'),
    agreedCents: cents,
    corridorShare: v.optional(share),
  }),
  guarantee: v.strictObject({
    ...contractBase,
    form: v.literal('guarantee'),
    agreedCents: v.optional(cents),
    guaranteeShare: v.optional(factor),
    meanPerPatientCents: v.optional(cents),
  }),
  'dynamic-cap-down': v.strictObject({
    ...contractBase,
    form: v.literal('dynamic-cap-down'),
    agreedCents: cents,
    meanPerPatientCents: cents,
  }),
  'dynamic-cap-up': v.strictObject({
    ...contractBase,
    form: v.literal('dynamic-cap-up'),
    agreedCents: cents,
    meanPerPatientCents: cents,
  }),
  'mean-per-patient': v.strictObject({
    ...contractBase,
    form: v.literal('mean-per-patient'),
    agreedRevenueCents: v.optional(cents),
    meanPerPatientCents: cents,
    trimCents: v.optional(
      v.pipe(
        v.array(cents),
        v.check(
          (cuts) => (cuts.length === 1 || cuts.length === 2) && cuts[0]! <= (cuts[1] ?? cuts[0]!),
          '[highest] or [lowest, highest]',
        ),
      ),
    ),
  }),
  'stay-limit': v.strictObject({
    ...contractBase,
    form: v.literal('stay-limit'),
    agreedDays: factor,
    meanDayPriceCents: cents,
  }),
  'quality-pay': v.strictObject({
    ...contractBase,
    form: v.literal('quality-pay'),
    weight: share,
    indicators: v.pipe(
      v.array(indicator),
      v.check((all) => all.some(({ weight = 1 }) => weight > 0), 'an indicator with a weight above 0'),
    ),
  }),
  'shared-savings': v.strictObject({
    ...contractBase,
    form: v.literal('shared-savings'),
    benchmarkCents: cents,
    sharingRate: share,
    minimumSavingsRate: v.optional(share),
    savingsCap: v.optional(factor),
    quality: v.optional(share),
    qualityGate: v.optional(share),
    alternativeGate: v.optional(share),
    lossRate: v.optional(share),
    minimumLossRate: v.optional(share),
    lossCap: v.optional(factor),
  }),
  bundle: v.strictObject({
    ...contractBase,
    form: v.literal('bundle'),
    baseCents: cents,
    trend: v.optional(factor),
    caseMix: v.optional(factor),
    discount: v.optional(share),
    stopShare: v.optional(factor),
  }),
  'volume-discount': v.strictObject({
    ...contractBase,
    form: v.literal('volume-discount'),
    mode: v.picklist(['marginal', 'retroactive']),
    bands: v.pipe(
      v.array(v.strictObject({ fromCents: cents, factor })),
      v.minLength(1),
      v.check((bands) => rising(bands.map(({ fromCents }) => fromCents)), 'bands with rising fromCents'),
    ),
  }),
  'risk-corridor': v.strictObject({
    ...contractBase,
    form: v.literal('risk-corridor'),
    targetCents: cents,
    bands: v.pipe(
      v.array(v.strictObject({ upTo: orNull(factor), share })),
      v.minLength(1),
      v.check(
        (bands) => rising(bands.map(({ upTo = Number.POSITIVE_INFINITY }) => upTo)),
        'bands with rising upTo, only the last without',
      ),
    ),
  }),
  transition: v.strictObject({
    ...contractBase,
    form: v.literal('transition'),
    oldBudgetCents: cents,
    share,
  }),
  'macro-clawback': v.strictObject({
    ...contractBase,
    form: v.literal('macro-clawback'),
    frameCents: cents,
    sectorRevenueCents: cents,
  }),
} as const;

const range = { from: v.optional(day), until: v.optional(day) };

const OVERRIDE_SCHEMA = v.strictObject({
  cluster: v.optional(text),
  unit: v.optional(unit),
  setting: v.optional(v.string()),
  payer: v.optional(v.string()),
  ...range,
  amountCents: v.optional(cents),
  factor: v.optional(factor),
});

/** Growth of more than this a year is nearly always a percentage taken for a factor. */
const yearly = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(2));
const yearlyFactor = v.union([yearly, v.pipe(v.array(yearly), v.minLength(1))], 'factor or [factor, …]');

const YEARS_SCHEMA = v.pipe(
  v.strictObject({
    count: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
    from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100))),
    index: v.optional(yearlyFactor),
    volume: v.optional(
      v.array(
        v.strictObject({
          cluster: v.optional(text),
          payer: v.optional(v.string()),
          site: v.optional(v.string()),
          factor: yearlyFactor,
        }),
      ),
    ),
    transition: v.optional(v.array(share)),
    mixShift: v.optional(v.array(v.strictObject({ from: text, to: text, share }))),
  }),
  v.check(
    ({ count, index, volume = [], transition }) =>
      [index, transition, ...volume.map(({ factor: each }) => each)].every(
        (list) => !Array.isArray(list) || list.length === count - 1,
      ),
    'count - 1 values in every list: one for each year after the first',
  ),
  v.check(
    ({ mixShift = [] }) =>
      mixShift.every(
        ({ from }) =>
          mixShift.reduce((sum, move) => sum + (move.from === from ? move.share : 0), 0) <= 1 + 1e-9,
      ),
    'mixShift that moves at most the whole of a cluster',
  ),
);

const BEHAVIOUR_SCHEMA = v.strictObject({
  retype: v.optional(v.strictObject({ share, margin: share })),
  volumeResponse: v.optional(
    v.array(
      v.strictObject({
        cluster: v.optional(text),
        elasticity: v.pipe(v.number(), v.minValue(-5), v.maxValue(5)),
      }),
    ),
  ),
});

export const SCENARIO_SCHEMA = v.strictObject({
  id: text,
  title: v.optional(v.string()),
  baseline: v.optional(text),
  typing: v.optional(v.picklist(['chosen', 'advised', 'expected'])),
  valuationDate: v.optional(day),
  period: v.optional(v.strictObject(range)),
  prices: v.optional(
    v.strictObject({ list: v.optional(text), overrides: v.optional(v.array(OVERRIDE_SCHEMA)) }),
  ),
  index: v.optional(v.array(v.strictObject({ from: day, factor }))),
  volume: v.optional(
    v.array(
      v.strictObject({
        cluster: v.optional(text),
        payer: v.optional(v.string()),
        site: v.optional(v.string()),
        factor,
      }),
    ),
  ),
  payerGroups: v.optional(v.record(v.string(), v.array(v.string()))),
  contracts: v.optional(
    v.array(
      v.variant('form', [
        CONTRACT_SCHEMAS['price-times-volume'],
        CONTRACT_SCHEMAS['revenue-cap'],
        CONTRACT_SCHEMAS['lump-sum'],
        CONTRACT_SCHEMAS.guarantee,
        CONTRACT_SCHEMAS['dynamic-cap-down'],
        CONTRACT_SCHEMAS['dynamic-cap-up'],
        CONTRACT_SCHEMAS['mean-per-patient'],
        CONTRACT_SCHEMAS['stay-limit'],
        CONTRACT_SCHEMAS['quality-pay'],
        CONTRACT_SCHEMAS['shared-savings'],
        CONTRACT_SCHEMAS.bundle,
        CONTRACT_SCHEMAS['volume-discount'],
        CONTRACT_SCHEMAS['risk-corridor'],
        CONTRACT_SCHEMAS.transition,
        CONTRACT_SCHEMAS['macro-clawback'],
      ]),
    ),
  ),
  years: v.optional(YEARS_SCHEMA),
  behaviour: v.optional(BEHAVIOUR_SCHEMA),
  assumptions: v.optional(v.array(v.strictObject({ text, source: v.optional(v.string()) }))),
});
