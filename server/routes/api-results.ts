/** Results of a data set for programs: the documents of the command line. Whatever leaves is written down. */

import { type Context, Hono } from 'hono';
import { DEFAULT_LOW_CERTAINTY, DEFAULT_MOVE, DEFAULT_MOVE_DRAWS } from '../../src/index.ts';
import { needs } from '../access/needs.ts';
import { bodyOf, limited } from '../api/body.ts';
import { API_BASE } from '../api/description.ts';
import { episodesDocument, explainDocument, scoreDocument } from '../api/documents.ts';
import { given } from '../api/given.ts';
import type { BenchmarkAsk, DocumentQuestion } from '../api/outcome-documents.ts';
import { apiLanguage } from '../api/problem.ts';
import {
  BALANCE_BODY,
  BENCHMARK_BODY,
  OUTCOMES_BODY,
  OVER_TIME_BODY,
  PAYMENT_BODY,
  SIMULATION_BODY,
  SOLVE_BODY,
} from '../api/request-bodies.ts';
import { scenarioOf } from '../api/scenario-of.ts';
import {
  balanceDocument,
  paymentDocument,
  simulationDocument,
  solveDocument,
} from '../api/simulation-documents.ts';
import { apiTools, flagIn, rowIn, shareIn, wholeIn } from '../api/tools.ts';
import { conversionNamed } from '../network/conversion-named.ts';
import type { Network } from '../network/network.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';
import type { Loaded } from '../workspace.ts';

const MOST_EPISODES = 10_000;
const MOST_DRAWS = 1000;

type Asked = DocumentQuestion extends infer Each
  ? Each extends DocumentQuestion
    ? Pick<Each, 'name' | 'ask'>
    : never
  : never;

export function apiResultRoutes(services: Services, network: Network): Hono {
  const routes = new Hono().basePath(`${API_BASE}/data-sets/:id`);
  const { home, workspace } = services;
  const { send, found, load, note } = apiTools(services);

  /** A single case is noted every time, as on its page. */
  async function noteCase(c: Context, { dataSet, table }: Loaded, at: number, scenario?: string) {
    const detail = { row: table.rows[at]!, by: 'token', ...(scenario === undefined ? {} : { scenario }) };
    const entry = { at: services.now().toISOString(), action: 'view-case', dataSet: dataSet.id } as const;
    await services.engine.transaction((transaction) =>
      addAudit(transaction, { ...entry, who: c.get('user').id, detail }),
    );
  }

  /** Of a large data set in a thread of its own: others go on. */
  async function made(c: Context, id: string, asked: Asked, conversion: string | undefined) {
    const table = await conversionNamed(network, conversion);
    const { peerSeed, comparer } = services;
    const how = { want: 'document', conversion: table, lang: apiLanguage(c), peerSeed } as const;
    return comparer.document(await workspace.load(id), { ...how, ...asked });
  }

  routes.get('/score', needs('viewer'), async (c) => {
    const lowCertainty = shareIn(c, 'lowCertainty', DEFAULT_LOW_CERTAINTY);
    const moved = {
      move: shareIn(c, 'move', DEFAULT_MOVE, 0.5),
      draws: wholeIn(c, 'draws', DEFAULT_MOVE_DRAWS, 1, MOST_DRAWS),
      seed: wholeIn(c, 'seed', 1, 0, 999_999_999),
    };
    const robustness = flagIn(c, 'robustness') ? { robustness: moved } : {};
    const loaded = await load(c.req.param('id'));
    const document = scoreDocument(loaded, { lowCertainty, ...robustness }, apiLanguage(c));
    await note(c, loaded.dataSet.id, 'score');
    return send(c, document);
  });

  routes.get('/episodes', needs('analyst'), async (c) => {
    const after = wholeIn(c, 'after', 0, 0, 999_999_999);
    const limit = wholeIn(c, 'limit', 1000, 1, MOST_EPISODES);
    const probabilities = flagIn(c, 'probabilities');
    const loaded = await load(c.req.param('id'));
    await note(c, loaded.dataSet.id, 'episodes');
    return send(c, episodesDocument(loaded, { after, limit, probabilities }));
  });

  routes.get('/episodes/:row', needs('analyst'), async (c) => {
    const loaded = await load(c.req.param('id'));
    const at = rowIn(loaded, c.req.param('row'));
    const document = explainDocument(loaded, at, apiLanguage(c));
    await noteCase(c, loaded, at);
    return send(c, document);
  });

  routes.post('/episodes/:row/payment', needs('analyst'), limited, async (c) => {
    const loaded = await load(c.req.param('id'));
    const at = rowIn(loaded, c.req.param('row'));
    const { scenario, ...asked } = await bodyOf(c, PAYMENT_BODY);
    const stack = await scenarioOf(home, scenario, asked);
    const document = await paymentDocument(services, loaded, stack, at, given(asked), apiLanguage(c));
    await noteCase(c, loaded, at, stack.scenario.id);
    return send(c, document);
  });

  routes.post('/simulation', needs('viewer'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { scenario, beside = [], ...asked } = await bodyOf(c, SIMULATION_BODY);
    const stack = await scenarioOf(home, scenario, asked);
    const others = await Promise.all(beside.map((each) => scenarioOf(home, each, asked)));
    const loaded = await workspace.load(id);
    const document = await simulationDocument(
      ...([services, loaded, stack, others, given(asked), apiLanguage(c)] as const),
    );
    await note(c, id, 'simulation');
    return send(c, document);
  });

  routes.post('/balance', needs('viewer'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { scenario, budget, ...asked } = await bodyOf(c, BALANCE_BODY);
    const stack = await scenarioOf(home, scenario, asked);
    const ask = { budget, ...given(asked) };
    const document = await balanceDocument(services, await workspace.load(id), stack, ask, apiLanguage(c));
    await note(c, id, 'balance');
    return send(c, document);
  });

  routes.post('/solve', needs('viewer'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { scenario, cluster, unit, target, ...asked } = await bodyOf(c, SOLVE_BODY);
    const stack = await scenarioOf(home, scenario, asked);
    const ask = { cluster, unit, target, ...given(asked) };
    const document = await solveDocument(services, await workspace.load(id), stack, ask, apiLanguage(c));
    await note(c, id, 'solve');
    return send(c, document);
  });

  routes.post('/benchmark', needs('viewer'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { period, tau2, conversion, ...asked } = given(await bodyOf(c, BENCHMARK_BODY));
    const ask: BenchmarkAsk = {
      ...asked,
      ...(period === undefined ? {} : { period: given(period) }),
      ...(tau2 === undefined ? {} : { tau2: given(tau2) }),
    };
    const document = await made(c, id, { name: 'benchmark', ask }, conversion);
    await note(c, id, 'benchmark');
    return send(c, document);
  });

  routes.post('/outcomes', needs('analyst'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { conversion, ...ask } = given(await bodyOf(c, OUTCOMES_BODY));
    const document = await made(c, id, { name: 'outcomes', ask }, conversion);
    await note(c, id, 'outcomes');
    return send(c, document);
  });

  routes.post('/over-time', needs('viewer'), limited, async (c) => {
    const { id } = found(c.req.param('id'));
    const { conversion, ...ask } = given(await bodyOf(c, OVER_TIME_BODY));
    const document = await made(c, id, { name: 'over-time', ask }, conversion);
    await note(c, id, 'over-time');
    return send(c, document);
  });

  return routes;
}
