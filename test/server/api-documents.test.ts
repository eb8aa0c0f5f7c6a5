/** What the interface for programs gives is the command line's document, whole: also what only some files and options have. */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiDescription } from '../../server/api/description.ts';
import { SCHEMAS } from '../../server/api/schemas.ts';
import {
  type BalanceDocument,
  type BenchmarkDocument,
  DATA_FOLDER,
  type ExplainDocument,
  type OutcomesDocument,
  type OverTimeDocument,
  type RulesDiffDocument,
  type ScoreResult,
  type SimulationResult,
  type SolveDocument,
} from '../../src/index.ts';
import { exampleFile } from '../browser/example-file.ts';
import { officialTables } from '../support/official-tables.ts';
import { officialWorkbook } from '../support/official-workbook.ts';
import { runHere } from '../support/run-here.ts';
import { apiClient } from './api-client.ts';
import { openApp, type TestApp } from './open-app.ts';
import { expectSameButForPeers } from './same-models.ts';
import { shownSecret, visitor } from './visitor.ts';

let app: TestApp;
let token: string;
let id: string;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const described = (schema: string): ValidateFunction =>
  ajv.getSchema(`api#/components/schemas/${schema}`) as ValidateFunction;

/** A table that halves: scores of the example lie within it. */
const CONVERSION = [
  ['0', '50'],
  ['200', '150'],
].map(([raw, t]) => `klachten-T (synthetisch);1;toets;hypothetical;${raw};${t}`);

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
  await mkdir(join(app.folder, 'conversions'), { recursive: true });
  const table = ['instrument;version;source;status;raw;t', ...CONVERSION].join('\n');
  await writeFile(join(app.folder, 'conversions', 'klachten.csv'), `${table}\n`);
  id = (await app.upload(content)).headers.get('location')!.split('/').at(-1)!;
});
afterAll(() => app.close());

