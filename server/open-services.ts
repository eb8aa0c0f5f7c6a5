/** Opens everything the routes use, and fills an empty store with the synthetic example network. */

import { randomBytes } from 'node:crypto';
import { migrate, openEngine } from '../src/index.ts';
import type { DataSet } from '../views/model.ts';
import { type AccessOptions, openAccess } from './access/access.ts';
import { createAssets } from './assets.ts';
import { makeDemo } from './demo.ts';
import { createJobs } from './jobs.ts';
import { createKeptUploads } from './kept-uploads.ts';
import { withOutdated } from './outdated.ts';
import { logFault } from './routes/fault.tsx';
import { openRuleShelf } from './rule-book.ts';
import type { Services } from './services.ts';
import { createSimulator } from './simulator.ts';
import { listDataSets } from './store/data-sets.ts';
import { openHome } from './store/home.ts';
import { MIGRATIONS } from './store/migrations.ts';
import { createWorkspace } from './workspace.ts';

export interface ServiceOptions {
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly now?: () => Date;
  /** Who may come in; absent = this machine only, without signing in. */
  readonly access?: AccessOptions;
  /** Rows up to which a data set is simulated without a thread of its own. */
  readonly atOnce?: number;
  /** Size of the example network; absent = the full one; null = none (tests bring their own). */
  readonly demo?: { readonly members: number; readonly episodes: number } | null;
}

export interface Opened {
  readonly services: Services;
  /** Resolves when the example network is there (or was already). */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

function newId(): string {
  return [...randomBytes(12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export async function openServices(options: ServiceOptions): Promise<Opened> {
  const now = options.now ?? (() => new Date());
  const home = await openHome(options.folder);
  const engine = await openEngine(home.database);
  await migrate(engine, MIGRATIONS).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  const rules = await openRuleShelf(home);
  let stored: readonly DataSet[] = await listDataSets(engine);
  const dataSets = () => stored.map((dataSet) => withOutdated(dataSet, rules));
  const jobs = createJobs((error) => logFault({ log: options.log, newId }, error));
  const simulator = createSimulator(options.atOnce);
  const services: Services = {
    home,
    engine,
    jobs,
    uploads: createKeptUploads(home),
    access: await openAccess(engine, now, newId, options.access),
    now,
    newId,
    peerSeed: randomBytes(32).toString('hex'),
    log: options.log,
    simulator,
    assets: createAssets(),
    rules,
    workspace: createWorkspace(engine, rules, dataSets),
    preparing: () =>
      jobs.get(DEMO_ID)?.state.kind === 'waiting' || jobs.get(DEMO_ID)?.state.kind === 'running',
    dataSets,
    refreshDataSets: async () => {
      stored = await listDataSets(engine);
    },
  };
  const { demo = { members: 8, episodes: 20_000 } } = options;
  // Once, on the first start: who deletes the example is not given it again.
  const before = await engine.all("select count(*) as n from audit where action = 'demo'");
  if (demo !== null && Number(before[0]?.n ?? 0) === 0) {
    jobs.start(DEMO_ID, DEMO_ID, (report) => makeDemo(services, DEMO_ID, demo, report));
  }
  return {
    services,
    ready: jobs.idle(),
    close: async () => {
      await jobs.idle();
      await simulator.close();
      await engine.close();
    },
  };
}

const DEMO_ID = 'demo';
