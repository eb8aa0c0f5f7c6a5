/** What the interface for programs gives is the command line's document, whole: also what only some files and options have. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiDescription } from '../../server/api/description.ts';
import { SCHEMAS } from '../../server/api/schemas.ts';
import {
  DATA_FOLDER,
  type OutcomesDocument,
  type ScoreResult,
  type SimulationResult,
} from '../../src/index.ts';
import { exampleFile } from '../browser/example-file.ts';
import { officialTables } from '../support/official-tables.ts';
import { officialWorkbook } from '../support/official-workbook.ts';
import { runHere } from '../support/run-here.ts';
import { apiClient } from './api-client.ts';
import { openApp, type TestApp } from './open-app.ts';
import { shownSecret, visitor } from './visitor.ts';

let app: TestApp;
let token: string;
let id: string;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const described = (schema: string): ValidateFunction =>
  ajv.getSchema(`api#/components/schemas/${schema}`) as ValidateFunction;

beforeAll(async () => {
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema({ ...apiDescription(), $id: 'api' });
  app = await openApp();
  token = shownSecret(
    await visitor(app).post('/account/tokens', { name: 'dwh', role: 'analyst', days: '30' }),
  );
  const content = await exampleFile({ members: 3, episodes: 900 });
  await writeFile(join(app.folder, 'export.csv'), content);
  // Two sets that apply one after the other; the same rules, so that only their names and days differ.
  const [book, red] = [join(app.folder, 'book.xlsx'), join(app.folder, 'red.csv')];
  await Promise.all([writeFile(book, officialWorkbook()), writeFile(red, officialTables().redRules)]);
  for (const [name, day] of [
    ['first', '2020-01-01'],
    ['second', '2025-06-01'],
  ] as const) {
    const { status, stderr } = await runHere(app.folder, [
      ...['rules', 'import', '--workbook', book, '--red-rules', red, '--id', name],
      ...['--status', 'official', '--valid-from', day],
    ]);
    if (status !== 0) throw new Error(stderr);
  }
  const day = await readFile(join(DATA_FOLDER, 'scenarios', 'demo-day-prices.json'), 'utf8');
  const ahead = { ...(JSON.parse(day) as object), id: 'ahead', years: { count: 3, index: [1.03, 1.02] } };
  await mkdir(join(app.folder, 'scenarios'), { recursive: true });
  await writeFile(join(app.folder, 'scenarios', 'ahead.json'), JSON.stringify(ahead));
  id = (await app.upload(content)).headers.get('location')!.split('/').at(-1)!;
});
afterAll(() => app.close());

async function command<T>(...args: string[]): Promise<T> {
  const [name = '', ...more] = args;
  const { stdout, stderr } = await runHere(app.folder, [
    name,
    join(app.folder, 'export.csv'),
    ...more,
    '--json',
  ]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

async function given<T>(schema: string, method: string, path: string, body?: object): Promise<T> {
  const answer = await apiClient(app).ask(method, `/data-sets/${id}${path}`, {
    token,
    ...(body && { body }),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const validate = described(schema);
  expect(validate(answer.body), ajv.errorsText(validate.errors)).toBe(true);
  // What is given stands in the description, by name.
  const { properties } = SCHEMAS[schema] as { properties: object };
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(answer.body as object)));
  return answer.body as T;
}

test('score names every rule set that typed a row, and how many', async () => {
  const web = await given<ScoreResult>('Score', 'GET', '/score');
  const cli = await command<ScoreResult>('score');
  expect(cli.ruleSets).toHaveLength(2);
  expect(web.ruleSets).toEqual(cli.ruleSets);
  expect(web.meta.rules).toEqual(cli.meta.rules);
  expect(web.meta.stamps).toEqual(cli.meta.stamps);
});

test('simulate: several years, the costliest patients, sensitivity and winners', async () => {
  const web = await given<SimulationResult>('Simulation', 'POST', '/simulation', {
    scenario: 'ahead',
    winners: ['team', 'setting'],
    winnerBins: [-0.1, 0, 0.1],
    tail: true,
    tornado: 0.2,
  });
  const cli = await command<SimulationResult>(
    ...['simulate', '--scenario', 'ahead', '--winners', 'team,setting'],
    ...['--winner-bins', '-0.1,0,0.1', '--tail', '--tornado', '0.2'],
  );
  expect(cli.years?.length).toBeGreaterThan(1);
  expect(web).toEqual(cli);
});

test('outcomes: change, classes and response', async () => {
  const web = await given<OutcomesDocument>('Outcomes', 'POST', '/outcomes', {
    reliability: 0.85,
    functional: { mean: 5, sd: 4 },
    method: 'EN',
  });
  const cli = await command<OutcomesDocument>(
    ...['outcomes', '--reliability', '0.85', '--functional', '5,4', '--method', 'EN'],
  );
  const { meta: _, issues: __, ...rest } = web;
  expect(cli).toMatchObject(rest);
});
