/**
 * The scenario a program asks for: one that is here, by its id, or one of its own that is forgotten at once.
 * Invariant: a scenario that came from outside names lists and baselines by id; a path in it is refused,
 * since it would be read with the server's rights.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, type ResolvedStack, refuse, resolveScenario } from '../../src/index.ts';
import { foldersOf, openScenario, storedScenario } from '../scenarios.ts';
import type { Home } from '../store/home.ts';

type Document = Readonly<Record<string, unknown>>;

const ID = /^[A-Za-z0-9][\w-]{0,63}$/;

/** @throws Refusal `api-nothing-here`, `scenario-path`, or every fault of the scenario */
export async function scenarioOf(home: Home, asked: string | Document): Promise<ResolvedStack> {
  if (typeof asked !== 'string') return ownScenario(home, asked);
  if ((await storedScenario(home, asked)) === undefined) throw refuse('api-nothing-here');
  return openScenario(home, asked);
}

async function ownScenario(home: Home, document: Document): Promise<ResolvedStack> {
  const id = typeof document.id === 'string' && ID.test(document.id) ? document.id : 'scenario';
  refusePaths(document);
  // Never in one of the store's own folders: two at once must not meet, nor stay when the server is killed.
  const staged = await mkdtemp(join(home.uploads, 'scenario-'));
  try {
    await mkdir(join(staged, 'scenarios'), { mode: 0o700 });
    const path = join(staged, 'scenarios', `${id}.json`);
    await writeFile(path, JSON.stringify({ ...document, id }), { mode: 0o600 });
    const stores = [staged, ...foldersOf(home).stores];
    const { value, issues } = await resolveScenario([id], { folder: staged, stores });
    if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
    return value;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

function refusePaths({ baseline, prices }: Document): void {
  const list = typeof prices === 'object' && prices !== null ? Reflect.get(prices, 'list') : undefined;
  for (const [where, name] of [
    ['baseline', baseline],
    ['prices.list', list],
  ] as const) {
    if (name !== undefined && (typeof name !== 'string' || !ID.test(name)))
      throw refuse('scenario-path', { where });
  }
}
