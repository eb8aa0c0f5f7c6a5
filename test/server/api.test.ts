/** The interface for programs: asked with tokens only, answers as described, the same numbers as the command line. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiDescription } from '../../server/api/description.ts';
import type { BenchmarkDocument, ScoreResult, SimulationResult } from '../../src/index.ts';
import { exampleFile } from '../browser/example-file.ts';
import { type CommandRunner, commandRunner } from '../support/run-command.ts';
import { type Answer, type ApiClient, apiClient } from './api-client.ts';
import { openApp, type TestApp } from './open-app.ts';
import { expectSameButForPeers } from './same-models.ts';
import { firstAdministrator, invited, shownSecret, visitor } from './visitor.ts';

let app: TestApp;
let commands: CommandRunner;
let content: string;
let tokens: Record<'viewer' | 'analyst' | 'administrator', string>;
let uploaded: string;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const description = apiDescription() as unknown as {
  readonly paths: Record<
    string,
    Record<string, { readonly responses: Record<string, { content?: object }> }>
  >;
};

beforeAll(async () => {
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema({ ...description, $id: 'api' });
  [app, content] = await Promise.all([openApp(), exampleFile({ members: 4, episodes: 1600 })]);
  commands = commandRunner();
  await writeFile(join(commands.folder, 'export.csv'), content);
  const me = visitor(app);
  const make = async (role: string) =>
    shownSecret(await me.post('/account/tokens', { name: `dwh ${role}`, role, days: '30' }));
  tokens = {
    viewer: await make('viewer'),
    analyst: await make('analyst'),
    administrator: await make('administrator'),
  };
  const sent = await push(content);
  await app.services.jobs.idle();
  uploaded = (sent.body as { id: string }).id;
});
afterAll(async () => {
  await app.close();
  commands.dispose();
});

const ask: ApiClient['ask'] = (method, path, more = {}) =>
  apiClient(app).ask(method, path, { token: tokens.analyst, ...more });
const push = (csv: string, token = tokens.analyst, name = 'export.csv') =>
  apiClient(app).push(csv, token, name);

/** Checks an answer against what the description says of this path and status. */
function expectDescribed(method: string, path: string, { status, headers, body }: Answer): void {
  const { responses } = description.paths[path]![method]!;
  const key = String(status) in responses ? String(status) : 'default';
  const type = key === 'default' ? 'application/problem+json' : 'application/json';
  if (responses[key]?.content === undefined) {
    expect(body).toBeUndefined();
    return;
  }
  expect(headers.get('content-type')).toBe(type);
  const part = (text: string) =>
    text.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  const pointer = ['paths', part(path), method, 'responses', key, 'content', part(type), 'schema'].join('/');
  const validate = ajv.getSchema(`api#/${pointer}`) as ValidateFunction | undefined;
  if (validate === undefined) throw new Error(`No schema at ${pointer}`);
  expect(validate(body), `${method} ${path}: ${ajv.errorsText(validate.errors)}`).toBe(true);
}

