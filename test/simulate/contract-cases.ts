/** Contract forms with worked answers: one contract, its care, what is paid. Amounts in any one unit. */

import type { Contract } from '../../src/index.ts';
import { SAVINGS_CASES } from './savings-cases.ts';

export interface ContractCase {
  readonly description: string;
  readonly contract: Contract;
  readonly gross: number;
  readonly care?: {
    readonly patients?: number;
    readonly episodes?: number;
    readonly bedDays?: number;
    readonly costCents?: number;
    readonly insideCutOffs?: { readonly patients: number; readonly production: number };
  };
  readonly net: number;
  /** Default: the form, where it changes pay. */
  readonly binding?: string;
}

const payer = '*';

const simple: readonly ContractCase[] = [
  {
    description: 'a factor on the tariff',
    contract: { payer, form: 'price-times-volume', factor: 0.95 },
    gross: 100,
    net: 95,
  },
  {
    description: 'a ceiling takes back what is above it',
    contract: { payer, form: 'revenue-cap', agreedCents: 10 },
    gross: 11,
    net: 10,
  },
  {
    description: 'a ceiling that is not reached does nothing',
    contract: { payer, form: 'revenue-cap', agreedCents: 12 },
    gross: 11,
    net: 11,
  },
  {
    description: 'bridging leaves a share of what is above',
    contract: { payer, form: 'revenue-cap', agreedCents: 100, bridgingShare: 0.5 },
    gross: 120,
    net: 110,
  },
  {
    description: 'up to its maximum',
    contract: { payer, form: 'revenue-cap', agreedCents: 100, bridgingShare: 0.5, bridgingMaxCents: 4 },
    gross: 120,
    net: 104,
  },
  {
    description: 'a lump sum whatever the production',
    contract: { payer, form: 'lump-sum', agreedCents: 100 },
    gross: 3,
    net: 100,
  },
  ...[
    [104, 100, 'inside the corridor the lump sum stands'],
    [108, 103, 'above the corridor the rest is settled'],
    [90, 95, 'below the corridor as well'],
  ].map(
    ([gross, net, description]): ContractCase => ({
      description: String(description),
      contract: { payer, form: 'lump-sum', agreedCents: 100, corridorShare: 0.05 },
      gross: Number(gross),
      net: Number(net),
    }),
  ),
  {
    description: 'a guarantee lifts to its share of the agreed amount',
    contract: { payer, form: 'guarantee', agreedCents: 100, guaranteeShare: 0.95 },
    gross: 90,
    net: 95,
  },
  {
    description: 'and leaves what is above it',
    contract: { payer, form: 'guarantee', agreedCents: 100, guaranteeShare: 0.95 },
    gross: 97,
    net: 97,
  },
  {
    description: 'a guarantee per patient pays N times K',
    contract: { payer, form: 'guarantee', meanPerPatientCents: 7 },
    gross: 97,
    care: { patients: 10 },
    net: 70,
  },
  {
    description: 'a transition keeps a share of the old budget',
    contract: { payer, form: 'transition', oldBudgetCents: 100, share: 0.7 },
    gross: 90,
    net: 97,
  },
  {
    description: 'a macro clawback takes back the share of the excess of the sector',
    contract: { payer, form: 'macro-clawback', frameCents: 950, sectorRevenueCents: 1000 },
    gross: 100,
    net: 95,
  },
  {
    description: 'inside the frame nothing is taken back',
    contract: { payer, form: 'macro-clawback', frameCents: 1000, sectorRevenueCents: 950 },
    gross: 100,
    net: 100,
  },
];

