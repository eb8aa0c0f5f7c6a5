/** Shapes of answers about members, one's own course, prices that are sought, single cases and what lies here. */

import {
  cents,
  computed,
  count,
  EFFECT,
  flag,
  list,
  MODEL,
  NAMED,
  number,
  object,
  oneOf,
  RESULT,
  ref,
  type Schema,
  STATUS,
  share,
  text,
} from './schema-parts.ts';

const PRICE_UNIT = oneOf('episode', 'day', 'bed-day', 'review-period', 'year', 'assessment');
const anything: Schema = { type: 'object' };
const file: Schema = { ...text, description: 'Name of its file in the data folder.' };

export const BENCHMARK = {
  ...RESULT,
  models: object({ outcome: computed(MODEL), duration: computed(MODEL), cost: computed(MODEL) }, 'cost'),
  members: list(
    object({
      member: { ...text, description: 'Your own name where you gave it; everybody else is peer-01, …' },
      n: {},
      outcome: computed(EFFECT),
      duration: computed(EFFECT),
      durationPerOutcome: computed(object({ value: number, low: number, high: number })),
      response: {},
    }),
  ),
  joint: computed(object({ tau: list(list(number)), correlation: computed(number) })),
  sensitivity: {
    ...object({
      variants: list(anything),
      findings: list(anything),
      orders: list(anything),
      distinct: count,
      robust: count,
    }),
    description: 'Which findings hold under other analyses, where it was asked for.',
  },
  unmeasured: { description: 'What the unmeasured episodes could explain, or why that is not said.' },
  response: { description: 'Of the whole network.' },
  excluded: list(object({ model: text, reason: text, n: count })),
  notes: list(text),
};
export const BENCHMARK_MAY = ['sensitivity'] as const;

const LISTED = object({ id: text, rows: count });
const DESIGN: Schema = { type: 'object', description: 'As its file says it.' };
const CONTRIBUTION: Schema = {
  ...object({ member: text, n: {}, design: anything, sums: anything, disclosure: anything }),
  description: 'Sums of one member; no row and no pseudonym.',
};
const RUN = object(
  {
    ...{ schema: text, id: text, at: text, who: text, tool: text, version: text, kind: text },
    ...{ input: anything, rules: anything, address: text, page: text },
    options: list(object({ name: text, value: text })),
  },
  ...['input', 'rules'],
);

export const MORE_SCHEMAS: Readonly<Record<string, Schema>> = {
  Explained: object(
    {
      ...RESULT,
      cases: {
        ...list(
          object({
            ...{ row: count, status: text, advised: computed(text), probability: computed(share) },
            ...{ clusters: list(anything), rule: anything },
          }),
        ),
        description: 'One per row of the patient.',
      },
      ...{ scenario: NAMED, baseline: NAMED },
      payment: object({
        total: computed(anything),
        run: anything,
        episodes: list(anything),
        left: list(anything),
      }),
    },
    ...['scenario', 'baseline', 'payment'],
  ),
  Balance: object({
    ...RESULT,
    ...{ list: LISTED, budgetCents: cents, listedTotalCents: number, exactTotalCents: number },
    ...{ wholeTotalCents: number, remainderCents: number, factor: computed(number) },
    ...{ prices: list(anything), lint: list(anything), newList: list(ref('Price')) },
  }),
  Solve: object({
    ...RESULT,
    list: LISTED,
    price: object({ row: count, cluster: text, unit: PRICE_UNIT, listedCents: number, quantity: number }),
    ...{
      targetCents: cents,
      listedTotalCents: number,
      method: oneOf('closed-form', 'search'),
      range: anything,
    },
    ...{ amountCents: computed(number), solutions: list(anything) },
  }),
  Price: {
    ...object({ cluster: text, unit: PRICE_UNIT, amountCents: number, status: text, source: text }),
    description: 'A row of a price list.',
  },
  Prices: object({ list: object({ id: text, sha256: text }), prices: list(ref('Price')) }),
  OverTime: object({
    ...RESULT,
    value: oneOf('outcome', 'duration', 'response'),
    by: oneOf('month', 'quarter'),
    screened: flag,
    limits: computed(object({ centre: number, low: number, high: number })),
    points: list(object({ period: text, n: count, value: computed(number), signals: list({}) })),
    excluded: list(object({ reason: text, n: count })),
    notes: list(text),
  }),
  Comparison: object({ ...BENCHMARK, disclosure: anything }, ...BENCHMARK_MAY),
  OwnContribution: object(
    {
      released: flag,
      sha256: {
        ...text,
        description: 'Send it as `expected` to let go what was looked at, and nothing else.',
      },
      countsTooClose: {
        ...flag,
        description: 'Exact counts stay at home: they are too close to an earlier release.',
      },
      name: file,
      contribution: CONTRIBUTION,
    },
    ...['countsTooClose', 'name'],
  ),
  Received: object({ name: file, known: { ...flag, description: 'It was here already; nothing changed.' } }),
  Contributions: object({
    groups: {
      ...list(
        object({
          design: anything,
          members: count,
          lines: list(
            object({
              ...{ name: file, member: text, own: flag, chosen: flag },
              n: { description: 'A number for your own, a band for others.' },
              check: oneOf('verified', 'signed', 'unsigned', 'wrong'),
            }),
          ),
        }),
      ),
      description: 'Those that can be compared with each other.',
    },
    faulty: list(text),
  }),
  Designs: object({ designs: list(object({ name: file, design: DESIGN }, 'design')) }),
  Conversions: object({
    conversions: list(
      object(
        {
          ...{ name: file, id: text, instrument: text, version: text, source: text },
          ...{ status: STATUS, sha256: text },
        },
        'status',
      ),
    ),
  }),
  RulesDiff: object(
    {
      ...{ meta: ref('Meta'), from: anything, to: anything, same: flag },
      ...{ coefficients: anything, constants: anything, redRules: anything, clusters: anything },
      cases: { ...anything, description: 'Advices of the data set that change, where one was named.' },
    },
    'cases',
  ),
  Run: RUN,
  Runs: object({ runs: list(ref('Run')) }),
};