describe('tokens', () => {
  test('nothing without one, nothing with a wrong one, and cookies count for nothing', async () => {
    for (const token of ['', 'zgc_wrong-but-long-enough-to-be-one', 'x']) {
      const answer = await ask('GET', '/data-sets', { token, headers: { cookie: 'zorgcluster=x' } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(answer.body).toMatchObject({ code: 'api-token', status: 401 });
      expectDescribed('get', '/data-sets', answer);
    }
    // On pages a token counts for nothing in its turn.
    const page = await app.get('/nope', { authorization: `Bearer ${tokens.viewer}` });
    expect(page.status).toBe(404);
  });

  test('a viewer’s token looks, an analyst’s also sends', async () => {
    expect((await ask('GET', '/data-sets', { token: tokens.viewer })).status).toBe(200);
    const answer = await push('a;b\n1;2\n', tokens.viewer);
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'api-role' }]);
    expect((await ask('GET', `/data-sets/${uploaded}/episodes`, { token: tokens.viewer })).status).toBe(403);
    expect((await ask('DELETE', `/data-sets/${uploaded}`, { token: tokens.viewer })).status).toBe(403);
  });

  test('the store has their hashes, the trail their ids', async () => {
    const kept = JSON.stringify([
      await app.services.engine.all('select * from access_token'),
      await app.services.engine.all('select * from audit'),
    ]);
    for (const token of Object.values(tokens)) expect(kept).not.toContain(token.slice(4));
  });

  test('with accounts a token is its owner’s: not above the role of now, gone when withdrawn or expired', async () => {
    let clock = Date.parse('2026-11-21T09:00:00Z');
    const other = await openApp(null, { now: () => new Date(clock) });
    const get = async (token: string, path = '/data-sets') =>
      (await other.get(`/api/v1${path}`, { authorization: `Bearer ${token}` })).status;
    const before = shownSecret(
      await visitor(other).post('/account/tokens', {
        name: 'voor de accounts',
        role: 'administrator',
        days: '30',
      }),
    );
    expect(await get(before)).toBe(200);
    const boss = await firstAdministrator(other);
    expect(await get(before), 'nobody’s any more').toBe(401);
    const guest = await invited(other, boss, 'gast', 'analyst');
    // A form that asks for more than its sender has gets the least.
    const high = shownSecret(
      await guest.post('/account/tokens', { name: 'hoog', role: 'administrator', days: '9' }),
    );
    expect(await get(high, '/jobs/x')).toBe(403);
    const token = shownSecret(
      await guest.post('/account/tokens', { name: 'dwh', role: 'analyst', days: '9' }),
    );
    expect(await get(token, '/jobs/x')).toBe(404);
    const { id } = other.services.access.accounts.byLogin('gast')!;
    await boss.post(`/users/${id}`, { role: 'viewer' });
    expect([await get(token, '/jobs/x'), await get(token)]).toEqual([403, 200]);
    clock += 10 * 86_400_000;
    expect(await get(token)).toBe(401);
    const again = await firstSession(other, 'gast');
    const short = shownSecret(
      await again.post('/account/tokens', { name: 'kort', role: 'viewer', days: '9' }),
    );
    expect(await get(short)).toBe(200);
    const [made] = other.services.access.tokens.listOf(id);
    // Somebody else’s is out of reach.
    const second = await firstSession(other, 'beheer@instelling.nl');
    await second.post(`/account/tokens/${made!.id}/withdraw`);
    expect(await get(short)).toBe(200);
    await again.post(`/account/tokens/${made!.id}/withdraw`);
    expect(await get(short)).toBe(401);
    await other.close();
  });
});

async function firstSession(on: TestApp, login: string) {
  const who = visitor(on);
  await who.post('/sign-in', { login, password: 'een lange zin met woorden' });
  return who;
}

