/** The network for programs: a contribution leaves by the road of the pages, and the comparison is the command line's. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CombinedDocument } from '../../src/index.ts';
import { exampleFile } from '../browser/example-file.ts';
import { runHere } from '../support/run-here.ts';
import { apiClient } from './api-client.ts';
import { openApp, type TestApp } from './open-app.ts';
import { expectSameButForPeers } from './same-models.ts';
import { shownSecret, visitor } from './visitor.ts';

let app: TestApp;
let token: string;
let id: string;
const MEMBERS = ['instelling-01', 'instelling-02', 'instelling-03'];

beforeAll(async () => {
  app = await openApp();
  const fields = { name: 'dwh', role: 'analyst', days: '30' };
  token = shownSecret(await visitor(app).post('/account/tokens', fields));
  await mkdir(join(app.folder, 'designs'));
  const design = { adjust: [{ column: 'age', kind: 'number' }] };
  await writeFile(join(app.folder, 'designs', 'leeftijd.json'), JSON.stringify(design));
  const sent = await apiClient(app).push(await exampleFile({ members: 3, episodes: 600 }), token);
  await app.services.jobs.idle();
  id = (sent.body as { id: string }).id;
});
afterAll(() => app.close());

async function ask<T>(method: string, path: string, body?: unknown, status = 200): Promise<T> {
  const answer = await apiClient(app).ask(method, path, { token, ...(body === undefined ? {} : { body }) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body as T;
}

interface Own {
  readonly sha256: string;
  readonly name: string;
}

test('looked at, let go, taken in, compared, deleted', async () => {
  const road = `/data-sets/${id}/contribution`;
  const names: string[] = [];
  for (const member of MEMBERS) {
    const asked = { design: 'leeftijd', member };
    const { sha256 } = await ask<Own>('POST', road, asked);
    expect(await readdir(join(app.folder, 'contributions')).catch(() => [])).toHaveLength(names.length);
    // Another than what was looked at stays at home.
    const wrong = await ask<object>('POST', road, { ...asked, expected: 'a'.repeat(64) }, 409);
    expect(wrong).toMatchObject({ code: 'api-contribution-changed' });
    names.push((await ask<Own>('POST', road, { ...asked, expected: sha256 }, 201)).name);
  }
  const text = await readFile(join(app.folder, 'contributions', `${names[0]}.json`), 'utf8');
  const given = await app.get(`/api/v1/contributions/${names[0]}`, { authorization: `Bearer ${token}` });
  expect(await given.text()).toBe(text);

  const { groups } = await ask<{ groups: { members: number; lines: object[] }[] }>('GET', '/contributions');
  expect(groups).toMatchObject([{ members: 3, lines: [{ own: true }, { own: true }, { own: true }] }]);

  const web = await ask<CombinedDocument>('POST', '/comparison', { contributions: names });
  const files = names.map((name) => join(app.folder, 'contributions', `${name}.json`));
  const { stdout } = await runHere(app.folder, ['benchmark', 'combine', ...files, '--json']);
  const cli = JSON.parse(stdout) as CombinedDocument;
  expectSameButForPeers(web.models, cli.models);
  // What the gate took away of whom is for whoever has the files.
  expect(web.disclosure).toEqual({ ...cli.disclosure, members: [] });
  for (const member of MEMBERS) expect(JSON.stringify(web)).not.toContain(member);

  expect(await ask('POST', '/contributions', text)).toEqual({ name: names[0], known: true });
  await ask('DELETE', `/contributions/${names[0]}`, undefined, 204);
  expect(await ask('POST', '/contributions', text, 201)).toEqual({ name: names[0], known: false });
  const altered = text.replace('instelling-01', 'instelling-09');
  const refused = await ask<{ code: string }>('POST', '/contributions', altered, 400);
  expect(refused.code).toBe('contribution-altered');
  const few = await ask<{ code: string }>('POST', '/comparison', { contributions: names.slice(1) }, 400);
  expect(few.code).toBe('combine-too-few');

  const trail = await app.services.engine.all(
    "select detail from audit where action = 'network' order by number",
  );
  const deeds = trail.map(({ detail }) => JSON.parse(String(detail)) as { what: string; by: string });
  expect(new Set(deeds.map(({ by }) => by))).toEqual(new Set(['token']));
  expect(deeds.map(({ what }) => what.replace('contribution-', ''))).toEqual([
    ...MEMBERS.flatMap(() => ['viewed', 'refused', 'released']),
    ...['exported', 'comparison-viewed', 'deleted', 'received'],
  ]);
});

test('what was agreed on is listed; a job is stopped and leaves nothing; a day to delete on', async () => {
  const { designs } = await ask<{ designs: object[] }>('GET', '/designs');
  expect(designs).toEqual([{ name: 'leeftijd', design: { adjust: [{ column: 'age', kind: 'number' }] } }]);
  // One waits for the other: stopped before its turn.
  const csv = await exampleFile({ members: 3, episodes: 600 });
  await apiClient(app).push(csv, token);
  const { id: job } = (await apiClient(app).push(csv, token)).body as { id: string };
  expect(await ask('DELETE', `/jobs/${job}`)).toMatchObject({ id: job, state: 'cancelled' });
  await app.services.jobs.idle();
  expect((await ask<{ dataSets: object[] }>('GET', '/data-sets')).dataSets).toHaveLength(2);
  // A file that names people waits for a decision; its job stopped, it is gone at once.
  const sent = await apiClient(app).push('patient;naam;hv01\nP1;Jansen;2\n', token);
  const { id: held } = sent.body as { id: string };
  await app.services.jobs.idle();
  expect(app.services.held.has(held)).toBe(true);
  expect(await ask('DELETE', `/jobs/${held}`)).toMatchObject({ state: 'refused' });
  expect(await readdir(app.services.home.uploads)).not.toContain(held);
  expect(app.services.held.has(held)).toBe(false);

  const day = `${new Date().getFullYear() + 2}-01-01`;
  expect(await ask('PUT', `/data-sets/${id}/retention`, { deleteOn: day })).toMatchObject({
    id,
    deleteOn: day,
  });
});
