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
      ]),
    ),
  ),
  assumptions: v.optional(v.array(v.strictObject({ text, source: v.optional(v.string()) }))),
});
