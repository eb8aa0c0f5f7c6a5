/** What goes wrong on the interface for programs: a document with a code, a sentence, and no value or path. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFile } from '../browser/example-file.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';
import { shownSecret, visitor } from './visitor.ts';

let app: TestApp;
let token: string;
let uploaded: string;
beforeAll(async () => {
  app = await openApp();
  const fields = { name: 'dwh', role: 'analyst', days: '30' };
  token = shownSecret(await visitor(app).post('/account/tokens', fields));
  const sent = await apiClient(app).push(await exampleFile({ members: 3, episodes: 400 }), token);
  await app.services.jobs.idle();
  uploaded = (sent.body as { id: string }).id;
});
afterAll(() => app.close());

const ask: ApiClient['ask'] = (method, path, more = {}) =>
  apiClient(app).ask(method, path, { token, ...more });

describe('what goes wrong is a problem document', () => {
  test.each([
    ['GET', '/nothing', undefined, 404, 'api-nothing-here'],
    ['GET', '/data-sets/nothing', undefined, 404, 'api-nothing-here'],
    ['GET', '/data-sets/..%2f..%2fetc%2fpasswd/score', undefined, 404, 'api-nothing-here'],
    ['GET', '/jobs/nothing', undefined, 404, 'api-nothing-here'],
    ['POST', '/data-sets', undefined, 400, 'upload-empty'],
    ['POST', '/data-sets/ID/simulation', '{', 400, 'api-body-json'],
    ['POST', '/data-sets/ID/simulation', { scenario: 'demo', typign: 'x' }, 400, 'api-body'],
    ['POST', '/data-sets/ID/outcomes', [], 400, 'api-body'],
    ['POST', '/data-sets/ID/simulation', { scenario: 'not-here' }, 404, 'api-nothing-here'],
    [
      'POST',
      '/data-sets/ID/simulation',
      { scenario: { prices: { list: '/etc/passwd' } } },
      400,
      'scenario-path',
    ],
    ['POST', '/data-sets/ID/simulation', { scenario: { baseline: '../secret.json' } }, 400, 'scenario-path'],
    ['POST', '/data-sets/ID/simulation', { scenario: { baseline: ['x'] } }, 400, 'scenario-path'],
    ['POST', '/data-sets/ID/simulation', { scenario: { colour: 'red' } }, 400, undefined],
    ['POST', '/data-sets/ID/benchmark', { adjust: ['no-such-column'] }, 400, 'unknown-covariate'],
    ['POST', '/data-sets/ID/simulation', { scenario: ['demo-day-prices', 'gone'] }, 404, 'api-nothing-here'],
    [
      'POST',
      '/data-sets/ID/simulation',
      { scenario: 'demo-day-prices', beside: [{ prices: { list: '/etc/passwd' } }] },
      400,
      'scenario-path',
    ],
    [
      'POST',
      '/data-sets/ID/balance',
      { scenario: 'demo-day-prices', budget: 1, fix: ['99'] },
      400,
      'balance-unknown-cluster',
    ],
    ['POST', '/data-sets/ID/outcomes', { conversion: 'gone' }, 400, 'api-conversion-unknown'],
    ['POST', '/data-sets/ID/over-time', {}, 400, undefined],
    ['PUT', '/data-sets/ID/retention', { deleteOn: '1999-01-01' }, 400, 'retention-invalid'],
    ['GET', '/data-sets/ID/score?robustness=yes', undefined, 400, 'api-parameter'],
    ['GET', '/data-sets/ID/score?move=0.6', undefined, 400, 'api-parameter'],
    ['GET', '/data-sets/ID/episodes/99999', undefined, 404, 'api-nothing-here'],
    ['GET', '/data-sets/ID/episodes/x', undefined, 404, 'api-nothing-here'],
    [
      'POST',
      '/data-sets/ID/episodes/99999/payment',
      { scenario: 'demo-day-prices' },
      404,
      'api-nothing-here',
    ],
    ['GET', '/data-sets/ID/rejects', undefined, 404, 'api-nothing-here'],
    ['DELETE', '/jobs/nothing', undefined, 404, 'api-nothing-here'],
    ['POST', '/data-sets/ID/contribution', { design: 'gone' }, 400, 'design-unknown'],
    ['POST', '/contributions', '{', 400, 'contribution-not-json'],
    ['POST', '/comparison', { contributions: ['gone'] }, 404, 'api-nothing-here'],
    ['GET', '/contributions/..%2fkeys%2fown', undefined, 404, 'api-nothing-here'],
    ['GET', '/rule-sets/zvt-illustrative/diff/gone', undefined, 404, 'api-nothing-here'],
    ['GET', '/runs/gone', undefined, 404, 'api-nothing-here'],
    ['GET', '/data-sets/ID/episodes?limit=0', undefined, 400, 'api-parameter'],
    ['GET', '/data-sets/ID/episodes?after=-1', undefined, 400, 'api-parameter'],
  ] as const)('%s %s %j: %i', async (method, path, body, status, code) => {
    const asked = path.replace('ID', uploaded);
    const answer = await ask(method, asked, body === undefined ? {} : { body });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = answer.body as { code: string; status: number; title: string; issues: unknown[] };
    if (code !== undefined) expect(problem.code).toBe(code);
    expect(problem.status).toBe(status);
    expect(problem.title).toMatch(/[.?]$/);
    expect(JSON.stringify(problem)).not.toMatch(/\/etc|passwd|secret\.json/);
  });

  test('a body that is too large', async () => {
    const answer = await ask('POST', `/data-sets/${uploaded}/benchmark`, { body: 'x'.repeat(5_000_001) });
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'api-body-large' }]);
  });

  test('in the language asked for', async () => {
    const title = async (path: string, headers: Record<string, string> = {}) =>
      ((await ask('GET', path, { headers })).body as { title: string }).title;
    expect(await title('/nothing')).toContain('Op dit adres is niets');
    expect(await title('/nothing?lang=en')).toContain('There is nothing at this address');
    expect(await title('/nothing', { 'accept-language': 'en-GB,en;q=0.9' })).toContain('There is nothing');
  });

  test('a fault is a number', async () => {
    const { createApp } = await import('../../server/app.ts');
    const load = () => Promise.reject(new TypeError('patient 4711'));
    const broken = createApp({ ...app.services, workspace: { ...app.services.workspace, load } });
    const response = await broken.request(`${ORIGIN}/api/v1/data-sets/${uploaded}/score`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    expect([response.status, text.includes('api-fault'), text.includes('4711')]).toEqual([500, true, false]);
  });
});