describe('a case file pushed, results pulled', () => {
  test('the job says how far it is and where its data set is', async () => {
    const sent = await push(content, tokens.analyst, 'nog eens.csv');
    expect(sent.status).toBe(202);
    expectDescribed('post', '/data-sets', sent);
    const { id } = sent.body as { id: string };
    expect(sent.headers.get('location')).toBe(`/api/v1/jobs/${id}`);
    expectDescribed('get', '/jobs/{id}', await ask('GET', `/jobs/${id}`));
    await app.services.jobs.idle();
    const done = await ask('GET', `/jobs/${id}`);
    expectDescribed('get', '/jobs/{id}', done);
    expect(done.body).toMatchObject({ state: 'done', dataSet: `/api/v1/data-sets/${id}` });
    const report = await ask('GET', `/data-sets/${id}`);
    expectDescribed('get', '/data-sets/{id}', report);
    expect(report.body).toMatchObject({
      name: 'nog eens.csv',
      rows: { read: 1600, used: 1600, rejected: 0 },
    });
    const all = await ask('GET', '/data-sets');
    expectDescribed('get', '/data-sets', all);
    const gone = await ask('DELETE', `/data-sets/${id}`);
    expect(gone.status).toBe(204);
    expectDescribed('delete', '/data-sets/{id}', gone);
    expect((await ask('GET', `/data-sets/${id}`)).status).toBe(404);
  });

  test('a file that is refused says why, with the codes of the command line, and names no value', async () => {
    const sent = await push('patient;naam;hv01\nP1;Jansen;2\n');
    await app.services.jobs.idle();
    const job = await ask('GET', `/jobs/${(sent.body as { id: string }).id}?lang=en`);
    expectDescribed('get', '/jobs/{id}', job);
    expect(job.body).toMatchObject({ state: 'refused', issues: [{ severity: 'error' }] });
    expect(JSON.stringify(job.body)).not.toContain('Jansen');
  });

  test('score: the command’s own document', async () => {
    const answer = await ask('GET', `/data-sets/${uploaded}/score`, { token: tokens.viewer });
    expectDescribed('get', '/data-sets/{id}/score', answer);
    const cli = commands.json<ScoreResult>('score', 'export.csv');
    const { meta, issues, ...rest } = answer.body as ScoreResult;
    const { meta: cliMeta, issues: _, ...cliRest } = cli;
    // What is kept may tell more than the columns that the command reads; what both say is equal.
    expect(rest).toMatchObject(cliRest);
    expect(meta).toMatchObject({ rules: cliMeta.rules, inputs: cliMeta.inputs, stamps: cliMeta.stamps });
    expect(issues.every(({ severity }) => severity !== 'error')).toBe(true);
  });

  test('advice per row, page by page, is the command’s CSV', async () => {
    commands.run('score', 'export.csv', '-o', 'rows.csv');
    const rows = Papa.parse<Record<string, string>>(
      (await readFile(join(commands.folder, 'rows.csv'), 'utf8')).trim(),
      { header: true },
    ).data;
    const { dataSets } = (await ask('GET', '/data-sets')).body as {
      dataSets: { columns: { recognised: { header: string; canonical: string }[] } }[];
    };
    const patient = dataSets[0]!.columns.recognised.find(({ canonical }) => canonical === 'patient')!.header;
    const wanted = rows.map((row) => [
      row[patient]!,
      row.advised_cluster,
      row.advised_probability,
      row.second_cluster,
      row.status,
    ]);
    type Page = { episodes: Record<string, never>[]; next?: number };
    const found: unknown[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const answer: Answer = await ask('GET', `/data-sets/${uploaded}/episodes?limit=700&after=${after}`);
      expectDescribed('get', '/data-sets/{id}/episodes', answer);
      const page = answer.body as Page;
      for (const { patient, advised, second, status } of page.episodes as unknown as {
        patient: string;
        status: string;
        advised?: { cluster: string; probability: number };
        second?: { cluster: string };
      }[]) {
        found.push([
          patient,
          advised?.cluster ?? '',
          String(advised?.probability ?? ''),
          second?.cluster ?? '',
          status,
        ]);
      }
      after = page.next;
    }
    expect(found).toEqual(wanted);
    const trail = await app.services.engine.all(
      "select count(*) as n from audit where action = 'export' and detail like '%episodes%'",
    );
    expect(Number(trail[0]?.n)).toBe(3);
  });

  test('simulate: a scenario that is here, and one of the sender’s own', async () => {
    const answer = await ask('POST', `/data-sets/${uploaded}/simulation`, {
      token: tokens.viewer,
      body: { scenario: 'demo-day-prices', typing: 'advised' },
    });
    expectDescribed('post', '/data-sets/{id}/simulation', answer);
    const cli = commands.json<SimulationResult>(
      ...['simulate', 'export.csv', '--scenario', 'demo-day-prices', '--typing', 'advised'],
    );
    expect(answer.body).toEqual(cli);

    const { scenarios } = (await ask('GET', '/scenarios')).body as {
      scenarios: { id: string; scenario: object }[];
    };
    const own = {
      ...scenarios.find(({ id }) => id === 'demo-day-prices')!.scenario,
      id: 'mine',
      typing: 'advised',
    };
    const sent = await ask('POST', `/data-sets/${uploaded}/simulation`, { body: { scenario: own } });
    expect(sent.body).toMatchObject({ total: cli.total });
    expect((await ask('GET', '/scenarios')).body).toEqual({ scenarios });
  });

  test('benchmark: the command’s models, with peers instead of names', async () => {
    const cli = commands.json<BenchmarkDocument>(
      'benchmark',
      'run',
      'export.csv',
      '--adjust',
      'age,cat:setting',
    );
    const answer = await ask('POST', `/data-sets/${uploaded}/benchmark`, {
      token: tokens.viewer,
      body: { adjust: ['age', 'cat:setting'] },
    });
    expectDescribed('post', '/data-sets/{id}/benchmark', answer);
    const { models, members } = answer.body as BenchmarkDocument;
    expectSameButForPeers(models, cli.models);
    const names = cli.members.map(({ member }) => member);
    expect(members.every(({ member }) => /^peer-\d\d$/.test(member))).toBe(true);
    for (const name of names) expect(JSON.stringify(answer.body)).not.toContain(`"${name}"`);
    const own = await ask('POST', `/data-sets/${uploaded}/benchmark`, { body: { own: names[0] } });
    expect(
      (own.body as BenchmarkDocument).members.filter(({ member }) => names.includes(member)),
    ).toHaveLength(1);
  });

  test('rule sets and scenarios that are here', async () => {
    for (const path of ['/rule-sets', '/scenarios']) {
      const answer = await ask('GET', path);
      expect(answer.status).toBe(200);
      expectDescribed('get', path, answer);
    }
  });
});
