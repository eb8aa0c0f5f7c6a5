/** Every address of the interface for programs: what it takes, what it gives, which role it needs. */

import type { Role } from '../access/user.ts';
import {
  BALANCE_REQUEST,
  BENCHMARK_REQUEST,
  COMPARISON_REQUEST,
  CONTRIBUTION_REQUEST,
  OUTCOMES_REQUEST,
  OVER_TIME_REQUEST,
  PAYMENT_REQUEST,
  RETENTION_REQUEST,
  SIMULATION_REQUEST,
  SOLVE_REQUEST,
  UPLOAD,
} from './request-schemas.ts';
import { ref, type Schema } from './schema-parts.ts';

export interface Operation {
  readonly summary: string;
  readonly need: Role | 'anyone';
  readonly parameters?: readonly Schema[];
  readonly body?: { readonly type: string; readonly schema: Schema };
  /** Status and schema of a good answer; no schema = no content. */
  readonly gives: { readonly status: string; readonly schema?: Schema; readonly type?: string };
}

const id: Schema = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const query = (name: string, schema: Schema): Schema => ({ name, in: 'query', schema });
const inPath = (...names: readonly string[]): Schema[] => names.map((name) => ({ ...id, name }));
const share = (below: number, otherwise: number): Schema => ({
  ...{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: below, default: otherwise },
});
const whole = (minimum: number, otherwise: number, maximum?: number): Schema => ({
  ...{ type: 'integer', minimum, default: otherwise },
  ...(maximum === undefined ? {} : { maximum }),
});
const flag: Schema = { type: 'boolean', default: false };
export const json = 'application/json';
const ok = (schema: string) => ({ status: '200', schema: ref(schema) });

