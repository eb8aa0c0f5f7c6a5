/** Large data sets are simulated in a thread: the same outcome, a page that waits, other pages that answer. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { openScenario } from '../../server/scenarios.ts';
import { runSimulation } from '../../server/simulation-run.ts';
import { createSimulator, type Simulator } from '../../server/simulator.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const PATH = '/data/demo/simulation';
const NETWORK = { members: 3, episodes: 900 };

let atOnce: TestApp;
let threaded: TestApp;
beforeAll(async () => {
  atOnce = await openApp(NETWORK);
  threaded = await openApp(NETWORK, { atOnce: 0 });
});
afterAll(() => Promise.all([atOnce.close(), threaded.close()]));

/** The page, once it is there. */
async function patiently(app: TestApp, path: string): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const html = await app.text(path);
    if (!html.includes('wordt berekend')) return html;
  }
  throw new Error('never computed');
}

test.each(['', '?c0=50000', '?typing=chosen&c1=100', '?baseline=list&target=next-year&c3=4000'])(
  'a thread gives the same page: %s',
  async (query) => {
    expect(wordsOf(await patiently(threaded, `${PATH}${query}`))).toBe(
      wordsOf(await atOnce.text(`${PATH}${query}`)),
    );
  },
);

test.each([
  'contract?k.form=revenue-cap&k.payer=VZ1&k.agreedCents=100000&contract=new',
  'detail?c0=700',
  'years?y.count=3&y.index=2',
  'search?find=balance&budget=1.000.000',
  'patient?row=5',
])('and the same answer on the other parts: %s', async (part) => {
  const path = `${PATH}/${part}`;
  expect(wordsOf(await patiently(threaded, path))).toBe(wordsOf(await atOnce.text(path)));
});

test('what is missing is said from the thread too', async () => {
  const other = await openApp(null, { atOnce: 0 });
  const rows = Array.from({ length: 20 }, (_, row) => `p${row},X,${row % 5}`).join('\n');
  const address = (await other.upload(`patient,supercluster,hv01\n${rows}\n`)).headers.get('location');
  expect(wordsOf(await patiently(other, `${address}/simulation`))).toContain('Deze simulatie kan nog niet');
  await other.close();
});

test('what takes long is waited for on a page that refreshes itself; other pages answer', async () => {
  let working = true;
  let runs = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const simulator: Simulator = {
    ...atOnce.services.simulator,
    busy: () => working,
    run: async (...request) => {
      runs += 1;
      await finished;
      return atOnce.services.simulator.run(...request);
    },
  };
  const app = createApp({ ...atOnce.services, simulator });
  const get = (path: string) => app.request(`${ORIGIN}${path}`);
  const page = await (await get(PATH)).text();
  expect(wordsOf(page)).toContain('De simulatie wordt berekend');
  expect(page).toContain('http-equiv="refresh"');
  expect(page).toContain('hx-get="/simulation/status"');
  const overview = await (await get('/')).text();
  expect(wordsOf(overview)).toContain('Wordt berekend; de pagina ververst zichzelf.');
  expect(wordsOf(overview)).toContain('instellingen vergeleken');
  expect((await get('/data/demo/clusters')).status).toBe(200);
  expect((await get('/simulation/status')).headers.get('hx-refresh')).toBeNull();
  working = false;
  finish();
  expect((await get('/simulation/status')).headers.get('hx-refresh')).toBe('true');
  expect(await (await get(PATH)).text()).toContain('id="difference"');
  expect(runs).toBeGreaterThan(1);
});

test('a data set that is deleted while it is computed does not stay in the thread', async () => {
  const simulator = createSimulator(0);
  let sent = 0;
  const spied: Simulator = {
    ...simulator,
    run: (loaded, request) =>
      simulator.run(loaded, {
        ...request,
        input: () => {
          sent += 1;
          return request.input();
        },
      }),
  };
  const loaded = await atOnce.services.workspace.load('demo');
  const { scenario } = await openScenario(atOnce.services.home, 'demo-day-prices');
  const choice = { typing: 'chosen', target: 'population', amounts: new Map(), lang: 'nl' } as const;
  const under = runSimulation(spied, loaded, scenario, choice);
  simulator.forget('demo');
  await under;
  await runSimulation(spied, loaded, scenario, choice);
  expect(sent, 'asked for its rows again').toBe(2);
  await simulator.close();
});