/** FILE is the case file; left out, it follows the first word. */
async function command<T>(...args: string[]): Promise<T> {
  const file = join(app.folder, 'export.csv');
  const { stdout, stderr } = await runHere(app.folder, [
    ...(args.includes('FILE')
      ? args.map((arg) => (arg === 'FILE' ? file : arg))
      : [args[0]!, file, ...args.slice(1)]),
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

test('score: what flips when ratings move, and another limit of certainty', async () => {
  const web = await given<ScoreResult>(
    'Score',
    'GET',
    '/score?robustness=true&move=0.2&draws=3&lowCertainty=0.7',
  );
  const cli = await command<ScoreResult>(
    'score',
    '--robustness',
    '--move',
    '0.2',
    '--draws',
    '3',
    '--low-certainty',
    '0.7',
  );
  expect(cli.robustness?.overall.n).toBeGreaterThan(300);
  expect(web.robustness).toEqual(cli.robustness);
  expect(web.fit).toEqual(cli.fit);
  expect(web.meta).toEqual(cli.meta);
});

test('simulate: scenarios beside it and laid over it, prices known on a day', async () => {
  const over = { volume: [{ factor: 1.1 }] };
  const beside = ['example-dynamic-cap', 'demo-day-prices'];
  const web = await given<SimulationResult>('Simulation', 'POST', '/simulation', {
    ...{ scenario: ['demo-day-prices', { id: 'more', ...over }], beside, asOf: '2030-01-01', curves: true },
  });
  await writeFile(join(app.folder, 'scenarios', 'more.json'), JSON.stringify({ id: 'more', ...over }));
  const cli = await command<SimulationResult>(
    ...['simulate', '--scenario', 'demo-day-prices', '--scenario', 'more', '--as-of', '2030-01-01'],
    ...beside.flatMap((name) => ['--beside', name]),
  );
  await rm(join(app.folder, 'scenarios', 'more.json'));
  const { curves, meta, ...rest } = web as SimulationResult & { curves: unknown[] };
  const { meta: cliMeta, ...cliRest } = cli;
  expect(cliRest.beside).toHaveLength(2);
  expect(rest).toEqual(cliRest);
  // The document that came along was written anew, so its checksum is another.
  expect(meta.options).toEqual(cliMeta.options);
  expect(meta.stamps).toEqual(cliMeta.stamps);
  expect(web.contracts.length).toBeGreaterThan(0);
  expect(curves).toHaveLength(web.contracts.length);
});

test('prices balance and solve, on the list of a scenario', async () => {
  const scenario = {
    title: 'lijst',
    baseline: 'current',
    typing: 'chosen',
    prices: { list: 'hypothetical-episode' },
  };
  const body = { scenario, budget: 'current', fix: ['5'], bounds: [0.5, 2], monotone: true };
  const list = await given<BalanceDocument>('Balance', 'POST', '/balance', body);
  const { meta, ...balanced } = await command<BalanceDocument>(
    ...['prices', 'balance', 'hypothetical-episode', '--cases', 'FILE', '--budget', 'current', '--fix', '5'],
    ...['--bounds', '0.5,2', '--monotone'],
  );
  expect(list).toMatchObject(balanced);
  expect(list.meta.stamps).toEqual(meta.stamps);
  const place = { cluster: '5', unit: 'episode' };
  const price = await given<SolveDocument>('Solve', 'POST', '/solve', {
    scenario,
    ...place,
    target: 'current',
  });
  const { meta: _, ...solved } = await command<SolveDocument>(
    ...['prices', 'solve', 'hypothetical-episode', '--cases', 'FILE', '--target', 'current'],
    ...['--cluster', '5', '--unit', 'episode'],
  );
  expect(price).toMatchObject(solved);
});

test('one patient: the advice, and on to euros', async () => {
  const { episodes } = (
    await apiClient(app).ask('GET', `/data-sets/${id}/episodes?limit=9&probabilities=true`, { token })
  ).body as { episodes: { row: number; patient: string; probabilities: Record<string, number> }[] };
  const { row, patient, probabilities } = episodes[4]!;
  expect(Object.values(probabilities).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
  const web = await given<ExplainDocument>('Explained', 'GET', `/episodes/${row}`);
  const cli = await command<ExplainDocument>('explain', '--patient', patient);
  expect(web.cases).toEqual(cli.cases);
  expect(web.meta).toEqual(cli.meta);
  const asked = { scenario: 'demo-day-prices', typing: 'expected' };
  const euros = await given<ExplainDocument>('Explained', 'POST', `/episodes/${row}/payment`, asked);
  const paid = await command<ExplainDocument>(
    ...['explain', '--patient', patient, '--scenario', 'demo-day-prices', '--typing', 'expected'],
  );
  expect(euros.payment).toEqual(paid.payment);
  expect(euros).toMatchObject({ cases: paid.cases, scenario: paid.scenario, baseline: paid.baseline });
  const trail = await app.services.engine.all(
    "select detail from audit where action = 'view-case' order by number",
  );
  expect(trail.map(({ detail }) => JSON.parse(String(detail)) as object)).toEqual([
    { row, by: 'token' },
    { row, by: 'token', scenario: 'demo-day-prices' },
  ]);
});

const MEASURED = {
  ...{ conversion: 'klachten', windowPre: { fromDays: -14, untilDays: 28 } },
  ...{ windowPost: { fromDays: -20, untilDays: 20 } },
};
const MEASURED_OPTIONS = ['--conversion', 'klachten', '--window-pre', '-14,28', '--window-post', '-20,20'];

test('outcomes: windows, and scores converted', async () => {
  const web = await given<OutcomesDocument>('Outcomes', 'POST', '/outcomes', {
    reliability: 0.8,
    ...MEASURED,
  });
  const cli = await command<OutcomesDocument>('outcomes', '--reliability', '0.8', ...MEASURED_OPTIONS);
  const { issues: _, ...rest } = web;
  expect(cli).toMatchObject(rest);
  expect(web.meta).toEqual(cli.meta);
  expect(web.meta.stamps).toEqual(['hypothetical', 'synthetic']);
});

test('benchmark: windows, conversion and sensitivity; a course over time', async () => {
  const web = await given<BenchmarkDocument>('Benchmark', 'POST', '/benchmark', {
    ...{ adjust: ['age'], sensitivity: true, reliability: 0.8, ...MEASURED },
  });
  const cli = await command<BenchmarkDocument>(
    ...['benchmark', 'run', 'FILE', '--adjust', 'age', '--sensitivity', '--reliability', '0.8'],
    ...MEASURED_OPTIONS,
  );
  expectSameButForPeers(web.models, cli.models);
  expect(web.sensitivity?.variants.map((each) => each.id)).toEqual(
    cli.sensitivity?.variants.map((each) => each.id),
  );
  expect(web.response).toEqual(cli.response);
  const [own = ''] = cli.members.map(({ member }) => member);
  const course = await given<OverTimeDocument>('OverTime', 'POST', '/over-time', {
    own,
    by: 'quarter',
    ...MEASURED,
  });
  const direct = await command<OverTimeDocument>(
    ...['benchmark', 'xmr', 'FILE', '--own', own, '--by', 'quarter', ...MEASURED_OPTIONS],
  );
  const { meta, issues: _, ...rest } = course;
  expect(direct).toMatchObject(rest);
  expect(meta.stamps).toEqual(direct.meta.stamps);
});

test('rules diff over the data set, and what lies in the folder', async () => {
  const ask = async (path: string) => (await apiClient(app).ask('GET', path, { token })).body;
  const web = (await ask(`/rule-sets/zvt-illustrative/diff/first?dataSet=${id}`)) as RulesDiffDocument;
  expect(described('RulesDiff')(web), ajv.errorsText(described('RulesDiff').errors)).toBe(true);
  const cli = await command<RulesDiffDocument>(
    ...['rules', 'diff', 'zvt-illustrative', 'first', '--cases', 'FILE'],
  );
  expect(web.cases?.advice).toEqual(cli.cases?.advice);
  expect(web.coefficients).toEqual(cli.coefficients);
  for (const [path, schema] of [
    ['/scenarios/demo-day-prices/prices', 'Prices'],
    ['/conversions', 'Conversions'],
    ['/runs', 'Runs'],
  ] as const) {
    expect(described(schema)(await ask(path)), ajv.errorsText(described(schema).errors)).toBe(true);
  }
});
