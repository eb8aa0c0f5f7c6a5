/** The interface for programs in OpenAPI 3.1. Invariant: it names every route of the interface and no other (tested). */

import { VERSION } from '../../src/index.ts';
import type { Role } from '../access/user.ts';
import { BENCHMARK_REQUEST, OUTCOMES_REQUEST, SIMULATION_REQUEST, UPLOAD } from './request-schemas.ts';
import { ref, SCHEMAS, type Schema } from './schemas.ts';

interface Operation {
  readonly summary: string;
  readonly need: Role | 'anyone';
  readonly parameters?: readonly Schema[];
  readonly body?: { readonly type: string; readonly schema: Schema };
  /** Status and schema of a good answer; no schema = no content. */
  readonly gives: { readonly status: string; readonly schema?: Schema };
}

const id: Schema = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const json = 'application/json';
const ok = (schema: string) => ({ status: '200', schema: ref(schema) });

const PATHS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
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
  '/data-sets/{id}/score': {
    get: { summary: 'What `zorgcluster score` gives', need: 'viewer', parameters: [id], gives: ok('Score') },
  },
  '/data-sets/{id}/episodes': {
    get: {
      summary: 'Advice per row; written down as an export',
      need: 'analyst',
      parameters: [
        id,
        { name: 'after', in: 'query', schema: { type: 'integer', minimum: 0, default: 0 } },
        {
          name: 'limit',
          in: 'query',
          schema: { type: 'integer', minimum: 1, maximum: 10_000, default: 1000 },
        },
      ],
      gives: ok('Episodes'),
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
  '/data-sets/{id}/benchmark': {
    post: {
      summary: 'What `zorgcluster benchmark run` gives, with peers hidden',
      need: 'viewer',
      parameters: [id],
      body: { type: json, schema: BENCHMARK_REQUEST },
      gives: ok('Benchmark'),
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
  '/rule-sets': { get: { summary: 'Rule sets that are here', need: 'viewer', gives: ok('RuleSets') } },
  '/scenarios': { get: { summary: 'Scenarios that are here', need: 'viewer', gives: ok('Scenarios') } },
};

/** Every address with the role it needs, for the page that explains them. */
export const API_OPERATIONS = Object.entries(PATHS).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { need }]) => ({ method: method.toUpperCase(), path, need })),
);

export const API_BASE = '/api/v1';

const LANGUAGE: Schema = {
  name: 'lang',
  in: 'query',
  description: 'Language of sentences.',
  schema: { type: 'string', enum: ['nl', 'en'], default: 'nl' },
};

function answer(description: string, schema: Schema | undefined, type = json): Schema {
  return schema === undefined ? { description } : { description, content: { [type]: { schema } } };
}

function operationOf(path: string, method: string, operation: Operation): Schema {
  const { summary, need, parameters = [], body, gives } = operation;
  const words = path
    .replaceAll(/[{}]/g, '')
    .split(/[/.]/)
    .filter((word) => word !== '');
  return {
    operationId: [method, ...words].join('-'),
    summary,
    ...(need === 'anyone' ? { security: [] } : { description: `Needs a token with the role ${need}.` }),
    parameters: [...parameters, ...(need === 'anyone' ? [] : [LANGUAGE])],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { [body.type]: { schema: body.schema } } } }),
    responses: {
      [gives.status]: answer(summary, gives.schema),
      ...(need === 'anyone'
        ? {}
        : { default: answer('What went wrong', ref('Problem'), 'application/problem+json') }),
    },
  };
}

export function apiDescription(): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'zorgcluster',
      version: VERSION,
      description:
        'Case files in, results out: the same documents as the command line writes. Money is integer cents, shares and probabilities are 0-1, what cannot be computed is {"undefined": reason}.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API_BASE }],
    security: [{ token: [] }],
    paths: Object.fromEntries(
      Object.entries(PATHS).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => [
            method,
            operationOf(path, method, operation),
          ]),
        ),
      ]),
    ),
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made on the page My account; never a cookie.',
        },
      },
    },
  };
}
