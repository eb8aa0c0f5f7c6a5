/** The interface for programs in OpenAPI 3.1. Invariant: it names every route of the interface and no other (tested). */

import { VERSION } from '../../src/index.ts';
import { json, type Operation, PATHS } from './operations.ts';
import { ref, type Schema } from './schema-parts.ts';
import { SCHEMAS } from './schemas.ts';

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
      [gives.status]: answer(summary, gives.schema, gives.type),
      ...(gives.status === '201' ? { '200': answer('It was here already', gives.schema) } : {}),
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