export const PATHS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/openapi.json': {
    get: {
      summary: 'This description',
      need: 'anyone',
      gives: { status: '200', schema: { type: 'object' } },
    },
  },
  '/data-sets': {
    get: { summary: 'Data sets, newest first', need: 'viewer', gives: ok('DataSets') },
    post: {
      summary: 'Send a case file; it is read as a job',
      need: 'analyst',
      body: { type: 'multipart/form-data', schema: UPLOAD },
      gives: { status: '202', schema: ref('Job') },
    },
  },
  '/jobs/{id}': {
    get: {
      summary: 'How far a job is, and how it ended',
      need: 'analyst',
      parameters: [id],
      gives: ok('Job'),
    },
    delete: {
      summary: 'Stop a job; a file that waits for a decision is deleted',
      need: 'analyst',
      parameters: [id],
      gives: ok('Job'),
    },
  },
  '/data-sets/{id}': {
    get: {
      summary: 'How a file was read: columns, counts, findings',
      need: 'viewer',
      parameters: [id],
      gives: ok('DataSet'),
    },
    delete: {
      summary: 'Delete a data set with everything of it',
      need: 'analyst',
      parameters: [id],
      gives: { status: '204' },
    },
  },
  '/data-sets/{id}/retention': {
    put: {
      summary: 'Until when a data set is kept',
      need: 'analyst',
      parameters: [id],
      body: { type: json, schema: RETENTION_REQUEST },
      gives: ok('DataSet'),
    },
  },
  '/data-sets/{id}/rejects': {
    get: {
      summary: 'Rejected rows with code, value and advice; written down as an export',
      need: 'analyst',
      parameters: [id],
      gives: { status: '200', type: 'text/csv', schema: { type: 'string' } },
    },
  },
  '/data-sets/{id}/score': {
    get: {
      summary: 'What `zorgcluster score` gives',
      need: 'viewer',
      parameters: [
        id,
        query('lowCertainty', share(1, 0.5)),
        query('robustness', flag),
        query('move', share(0.5, 0.1)),
        query('draws', whole(1, 10, 1000)),
        query('seed', whole(0, 1)),
      ],
      gives: ok('Score'),
    },
  },
  '/data-sets/{id}/episodes': {
    get: {
      summary: 'Advice per row; written down as an export',
      need: 'analyst',
      parameters: [
        id,
        query('after', whole(0, 0)),
        query('limit', whole(1, 1000, 10_000)),
        query('probabilities', flag),
      ],
      gives: ok('Episodes'),
    },
  },
  '/data-sets/{id}/episodes/{row}': {
    get: {
      summary: 'What `zorgcluster explain` gives for the patient of a row; written down every time',
      need: 'analyst',
      parameters: inPath('id', 'row'),
      gives: ok('Explained'),
    },
  },
  '/data-sets/{id}/episodes/{row}/payment': {
    post: {
      summary: 'The same on to euros, under a scenario; written down every time',
      need: 'analyst',
      parameters: inPath('id', 'row'),
      body: { type: json, schema: PAYMENT_REQUEST },
      gives: ok('Explained'),
    },
  },
  '/data-sets/{id}/simulation': {
    post: {
      summary: 'What `zorgcluster simulate` gives',
      need: 'viewer',
      parameters: [id],
      body: { type: json, schema: SIMULATION_REQUEST },
      gives: ok('Simulation'),
    },
  },
  '/data-sets/{id}/balance': {
    post: {
      summary: 'What `zorgcluster prices balance` gives for the list of a scenario',
      need: 'viewer',
      parameters: [id],
      body: { type: json, schema: BALANCE_REQUEST },
      gives: ok('Balance'),
    },
  },
  '/data-sets/{id}/solve': {
    post: {
      summary: 'What `zorgcluster prices solve` gives for the list of a scenario',
      need: 'viewer',
      parameters: [id],
      body: { type: json, schema: SOLVE_REQUEST },
      gives: ok('Solve'),
    },
  },
  '/data-sets/{id}/benchmark': {
    post: {
      summary: 'What `zorgcluster benchmark run` gives, with peers hidden',
      need: 'viewer',
      parameters: [id],
      body: { type: json, schema: BENCHMARK_REQUEST },
      gives: ok('Benchmark'),
    },
  },
  '/data-sets/{id}/over-time': {
    post: {
      summary: 'What `zorgcluster benchmark xmr` gives',
      need: 'viewer',
      parameters: [id],
      body: { type: json, schema: OVER_TIME_REQUEST },
      gives: ok('OverTime'),
    },
  },
  '/data-sets/{id}/outcomes': {
    post: {
      summary: 'What `zorgcluster outcomes` gives',
      need: 'analyst',
      parameters: [id],
      body: { type: json, schema: OUTCOMES_REQUEST },
      gives: ok('Outcomes'),
    },
  },
  '/data-sets/{id}/contribution': {
    post: {
      summary: 'What would leave for a design; with the hash of what was looked at, lets it leave',
      need: 'analyst',
      parameters: [id],
      body: { type: json, schema: CONTRIBUTION_REQUEST },
      gives: ok('OwnContribution'),
    },
  },
  '/contributions': {
    get: { summary: 'Contributions that are here', need: 'viewer', gives: ok('Contributions') },
    post: {
      summary: 'Take in a contribution of another member, as its file is',
      need: 'analyst',
      body: { type: json, schema: { type: 'object' } },
      gives: { status: '201', schema: ref('Received') },
    },
  },
  '/contributions/{name}': {
    get: {
      summary: 'A contribution, byte for byte',
      need: 'analyst',
      parameters: inPath('name'),
      gives: { status: '200', schema: { type: 'object' } },
    },
    delete: {
      summary: 'Delete a contribution; the ledger keeps what left',
      need: 'analyst',
      parameters: inPath('name'),
      gives: { status: '204' },
    },
  },
  '/comparison': {
    post: {
      summary: 'What `zorgcluster benchmark combine` gives, with peers hidden',
      need: 'viewer',
      body: { type: json, schema: COMPARISON_REQUEST },
      gives: ok('Comparison'),
    },
  },
  '/designs': { get: { summary: 'What the network agreed on', need: 'viewer', gives: ok('Designs') } },
  '/conversions': {
    get: { summary: 'Conversion tables that are here', need: 'viewer', gives: ok('Conversions') },
  },
  '/rule-sets': { get: { summary: 'Rule sets that are here', need: 'viewer', gives: ok('RuleSets') } },
  '/rule-sets/{from}/diff/{to}': {
    get: {
      summary: 'What `zorgcluster rules diff` gives',
      need: 'viewer',
      parameters: [...inPath('from', 'to'), query('dataSet', { type: 'string' })],
      gives: ok('RulesDiff'),
    },
  },
  '/scenarios': { get: { summary: 'Scenarios that are here', need: 'viewer', gives: ok('Scenarios') } },
  '/scenarios/{name}/prices': {
    get: {
      summary: 'Price list of a scenario',
      need: 'viewer',
      parameters: inPath('name'),
      gives: ok('Prices'),
    },
  },
  '/runs': { get: { summary: 'What was taken out, newest first', need: 'viewer', gives: ok('Runs') } },
  '/runs/{run}': {
    get: { summary: 'One of them', need: 'viewer', parameters: inPath('run'), gives: ok('Run') },
  },
};
