/**
 * Shapes of what the interface for programs takes and gives, as JSON Schema (2020-12). Invariant: every answer
 * fits its schema (tested); keys may be added to results, never taken away, so results allow others.
 */

export type Schema = Readonly<Record<string, unknown>>;

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const count: Schema = { type: 'integer', minimum: 0 };
const cents: Schema = { type: 'integer' };
const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
const flag: Schema = { type: 'boolean' };
export const list = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });

/** All properties are required, save those named in `optional`. */
export function object(properties: Readonly<Record<string, Schema>>, ...optional: readonly string[]): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

/** A value, or why there is none. */
function computed(schema: Schema): Schema {
  return { anyOf: [ref('NotComputed'), schema] };
}

const MONEY = { baselineCents: cents, scenarioCents: cents, differenceCents: cents };
const STATUS = oneOf('official', 'local', 'derived', 'illustrative', 'hypothetical', 'synthetic');
const ADVICE = object({ cluster: text, probability: share });
const EFFECT = object({
  observed: number,
  effect: number,
  se: number,
  adjusted: number,
  low: number,
  high: number,
});
const MODEL = object({
  method: oneOf('reml', 'ml'),
  n: count,
  members: count,
  coefficients: list(object({ name: text, estimate: number, se: number })),
  sigma2: number,
});

const CONTRACT = object(
  {
    ...{ payer: text, form: text, grossCents: cents, netCents: cents, adjustmentCents: cents },
    ...{ binding: text, marginalPerEuro: number, marginalPerPatientCents: computed(number) },
    exhaustedOn: computed(text),
    continuedCareLossCents: computed(number),
    monthly: computed(list(object({ month: text, grossCents: cents }))),
  },
  ...['marginalPerEuro', 'marginalPerPatientCents', 'exhaustedOn', 'continuedCareLossCents', 'monthly'],
);
const TOTAL = {
  ...MONEY,
  differencePct: computed(number),
  interval: computed(
    object({ target: text, level: share, lowCents: cents, highCents: cents, note: text }, 'note'),
  ),
  sd: computed(object({ typingCents: number, samplingCents: number, totalCents: number })),
};
const BINS = list(object({ from: number, to: number, units: count, share }, 'from', 'to'));
const TAIL_MONEY = object({ cents, share: computed(number) });
const topOf = (name: string) =>
  list(object({ [name]: text, topCents: cents, allCents: cents, share: computed(number) }));
