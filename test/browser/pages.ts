/**
 * Every page of the application, and how to come there from a server with the example network only: for the
 * pictures of the documents. A page that is missing here fails the run that makes them.
 */

import type { Page } from 'playwright-core';
import { exampleFile } from './example-file.ts';

export interface Shown {
  /** Name of its pictures. */
  readonly name: string;
  /** Path, or what one does to come there; the page that one ends on is taken. */
  readonly at: string | ((page: Page) => Promise<void>);
  /** What it answers; 200 where nothing is said. */
  readonly status?: number;
}

/** Fills in boxes by name and sends the form that holds the first of them. */
async function send(page: Page, path: string, boxes: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(path);
  const entries = Object.entries(boxes);
  for (const [name, value] of entries) await page.locator(`main [name="${name}"]`).first().fill(value);
  const form = page.locator('main form', { has: page.locator(`[name="${entries[0]![0]}"]`) }).first();
  // What was sent is kept once the page it leads to is there.
  await Promise.all([
    page.waitForURL((url) => url.pathname !== path),
    form.locator('button[type="submit"]').last().click(),
  ]);
}

async function upload(page: Page, name: string, content: string): Promise<void> {
  await page.goto('/data');
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('#file').setInputFiles(file);
  await page.locator('#upload form button[type="submit"]').first().click();
  await page.waitForURL(/\/data\/[a-z0-9]+$/, { timeout: 60_000 });
  await page.locator('#progress').waitFor({ state: 'detached', timeout: 60_000 });
}

async function startForm(page: Page): Promise<void> {
  await page.goto('/form');
  await page.locator('form.form-start button[type="submit"]').click();
  await page.waitForURL(/\/form\/[^/]+/);
}

/** The address of a form that was begun, with another end. */
async function inForm(page: Page, ending: string): Promise<void> {
  await startForm(page);
  const [, base] = /^(\/form\/[^/]+)/.exec(new URL(page.url()).pathname)!;
  await page.goto(`${base}${ending}`);
}

const DEMO = '/data/demo';

/** Headers that nobody knows, and that look like columns all the same. */
const STRANGE = `Patientnumer;Vest.;Hoofdgroep;${Array.from({ length: 19 }, (_, at) => `Q_${at + 1}_score`).join(';')};hv01
P1;Noord;X;${'1;'.repeat(19)}1
`;

/** Seven patients of one institution, without money or measurements: what each question says of too little. */
async function withFew(page: Page, ending: string): Promise<void> {
  const ratings = Array.from({ length: 19 }, (_, at) => `hv${String(at + 1).padStart(2, '0')}`);
  const rows = Array.from({ length: 7 }, (_, at) => `P${at};X;${ratings.map(() => at % 4).join(';')}`);
  await upload(page, 'zeven.csv', `patient;supercluster;${ratings.join(';')}\n${rows.join('\n')}\n`);
  await page.goto(`${new URL(page.url()).pathname}${ending}`);
}

