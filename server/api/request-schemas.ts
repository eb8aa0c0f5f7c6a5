/** Shapes of what is sent; `body.ts` checks the same, and a test holds the two against each other. */

import { list, object, type Schema, text } from './schemas.ts';

const way: Schema = { type: 'string', enum: ['higher', 'lower'] };
const share: Schema = { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 };
const level: Schema = { ...share, default: 0.95 };
const day: Schema = { type: 'string', format: 'date' };
const name: Schema = { type: 'string', maxLength: 200 };

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
  },
  ...['name', 'decimal', 'dates', 'sheet', 'institution', 'map'],
);

export const SIMULATION_REQUEST: Schema = closed(
  {
    scenario: {
      description: 'Id of a scenario that is here, or a scenario document, which is not kept.',
      anyOf: [{ type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$' }, { type: 'object' }],
    },
    typing: { type: 'string', enum: ['chosen', 'advised', 'expected'] },
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
  },
  'scenario',
);

const norm = closed(
  { mean: { type: 'number' }, sd: { type: 'number', exclusiveMinimum: 0 } },
  ...['mean', 'sd'],
);

export const OUTCOMES_REQUEST: Schema = closed({
  direction: { ...way, default: 'lower' },
  method: { type: 'string', enum: ['JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'], default: 'JT' },
  reliability: { ...share, description: 'Of the instrument; without it there are no classes.' },
  reliabilityPost: { ...share, description: 'Of the second measurement, for method NK.' },
  functional: { ...norm, description: 'Scores of a functional population.' },
  clinical: { ...norm, description: 'Scores of a clinical population; default from the file.' },
  cutoff: { anyOf: [{ type: 'string', enum: ['a', 'b', 'c'] }, { type: 'number' }] },
  instrument: name,
});

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
  minMembers: { type: 'integer', minimum: 3 },
  instrument: name,
  level,
  period: closed({ from: day, until: day }),
  where: {
    ...list(
      closed({ column: name, values: { ...list(name), minItems: 1, maxItems: 200 } }, 'column', 'values'),
    ),
    maxItems: 20,
  },
});
