/** The description of the interface for programs: valid, of every route, and what it says of bodies is what is checked. */

import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BENCHMARK_BODY, SIMULATION_BODY } from '../../server/api/body.ts';
import { apiDescription } from '../../server/api/description.ts';
import { BENCHMARK_REQUEST, SIMULATION_REQUEST } from '../../server/api/request-schemas.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';

let app: TestApp;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const description = apiDescription() as unknown as {
  readonly paths: Record<string, Record<string, object>>;
};

beforeAll(async () => {
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  app = await openApp();
});
afterAll(() => app.close());

describe('the description', () => {
  test('is OpenAPI 3.1', async () => {
    const result = await new Validator().validate(
      JSON.parse(JSON.stringify(description)) as Record<string, unknown>,
    );
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test('names every route of the interface and no other', () => {
    const routes = app.app.routes
      .filter(({ method, path }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(routes)].sort()).toEqual(described.sort());
  });

  test('and the page that explains it names each in words of both languages', async () => {
    for (const lang of ['nl', 'en']) {
      const html = await app.text(`/method/interface?lang=${lang}`);
      for (const [path, methods] of Object.entries(description.paths)) {
        for (const method of Object.keys(methods)) {
          const cell = `<code>${method.toUpperCase()} ${path}</code></th><td>`;
          expect(html).toContain(cell);
          expect(html).not.toContain(`${cell}</td>`);
        }
      }
      expect(html).toContain(`${ORIGIN}/api/v1/data-sets`);
    }
  });

  test('is given to anybody', async () => {
    const response = await app.get('/api/v1/openapi.json');
    expect([response.status, await response.json()]).toEqual([200, JSON.parse(JSON.stringify(description))]);
  });

  const SENT: readonly [object, v.GenericSchema, unknown, boolean][] = [
    ...(
      [
        [{ scenario: 'demo' }, true],
        [{ scenario: { title: 'x' }, typing: 'expected', level: 0.9, draws: 500, seed: 3 }, true],
        [{ scenario: '../demo' }, false],
        [{ scenario: 7 }, false],
        [{}, false],
        [{ scenario: 'demo', typing: 'wrong' }, false],
        [{ scenario: 'demo', level: 1 }, false],
        [{ scenario: 'demo', level: 0 }, false],
        [{ scenario: 'demo', draws: 99 }, false],
        [{ scenario: 'demo', draws: 200.5 }, false],
        [{ scenario: 'demo', unknown: 1 }, false],
        [[], false],
        [null, false],
      ] as const
    ).map(
      ([body, fits]) =>
        [SIMULATION_REQUEST, SIMULATION_BODY, body, fits] as [object, v.GenericSchema, unknown, boolean],
    ),
    ...(
      [
        [{}, true],
        [{ own: 'A', adjust: ['age', 'cat:team'], minMembers: 5, method: 'ml', better: 'lower' }, true],
        [{ period: { from: '2025-01-01' }, where: [{ column: 'team', values: ['a'] }] }, true],
        [{ minMembers: 2 }, false],
        [{ adjust: 'age' }, false],
        [{ where: [{ column: 'team', values: [] }] }, false],
        [{ period: { from: '1 jan' } }, false],
        [{ suppress: false }, false],
        [{ own: 'x'.repeat(201) }, false],
      ] as const
    ).map(
      ([body, fits]) =>
        [BENCHMARK_REQUEST, BENCHMARK_BODY, body, fits] as [object, v.GenericSchema, unknown, boolean],
    ),
  ];

  test.each(SENT)('and what is checked agree on %#', (schema, checked, body, fits) => {
    expect(ajv.validate(schema, body)).toBe(fits);
    expect(v.safeParse(checked, body).success).toBe(fits);
  });
});
