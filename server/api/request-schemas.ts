/** Shapes of what is sent; `request-bodies.ts` checks the same, and a test holds the two against each other. */

import { list, object, type Schema, text } from './schema-parts.ts';

const way: Schema = { type: 'string', enum: ['higher', 'lower'] };
const share: Schema = { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 };
const level: Schema = { ...share, default: 0.95 };
const day: Schema = { type: 'string', format: 'date' };
const name: Schema = { type: 'string', maxLength: 200 };
const file: Schema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$' };
const cents: Schema = { type: 'integer', minimum: 0, maximum: 1e15 };

function closed(properties: Readonly<Record<string, Schema>>, ...required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

export const UPLOAD: Schema = object(
  {
    file: { type: 'string', format: 'binary', description: 'CSV, XLSX, Parquet or FHIR.' },
    name: { ...text, description: 'What the data set is called; default the name of the file.' },
    decimal: { type: 'string', enum: ['', ',', '.'] },
    dates: { type: 'string', enum: ['', 'dmy', 'mdy'] },
    sheet: text,
    institution: text,
    map: { ...text, description: 'Columns pointed out, canonical=header, one on a line.' },
    assessments: { type: 'string', enum: ['', '1'], description: 'Several ratings per patient.' },
    pseudonymise: {
      ...{ type: 'string', enum: ['', '1'] },
      description: 'Identities are taken out with the key of the data folder.',
    },
    keep: { ...text, description: 'Number of months that it is kept, or `date` for the day in deleteOn.' },
    deleteOn: day,
  },
  ...['name', 'decimal', 'dates', 'sheet', 'institution', 'map'],
  ...['assessments', 'pseudonymise', 'keep', 'deleteOn'],
);

const oneScenario: Schema = {
  description: 'Id of a scenario that is here, or a scenario document, which is not kept.',
  anyOf: [file, { type: 'object' }],
};
const scenarios: Schema = { ...list(oneScenario), minItems: 1, maxItems: 5 };
const UNDER = {
  scenario: {
    description: 'One, or several laid over each other.',
    anyOf: [...[file, { type: 'object' }], scenarios],
  },
  typing: { type: 'string', enum: ['chosen', 'advised', 'expected'] },
} as const satisfies Record<string, Schema>;
const asOf: Schema = { ...day, description: 'Prices published after this day are left aside.' };

export const SIMULATION_REQUEST: Schema = closed(
  {
    ...UNDER,
    beside: { ...scenarios, description: 'Others to set beside it, each against its own baseline.' },
    asOf,
    intervalTarget: {
      type: 'string',
      enum: ['these-patients', 'population', 'next-year'],
      default: 'population',
    },
    level,
    draws: { type: 'integer', minimum: 100, maximum: 20_000, default: 2000 },
    seed: { type: 'integer', minimum: 0, maximum: 2 ** 31, default: 1 },
    winners: {
      ...list({ type: 'string', enum: ['site', 'team', 'payer', 'setting', 'member'] }),
      maxItems: 5,
      description: 'Who gains and loses, counted by these; in the answer as `winnersBy`.',
    },
    winnerBins: {
      ...list({ type: 'number' }),
      minItems: 1,
      maxItems: 20,
      description: 'Limits between gainers and losers: rising shares of the baseline.',
    },
    tail: { type: 'boolean', description: 'How much of the money the costliest patients bring.' },
    tornado: { ...share, description: 'What each input does, taken this share lower and higher.' },
    curves: { type: 'boolean', description: 'Pay against production, per contract.' },
  },
  'scenario',
);

export const PAYMENT_REQUEST: Schema = closed({ ...UNDER, asOf }, 'scenario');

const target: Schema = {
  anyOf: [cents, { const: 'current' }],
  description: 'Cents, or `current`: what the file says is earned now.',
};
const factor: Schema = { type: 'number', minimum: 0 };

export const BALANCE_REQUEST: Schema = closed(
  {
    ...UNDER,
    budget: target,
    fix: { ...list(name), maxItems: 100, description: 'Clusters that keep their prices.' },
    bounds: {
      ...{ type: 'array', prefixItems: [factor, factor], minItems: 2, maxItems: 2 },
      description: 'Lowest and highest price as factors on the list.',
    },
    monotone: { type: 'boolean', description: 'A heavier cluster is never cheaper than a lighter one.' },
  },
  ...['scenario', 'budget'],
);

export const SOLVE_REQUEST: Schema = closed(
  {
    ...UNDER,
    cluster: name,
    unit: { type: 'string', enum: ['episode', 'day', 'bed-day', 'review-period', 'year', 'assessment'] },
    setting: name,
    payer: name,
    target,
    highest: { ...cents, minimum: 1, description: 'Highest price to search under contracts, in cents.' },
  },
  ...['scenario', 'cluster', 'unit', 'target'],
);

const norm = closed(
  { mean: { type: 'number' }, sd: { type: 'number', exclusiveMinimum: 0 } },
  ...['mean', 'sd'],
);

const rciMethod: Schema = { type: 'string', enum: ['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'], default: 'JT' };
const reach: Schema = { type: 'integer', minimum: -99_999, maximum: 99_999 };
const window = (about: string): Schema => ({
  ...closed({ fromDays: reach, untilDays: reach }, 'fromDays', 'untilDays'),
  description: `Days about the ${about} in which a measurement counts; others count as not made.`,
});
const MEASURED = {
  instrument: name,
  conversion: {
    ...name,
    description: 'Conversion table that is here, by name or id: scores become T-scores.',
  },
  windowPre: window('start'),
  windowPost: window('end'),
};
const JUDGED = {
  reliability: { ...share, description: 'Of the instrument; without it there are no classes.' },
  reliabilityPost: { ...share, description: 'Of the second measurement, for method NK.' },
  functional: { ...norm, description: 'Scores of a functional population.' },
  clinical: { ...norm, description: 'Scores of a clinical population; default from the file.' },
  cutoff: { anyOf: [{ type: 'string', enum: ['a', 'b', 'c'] }, { type: 'number' }] },
};

export const OUTCOMES_REQUEST: Schema = closed({
  direction: { ...way, default: 'lower' },
  method: rciMethod,
  ...JUDGED,
  ...MEASURED,
});

const variance: Schema = { type: 'number', minimum: 0 };

export const BENCHMARK_REQUEST: Schema = closed({
  own: { ...name, description: 'The member that is named; the others stay peers.' },
  outcome: name,
  duration: name,
  cost: name,
  adjust: {
    ...list(name),
    maxItems: 50,
    description: 'Columns of the case mix; `cat:` before one of categories.',
  },
  better: way,
  direction: way,
  member: name,
  method: { type: 'string', enum: ['reml', 'ml'] },
  tau2: {
    ...closed({ outcome: variance, duration: variance, cost: variance }),
    description: 'Variance between members known from elsewhere, instead of estimating it.',
  },
  minMembers: { type: 'integer', minimum: 3 },
  ...MEASURED,
  level,
  period: closed({ from: day, until: day }),
  where: {
    ...list(
      closed({ column: name, values: { ...list(name), minItems: 1, maxItems: 200 } }, 'column', 'values'),
    ),
    maxItems: 20,
  },
  sensitivity: { type: 'boolean', description: 'Also which findings hold under other analyses.' },
  ...JUDGED,
  rciMethod,
});

export const OVER_TIME_REQUEST: Schema = closed({
  value: { type: 'string', enum: ['outcome', 'duration', 'response'], default: 'outcome' },
  by: { type: 'string', enum: ['month', 'quarter'], default: 'month' },
  direction: { ...way, default: 'lower' },
  own: { ...name, description: 'Whose course it is, where the file holds several members.' },
  member: name,
  screen: { type: 'boolean', description: 'Leave large moving ranges out of the limits.' },
  ...MEASURED,
});

export const RETENTION_REQUEST: Schema = closed(
  {
    deleteOn: {
      ...{ anyOf: [day, { const: '' }] },
      description: 'Day on which it is deleted; blank = until somebody does.',
    },
  },
  'deleteOn',
);

export const CONTRIBUTION_REQUEST: Schema = closed(
  {
    design: file,
    member: { ...name, description: 'Name to contribute under; of a file of several members whose rows.' },
    expected: {
      ...{ type: 'string', pattern: '^[0-9a-f]{64}$' },
      description: 'Hash of what was looked at: with it, exactly that leaves.',
    },
  },
  'design',
);

export const COMPARISON_REQUEST: Schema = closed(
  {
    contributions: { ...list(file), minItems: 1, maxItems: 200 },
    own: { ...name, description: 'The member that is named; the others stay peers.' },
    method: { type: 'string', enum: ['reml', 'ml'] },
  },
  'contributions',
);
