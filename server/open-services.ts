/** Opens everything the routes use, and fills an empty store with the synthetic example network. */

import { randomBytes } from 'node:crypto';
import { answerSnapshots, migrate, openEngine } from '../src/index.ts';
import type { DataSet } from '../views/model.ts';
import { type AccessOptions, openAccess } from './access/access.ts';
import { PROGRAM } from './access/user.ts';
import { createAssets } from './assets.ts';
import { createComparer } from './benchmark/comparer.ts';
import { makeDemo } from './demo.ts';
import { createHeldUploads } from './held-uploads.ts';
import { createJobs } from './jobs.ts';
import { createKeptUploads } from './kept-uploads.ts';
import { withOutdated } from './outdated.ts';
import { deleteExpired } from './retention.ts';
import { logFault } from './routes/fault.tsx';
import { openRuleShelf } from './rule-book.ts';
import type { Services } from './services.ts';
import { createSimulator } from './simulator.ts';
import { addAudit } from './store/audit.ts';
import { listDataSets } from './store/data-sets.ts';
import { clearLeftovers, openHome } from './store/home.ts';
import { MIGRATIONS } from './store/migrations.ts';
import { renewIfAsked } from './store/upkeep.ts';
import { noteCutOff } from './upload-marks.ts';
import { createWorkspace } from './workspace.ts';

export interface ServiceOptions {
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Told of every request. */
  readonly requests?: NonNullable<Services['requests']>;
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
  /** Says that the server is about to stop; `close` follows when what runs is finished. */
  stop(): void;
  close(): Promise<void>;
}

/** How often it is looked whether a backup asks for a copy of the store. */
const SNAPSHOT_LOOK_MS = 1000;

/** How often it is looked whether the day of a data set has come. */
const RETENTION_LOOK_MS = 10 * 60_000;

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

function newId(): string {
  return [...randomBytes(12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export async function openServices(options: ServiceOptions): Promise<Opened> {
  const now = options.now ?? (() => new Date());
  const home = await openHome(options.folder);
  const engine = await openEngine(home.database);
  try {
    await migrate(engine, MIGRATIONS);
    await noteCutOff(engine, home, now().toISOString());
    await clearLeftovers(
      home,
      (await listDataSets(engine)).map(({ id }) => id),
    );
    await renewIfAsked(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const rules = await openRuleShelf(home);
  let stored: readonly DataSet[] = await listDataSets(engine);
  const dataSets = () => stored.map((dataSet) => withOutdated(dataSet, rules));
  const jobs = createJobs((error) => logFault({ log: options.log, newId }, error), now);
  const simulator = createSimulator(options.atOnce);
  const comparer = createComparer(options.atOnce);
  let stopping = false;
  const services: Services = {
    home,
    engine,
    jobs,
    uploads: createKeptUploads(home),
    held: createHeldUploads(home),
    access: await openAccess(engine, now, newId, options.access),
    now,
    newId,
    peerSeed: randomBytes(32).toString('hex'),
    log: options.log,
    ...(options.requests === undefined ? {} : { requests: options.requests }),
    simulator,
    comparer,
    assets: createAssets(),
    rules,
    workspace: createWorkspace(engine, rules, dataSets),
    stopping: () => stopping,
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
    jobs.start(DEMO_ID, DEMO_ID, (report, signal) => makeDemo(services, DEMO_ID, demo, report, signal));
  }
  await deleteExpired(services);
  const timer = setInterval(() => {
    deleteExpired(services).catch((error: unknown) => logFault(services, error));
  }, RETENTION_LOOK_MS);
  timer.unref();
  let copying = false;
  const copyTimer = setInterval(() => {
    if (copying) return;
    copying = true;
    answerSnapshots(home.folder, engine, (error) => logFault(services, error))
      .then((made) => (made > 0 ? noteBackup(services) : undefined))
      .catch((error: unknown) => logFault(services, error))
      .finally(() => {
        copying = false;
      });
  }, SNAPSHOT_LOOK_MS);
  copyTimer.unref();
  return {
    services,
    ready: jobs.idle(),
    stop: () => {
      stopping = true;
    },
    close: async () => {
      clearInterval(timer);
      clearInterval(copyTimer);
      await jobs.stop();
      await services.held.close();
      await simulator.close();
      await comparer.close();
      await engine.close();
    },
  };
}

/** By whoever can write in the data folder: that is all that is known of them. */
async function noteBackup({ engine, now }: Services): Promise<void> {
  const entry = { at: now().toISOString(), action: 'backup', dataSet: '', who: PROGRAM, detail: {} } as const;
  await engine.transaction((transaction) => addAudit(transaction, entry));
}

const DEMO_ID = 'demo';