const NORM = computed(object({ mean: number, sd: number }));
const CLASSES = ['recovered', 'improved', 'unchanged', 'deteriorated', 'harmed'] as const;
const OUTCOME = {
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
const RESULT = { meta: ref('Meta'), rows: ref('Rows'), issues: list(ref('Issue')) };

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  NotComputed: { ...object({ undefined: text }), description: 'Why this could not be computed.' },
  Rows: {
    ...object({ read: count, used: count, rejected: count }),
    description: 'read = used + rejected.',
  },
  Issue: object({
    code: text,
    severity: oneOf('error', 'warning', 'info'),
    count,
    message: text,
    examples: list(object({ row: count, column: text }, 'row', 'column')),
  }),
  Meta: object(
    {
      tool: { const: 'zorgcluster' },
      version: text,
      command: text,
      rules: object({ id: text, status: STATUS, sha256: text }),
      inputs: list(object({ name: text, rows: count, sha256: text })),
      seed: { type: 'integer' },
      options: { type: 'object' },
      stamps: { ...list(STATUS), description: 'Statuses other than official of anything used.' },
    },
    'rules',
    'seed',
  ),
  DataSet: object(
    {
      id: text,
      name: text,
      origin: oneOf('demo', 'upload'),
      synthetic: flag,
      createdAt: { type: 'string', format: 'date-time' },
      sha256: { ...text, description: 'Of the file as it was sent.' },
      bytes: count,
      rows: ref('Rows'),
      patients: count,
      members: count,
      from: { type: 'string', format: 'date' },
      until: { type: 'string', format: 'date' },
      rules: object({ id: text, status: STATUS, outdated: flag }),
      columns: object({
        recognised: list(object({ header: text, canonical: text, by: oneOf('name', 'alias', 'map') })),
        other: list(text),
      }),
      issues: list(ref('Issue')),
    },
    'from',
    'until',
  ),
  DataSets: object({ dataSets: list(ref('DataSet')) }),
  Job: object(
    {
      id: { ...text, description: 'Also the id of the data set to be.' },
      name: text,
      state: oneOf('waiting', 'running', 'done', 'cancelled', 'refused', 'failed'),
      rowsRead: count,
      share,
      dataSet: { ...text, description: 'Address of the data set, once done.' },
      issues: list(ref('Issue')),
      reference: { ...text, description: 'Number to report, once failed.' },
    },
    'share',
    'dataSet',
    'issues',
    'reference',
  ),
  Score: object(
    {
      ...RESULT,
      clusters: list(object({ cluster: text, supercluster: text, advised: count, share, expected: number })),
      statuses: { type: 'object', additionalProperties: count },
      certainty: computed(
        object({ q05: share, q25: share, median: share, q75: share, q95: share, meanEntropy: number }),
      ),
      fit: list(
        object({
          by: oneOf('team', 'diagnosis', 'site'),
          value: text,
          n: count,
          noneFits: count,
          lowCertainty: count,
          lowCertaintyShare: share,
        }),
      ),
      agreement: computed(object({ n: count, agree: count, share, kappa: computed(number) })),
      ruleSets: {
        ...list(object({ id: text, status: STATUS, sha256: text, rows: count })),
        description: 'Where ratings fall under more than one rule set, by their day.',
      },
    },
    'ruleSets',
  ),
  Episodes: object(
    {
      dataSet: text,
      rules: object({ id: text, status: STATUS }),
      episodes: list(
        object(
          {
            row: { ...count, description: 'Number of the row in the file.' },
            patient: text,
            episode: text,
            member: text,
            chosen_cluster: text,
            status: oneOf('advised', 'incomplete', 'too-many-missing', 'no-supercluster', 'none-fits'),
            advised: ADVICE,
            second: ADVICE,
            entropy: number,
            itemsMissing: count,
          },
          ...['patient', 'episode', 'member', 'chosen_cluster', 'advised', 'second', 'entropy'],
        ),
      ),
      next: { ...count, description: 'Give it as `after` for the rows that follow; absent at the end.' },
    },
    'next',
  ),
  Simulation: object(
    {
      ...RESULT,
      scenario: object({ id: text, title: text }),
      baseline: object({ id: text, title: text }),
      population: object({
        episodes: count,
        patients: count,
        withoutBaseline: count,
        withoutCluster: count,
        withoutStart: count,
        notStarted: count,
        unpriced: object({ episodes: number, days: number }),
        topPercentShare: computed(share),
      }),
      total: object(TOTAL),
      byCluster: list(object({ cluster: text, n: number, ...MONEY, interval: {} })),
      by: {
        type: 'object',
        additionalProperties: list(object({ value: text, n: number, ...MONEY, interval: {} })),
      },
      waterfall: list(object({ step: oneOf('price', 'index', 'volume', 'typing', 'contract'), cents })),
      winners: computed(object({ unit: text, bins: BINS })),
      contracts: list(CONTRACT),
      lint: list(object({ code: text, severity: text, message: text })),
      behaviour: { type: 'object', description: 'What is assumed of how people answer to prices.' },
      years: {
        ...list(
          object({ year: count, calendarYear: count, ...TOTAL, contracts: list(CONTRACT) }, 'calendarYear'),
        ),
        description: 'Where the scenario has `years`.',
      },
      winnersBy: {
        ...list(object({ unit: text, bins: computed(BINS) })),
        description: 'Where `winners` was asked for.',
      },
      tail: {
        ...object({
          levels: list(
            object({
              ...{ share, patients: count },
              ...{ baseline: TAIL_MONEY, scenario: TAIL_MONEY, difference: TAIL_MONEY },
            }),
          ),
          byUnit: topOf('unit'),
          byPayer: topOf('payer'),
        }),
        description: 'Where it was asked for.',
      },
      tornado: {
        ...object({
          share,
          bars: list(
            object({
              kind: oneOf('price', 'index', 'volume'),
              name: text,
              lowCents: cents,
              highCents: cents,
            }),
          ),
        }),
        description: 'Where it was asked for; largest swing first.',
      },
    },
    ...['behaviour', 'years', 'winnersBy', 'tail', 'tornado'],
  ),
  Outcomes: object({
    ...RESULT,
    direction: oneOf('lower', 'higher'),
    method: oneOf('JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'),
    cutoff: computed(number),
    sDiff: computed(number),
    ...OUTCOME,
    by: { type: 'object', additionalProperties: list(object({ value: text, ...OUTCOME })) },
  }),
  Benchmark: object({
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
    notes: list(text),
  }),
  RuleSets: object({
    ruleSets: list(
      object(
        {
          id: text,
          title: object({ nl: text, en: text }),
          status: STATUS,
          source: text,
          validFrom: { type: 'string', format: 'date' },
          clusters: list(object({ code: text, supercluster: text, name: object({ nl: text, en: text }) })),
          sha256: text,
        },
        'validFrom',
      ),
    ),
  }),
  Scenarios: object({
    scenarios: list(
      object(
        {
          id: text,
          title: text,
          own: flag,
          scenario: { type: 'object', description: 'As its file says it.' },
        },
        'scenario',
      ),
    ),
  }),
  Problem: object({
    type: { ...text, description: '`urn:zorgcluster:problem:` and the code.' },
    title: text,
    status: count,
    code: { ...text, description: 'The same codes as the command line gives.' },
    issues: list(ref('Issue')),
  }),
};