export const PAGES: readonly Shown[] = [
  { name: 'overview', at: '/' },
  { name: 'data', at: '/data' },
  { name: 'report', at: DEMO },
  { name: 'clusters', at: `${DEMO}/clusters` },
  { name: 'cases', at: `${DEMO}/cases` },
  { name: 'case', at: `${DEMO}/cases/7` },
  { name: 'form', at: '/form' },
  { name: 'form-question', at: startForm },
  { name: 'form-list', at: (page) => inForm(page, '/list') },
  { name: 'form-result', at: (page) => inForm(page, '/result') },
  { name: 'simulation', at: `${DEMO}/simulation` },
  { name: 'simulation-list', at: `${DEMO}/simulation/list` },
  { name: 'simulation-contract', at: `${DEMO}/simulation/contract` },
  { name: 'simulation-factors', at: `${DEMO}/simulation/factors` },
  { name: 'simulation-years', at: `${DEMO}/simulation/years` },
  { name: 'simulation-search', at: `${DEMO}/simulation/search` },
  { name: 'simulation-compare', at: `${DEMO}/simulation/compare` },
  { name: 'simulation-detail', at: `${DEMO}/simulation/detail` },
  { name: 'simulation-patient', at: `${DEMO}/simulation/patient` },
  { name: 'simulation-save', at: `${DEMO}/simulation/save` },
  { name: 'scenarios', at: '/scenarios' },
  { name: 'benchmark', at: `${DEMO}/benchmark` },
  { name: 'benchmark-own', at: `${DEMO}/benchmark/own` },
  { name: 'benchmark-sensitivity', at: `${DEMO}/benchmark/sensitivity` },
  { name: 'network', at: '/network' },
  { name: 'network-design', at: '/network/designs/new' },
  { name: 'network-contribution', at: '/network/contribution' },
  { name: 'network-evidence', at: '/network/evidence' },
  { name: 'network-improvements', at: '/network/improvements' },
  { name: 'network-releases', at: '/network/releases' },
  { name: 'network-keys', at: '/network/keys' },
  { name: 'method', at: '/method' },
  { name: 'rules-diff', at: '/method/rules/diff' },
  { name: 'runs', at: '/method/runs' },
  { name: 'interface', at: '/method/interface' },
  { name: 'manual', at: '/manual' },
  { name: 'account', at: '/account' },
  { name: 'users', at: '/users' },
  { name: 'audit', at: '/audit' },
  { name: 'not-found', at: '/nothing', status: 404 },
  // What follows leaves something behind: the pages above are those of a first start.
  {
    name: 'scenario',
    at: async (page) => {
      await send(page, `${DEMO}/simulation/save`, { title: 'Dagprijzen 2027' });
      await page.goto('/scenarios/dagprijzen-2027');
    },
  },
  {
    name: 'scenario-remove',
    // Kept a second time it is kept over the first.
    at: async (page) => {
      await send(page, `${DEMO}/simulation/save`, { title: 'Dagprijzen 2027' });
      await page.goto('/scenarios/dagprijzen-2027/remove');
    },
  },
  {
    name: 'upload-report',
    at: async (page) => upload(page, 'eerste-kwartaal.csv', await exampleFile({ members: 4, episodes: 400 })),
  },
  {
    name: 'upload-refused',
    at: (page) => upload(page, 'onbekend.csv', 'a;b\n1;2\n3;4\n'),
    status: 400,
  },
  {
    name: 'columns',
    at: async (page) => {
      await upload(page, 'tweede-kwartaal.csv', await exampleFile({ members: 4, episodes: 400 }));
      await page.goto(`${new URL(page.url()).pathname}/columns`);
    },
  },
  {
    name: 'columns-suggested',
    at: async (page) => {
      await upload(page, 'andere-koppen.csv', STRANGE);
      await page.goto(`${new URL(page.url()).pathname}/columns?suggested=1`);
    },
  },
  { name: 'few-clusters', at: (page) => withFew(page, '/clusters') },
  { name: 'few-simulation', at: (page) => withFew(page, '/simulation') },
  { name: 'few-benchmark', at: (page) => withFew(page, '/benchmark') },
];

/** GET routes that are no page of their own, with the reason. */
export const NO_PAGES: readonly [pattern: RegExp, why: string][] = [
  [/\.(csv|json|xlsx|html|svg|png)\b|:file\b|:figure\b|\/assets\/|manual\/screens/, 'a file'],
  [/^\/api\//, 'for programs'],
  [/^\/(health|ready)$|status$|\/progress$/, 'for machines, or a part of a page'],
  [/^\/(benchmark|clusters|simulation)$/, 'leads to the page of the newest data set'],
  [/^\/form\/:id$/, 'leads to the next question'],
  [/^\/sign-in|^\/link\//, 'only with accounts: the tests of signing in walk them'],
  [
    /^\/method\/rules\/:id$|^\/network\/((designs|contributions)\/:name|comparison)$/,
    'needs files from elsewhere',
  ],
];