const perPatient: readonly ContractCase[] = [
  // Revenue, agreed amount, agreed mean, patients -> pay under each form.
  ...(
    [
      ['dynamic-cap-down', 12, 11, 5, 2, 10],
      ['dynamic-cap-down', 12, 11, 6.5, 2, 11],
      ['dynamic-cap-up', 12, 11, 5, 2, 11],
      ['dynamic-cap-up', 12, 11, 6.5, 2, 12],
    ] as const
  ).map(
    ([form, gross, agreedCents, meanPerPatientCents, patients, net]): ContractCase => ({
      description: `${form}: revenue ${gross}, agreed ${agreedCents}, K N ${meanPerPatientCents * patients}`,
      contract: { payer, form, agreedCents, meanPerPatientCents },
      gross,
      care: { patients },
      net,
    }),
  ),
  // (R / N - K) N is 3, 8 and -2.
  ...(
    [
      [10.2, 102],
      [9.7, 100],
      [10.7, 105],
    ] as const
  ).map(
    ([meanPerPatientCents, net]): ContractCase => ({
      description: `mean per patient: revenue 105 of 10 patients, agreed 100 and ${meanPerPatientCents} each`,
      contract: { payer, form: 'mean-per-patient', agreedRevenueCents: 100, meanPerPatientCents },
      gross: 105,
      care: { patients: 10 },
      net,
    }),
  ),
  {
    description: 'a trimmed mean looks at patients inside the cut-offs, and not at the agreed revenue',
    // 8 of 10 patients hold 60 of 100: 7.5 each against 6.
    contract: {
      payer,
      form: 'mean-per-patient',
      agreedRevenueCents: 100,
      meanPerPatientCents: 6,
      trimCents: [1, 20],
    },
    gross: 100,
    care: { patients: 10, insideCutOffs: { patients: 0.8, production: 0.6 } },
    net: 88,
  },
  {
    description: 'days above the agreed number are repaid at the mean day price',
    contract: { payer, form: 'stay-limit', agreedDays: 100, meanDayPriceCents: 3 },
    gross: 500,
    care: { bedDays: 110 },
    net: 470,
  },
  {
    description: 'days below it bring nothing',
    contract: { payer, form: 'stay-limit', agreedDays: 100, meanDayPriceCents: 3 },
    gross: 500,
    care: { bedDays: 90 },
    net: 500,
  },
  {
    description: 'no step pays less than nothing',
    contract: { payer, form: 'stay-limit', agreedDays: 0, meanDayPriceCents: 3 },
    gross: 50,
    care: { bedDays: 90 },
    net: 0,
    binding: 'floor',
  },
];

const cost: readonly ContractCase[] = [
  ...(
    [
      [106, 1.5],
      [112, 5.7],
      [103, 0],
      [95, -1],
      [90, -4.1],
      [97, 0],
    ] as const
  ).map(
    ([costCents, settled]): ContractCase => ({
      description: `risk corridor around 100: cost ${costCents}`,
      contract: {
        payer,
        form: 'risk-corridor',
        targetCents: 100,
        bands: [{ upTo: 0.03, share: 0 }, { upTo: 0.08, share: 0.5 }, { share: 0.8 }],
      },
      gross: 100,
      care: { costCents },
      net: 100 + settled,
    }),
  ),
  {
    description: 'a corridor written as ratios says the same',
    contract: {
      payer,
      form: 'risk-corridor',
      targetCents: 100,
      bands: [{ upTo: 1.03, share: 0 }, { upTo: 1.08, share: 0.5 }, { share: 0.8 }],
    },
    gross: 100,
    care: { costCents: 112 },
    net: 105.7,
  },
  {
    description: 'a bundle adds what the targets exceed cost',
    // 10 x 50 x 1.1 x 0.9 x 0.97 = 480.15
    contract: { payer, form: 'bundle', baseCents: 50, trend: 1.1, caseMix: 0.9, discount: 0.03 },
    gross: 470,
    care: { episodes: 10, costCents: 400 },
    net: 470 + 80.15,
  },
  {
    description: 'limited by its stop, also downward',
    contract: { payer, form: 'bundle', baseCents: 50, stopShare: 0.2 },
    gross: 470,
    care: { episodes: 10, costCents: 700 },
    net: 370,
  },
];

const bands = [
  { fromCents: 100, factor: 0.9 },
  { fromCents: 200, factor: 0.8 },
];
const discounts: readonly ContractCase[] = (
  [
    ['marginal', 250, 100 + 90 + 40],
    ['marginal', 80, 80],
    ['retroactive', 250, 200],
    ['retroactive', 150, 135],
    ['retroactive', 100, 90],
    ['retroactive', 99, 99],
  ] as const
).map(([mode, gross, net]) => ({
  description: `volume discount, ${mode}: production ${gross}`,
  contract: { payer, form: 'volume-discount', mode, bands },
  gross,
  net,
}));

const indicator = { name: 'respons', value: 0.6, threshold: 0.5, target: 0.7 };
const quality: readonly ContractCase[] = (
  [
    ['halfway between threshold and target', [indicator], 95],
    ['a step counts from its threshold', [{ ...indicator, shape: 'step' }], 100],
    ['below the threshold nothing', [{ ...indicator, value: 0.4 }], 90],
    ['never more than all', [{ ...indicator, value: 0.9 }], 100],
    ['lower is better where the target is lower', [{ ...indicator, threshold: 0.8, target: 0.4 }], 95],
    [
      'indicators by weight',
      [
        { ...indicator, weight: 3 },
        { ...indicator, value: 0.9, weight: 1 },
      ],
      96.25,
    ],
  ] as const
).map(([description, indicators, net]) => ({
  description: `quality pay: ${description}`,
  contract: { payer, form: 'quality-pay', weight: 0.1, indicators },
  gross: 100,
  net,
}));

export const CONTRACT_CASES: readonly ContractCase[] = [
  ...simple,
  ...perPatient,
  ...cost,
  ...SAVINGS_CASES,
  ...discounts,
  ...quality,
];
