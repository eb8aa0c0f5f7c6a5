/** The description of the interface for programs: valid, of every route, and what it says of bodies is what is checked. */

import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiDescription } from '../../server/api/description.ts';
import * as bodyModule from '../../server/api/request-bodies.ts';
import * as schemaModule from '../../server/api/request-schemas.ts';
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

  const bodies = new Map<string, unknown>(Object.entries(bodyModule));
  const schemas = new Map<string, unknown>(Object.entries(schemaModule));
  const SENT = {
    SIMULATION: [
      [{ scenario: 'demo' }, true],
      [{ scenario: { title: 'x' }, typing: 'expected', level: 0.9, draws: 500, seed: 3 }, true],
      [{ scenario: ['demo', { title: 'x' }], beside: ['other'], asOf: '2025-01-01', curves: true }, true],
      [{ scenario: '../demo' }, false],
      [{ scenario: 7 }, false],
      [{}, false],
      [{ scenario: 'demo', typing: 'wrong' }, false],
      [{ scenario: 'demo', level: 1 }, false],
      [{ scenario: 'demo', level: 0 }, false],
      [{ scenario: 'demo', draws: 99 }, false],
      [{ scenario: 'demo', draws: 200.5 }, false],
      [{ scenario: 'demo', unknown: 1 }, false],
      [{ scenario: [] }, false],
      [{ scenario: [['demo']] }, false],
      [{ scenario: 'demo', beside: 'other' }, false],
      [{ scenario: 'demo', beside: Array(6).fill('x') }, false],
      [{ scenario: 'demo', asOf: '1 jan' }, false],
      [[], false],
      [null, false],
    ],
    BENCHMARK: [
      [{}, true],
      [{ own: 'A', adjust: ['age', 'cat:team'], minMembers: 5, method: 'ml', better: 'lower' }, true],
      [{ period: { from: '2025-01-01' }, where: [{ column: 'team', values: ['a'] }] }, true],
      [
        {
          windowPre: { fromDays: -14, untilDays: 28 },
          conversion: 'phq',
          sensitivity: true,
          tau2: { cost: 0 },
        },
        true,
      ],
      [{ windowPre: { fromDays: 1.5, untilDays: 2 } }, false],
      [{ windowPost: { fromDays: 1 } }, false],
      [{ tau2: { outcome: -1 } }, false],
      [{ minMembers: 2 }, false],
      [{ adjust: 'age' }, false],
      [{ where: [{ column: 'team', values: [] }] }, false],
      [{ period: { from: '1 jan' } }, false],
      [{ suppress: false }, false],
      [{ own: 'x'.repeat(201) }, false],
    ],
    OUTCOMES: [
      [{ method: 'NK', reliability: 0.8, cutoff: 'c', functional: { mean: 1, sd: 2 } }, true],
      [{ cutoff: 'd' }, false],
      [{ functional: { mean: 1, sd: 0 } }, false],
      [{ rciMethod: 'JT' }, false],
    ],
    OVER_TIME: [
      [{ value: 'response', by: 'quarter', own: 'A', screen: true }, true],
      [{ by: 'week' }, false],
    ],
    BALANCE: [
      [{ scenario: 'demo', budget: 'current', bounds: [0.9, 1.1], fix: ['5'], monotone: true }, true],
      [{ scenario: 'demo', budget: 100 }, true],
      [{ scenario: 'demo' }, false],
      [{ scenario: 'demo', budget: 'now' }, false],
      [{ scenario: 'demo', budget: 1, bounds: [1] }, false],
      [{ scenario: 'demo', budget: 1, bounds: [-1, 1] }, false],
    ],
    SOLVE: [
      [{ scenario: 'demo', cluster: '5', unit: 'day', target: 1, highest: 100 }, true],
      [{ scenario: 'demo', cluster: '5', unit: 'hour', target: 1 }, false],
      [{ scenario: 'demo', cluster: '5', unit: 'day', target: -1 }, false],
    ],
    PAYMENT: [
      [{ scenario: 'demo', typing: 'chosen' }, true],
      [{ typing: 'chosen' }, false],
    ],
    RETENTION: [
      [{ deleteOn: '2027-01-01' }, true],
      [{ deleteOn: '' }, true],
      [{ deleteOn: 'never' }, false],
    ],
    CONTRIBUTION: [
      [{ design: 'd', expected: 'a'.repeat(64) }, true],
      [{ design: '../d' }, false],
      [{ design: 'd', expected: 'yes' }, false],
    ],
    COMPARISON: [
      [{ contributions: ['a', 'b'], own: 'A', method: 'ml' }, true],
      [{ contributions: [] }, false],
      [{ contributions: ['../a'] }, false],
    ],
  } as const satisfies Record<string, readonly (readonly [unknown, boolean])[]>;
  const ALL = Object.entries(SENT).flatMap(([name, sent]) =>
    sent.map(([body, fits]) => [name, body as unknown, fits] as const),
  );

  test('and every body has cases here', () => {
    expect([...bodies.keys()].sort()).toEqual(
      Object.keys(SENT)
        .map((name) => `${name}_BODY`)
        .sort(),
    );
  });

  test.each(ALL)('and what is checked agree: %s %j', (name, body, fits) => {
    expect(ajv.validate(schemas.get(`${name}_REQUEST`) as object, body)).toBe(fits);
    expect(v.safeParse(bodies.get(`${name}_BODY`) as v.GenericSchema, body).success).toBe(fits);
  });
});
