/**
 * Shapes of what the interface for programs gives, as JSON Schema (2020-12). Invariant: every answer
 * fits its schema (tested); keys may be added to results, never taken away, so results allow others.
 */

import { BENCHMARK, BENCHMARK_MAY, MORE_SCHEMAS } from './more-schemas.ts';
import {
  ADVICE,
  BINS,
  CONTRACT,
  cents,
  computed,
  count,
  flag,
  list,
  MONEY,
  NAMED,
  number,
  OUTCOME,
  object,
  oneOf,
  RESULT,
  ROBUST,
  ref,
  type Schema,
  STATUS,
  share,
  TAIL_MONEY,
  TOTAL,
  text,
  topOf,
} from './schema-parts.ts';

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
      deleteOn: { type: 'string', format: 'date', description: 'Day on which it is deleted.' },
      rules: object({ id: text, status: STATUS, outdated: flag }),
      columns: object({
        recognised: list(object({ header: text, canonical: text, by: oneOf('name', 'alias', 'map') })),
        other: list(text),
      }),
      issues: list(ref('Issue')),
    },
    ...['from', 'until', 'deleteOn'],
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
      phase: { ...oneOf('reading', 'typing', 'storing'), description: 'What is done while it runs.' },
      findings: { ...count, description: 'So far.' },
      secondsLeft: { ...count, description: 'Guessed from what it took so far.' },
    },
    ...['phase', 'findings', 'secondsLeft'],
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
      robustness: {
        ...object({
          ...{ move: share, draws: count, level: share, minimum: count, overall: ROBUST },
          superclusters: list(ROBUST),
          items: list(object({ item: text, moves: count, flips: count, share })),
        }),
        description: 'Where it was asked for; above 20,000 rows of every so many-th one.',
      },
    },
    ...['ruleSets', 'robustness'],
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
            probabilities: {
              ...{ type: 'object', additionalProperties: share },
              description: 'Per cluster, where they were asked for.',
            },
          },
          ...[
            'patient',
            'episode',
            'member',
            'chosen_cluster',
            'advised',
            'second',
            'entropy',
            'probabilities',
          ],
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
      beside: {
        ...list(
          object({
            ...{ scenario: NAMED, baseline: NAMED, episodes: count, total: object(TOTAL) },
            byCluster: list(object({ cluster: text, n: number, ...MONEY })),
          }),
        ),
        description: 'Others, each against its own baseline.',
      },
      curves: {
        ...list(
          object({
            ...{ payer: text, form: text, measures: oneOf('held', 'grow'), slopeHere: number },
            points: list({ type: 'object' }),
            kinks: list({ type: 'object' }),
            here: { type: 'object' },
          }),
        ),
        description: 'Pay against production, per contract, where they were asked for.',
      },
    },
    ...['behaviour', 'years', 'winnersBy', 'tail', 'tornado', 'beside', 'curves'],
  ),
  Outcomes: object(
    {
      ...RESULT,
      conversion: object({ id: text, source: text, sha256: text, status: STATUS }, 'status'),
      direction: oneOf('lower', 'higher'),
      method: oneOf('JT', 'GLN', 'HLL', 'EN', 'NK', 'HA'),
      cutoff: computed(number),
      sDiff: computed(number),
      ...OUTCOME,
      by: { type: 'object', additionalProperties: list(object({ value: text, ...OUTCOME })) },
      outsideWindows: {
        type: 'object',
        description: 'Measurements outside the windows, where there are windows.',
      },
    },
    ...['conversion', 'outsideWindows'],
  ),
  Benchmark: object(BENCHMARK, ...BENCHMARK_MAY),
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
  ...MORE_SCHEMAS,
};
