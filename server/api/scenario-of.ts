/**
 * The scenario a program asks for: one that is here, by its id, or one of its own that is forgotten at once.
 * Invariant: a scenario that came from outside names lists and baselines by id; a path in it is refused,
 * since it would be read with the server's rights.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  dayFromIso,
  type Issue,
  knownOn,
  Refusal,
  type ResolvedStack,
  refuse,
  resolveScenario,
  type ScenarioPlaces,
  type Typing,
} from '../../src/index.ts';
import { foldersOf, storedScenario } from '../scenarios.ts';
import type { Home } from '../store/home.ts';

type Document = Readonly<Record<string, unknown>>;

/** An id, or a document of its own. */
export type AskedScenario = string | Document;

export interface Given extends ResolvedStack {
  /** As the command line names files: ids, in the order asked. */
  readonly names: readonly string[];
  readonly warnings: readonly Issue[];
}

const ID = /^[A-Za-z0-9][\w-]{0,63}$/;

/**
 * @param asked several are laid over each other; conflicts are warnings
 * @param as typing and ISO day that take the place of what the scenario says
 * @throws Refusal `api-nothing-here`, `scenario-path`, or every fault of the scenario
 */
export async function scenarioOf(
  home: Home,
  asked: AskedScenario | readonly AskedScenario[],
  as: { readonly typing?: Typing | undefined; readonly asOf?: string | undefined } = {},
): Promise<Given> {
  const all = isList(asked) ? asked : [asked];
  for (const each of all) {
    if (typeof each !== 'string') refusePaths(each);
    else if ((await storedScenario(home, each)) === undefined) throw refuse('api-nothing-here');
  }
  const { stores } = foldersOf(home);
  const given = all.every((each) => typeof each === 'string')
    ? await resolved(all, { folder: home.folder, stores })
    : await staged(home, all);
  const typed = as.typing === undefined ? given.scenario : { ...given.scenario, typing: as.typing };
  const day = as.asOf === undefined ? undefined : dayFromIso(as.asOf);
  return { ...given, scenario: day === undefined ? typed : knownOn(typed, day) };
}

function isList(asked: AskedScenario | readonly AskedScenario[]): asked is readonly AskedScenario[] {
  return Array.isArray(asked);
}

async function resolved(names: readonly string[], places: ScenarioPlaces): Promise<Given> {
  const { value, issues } = await resolveScenario(names, places);
  if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
  return { ...value, names, warnings: issues };
}

/** Documents as files of a folder of their own, found before those that are here. */
async function staged(home: Home, all: readonly AskedScenario[]): Promise<Given> {
  // Never in one of the store's own folders: two at once must not meet, nor stay when the server is killed.
  const folder = await mkdtemp(join(home.uploads, 'scenario-'));
  try {
    await mkdir(join(folder, 'scenarios'), { mode: 0o700 });
    const names: string[] = [];
    for (const each of all) {
      if (typeof each === 'string') {
        names.push(each);
        continue;
      }
      const wished = typeof each.id === 'string' && ID.test(each.id) ? each.id : 'scenario';
      const id =
        names.includes(wished) || all.includes(wished)
          ? `${wished.slice(0, 60)}-${names.length + 1}`
          : wished;
      names.push(id);
      const path = join(folder, 'scenarios', `${id}.json`);
      await writeFile(path, JSON.stringify({ ...each, id }), { mode: 0o600 });
    }
    return await resolved(names, { folder, stores: [folder, ...foldersOf(home).stores] });
  } finally {
    await rm(folder, { recursive: true, force: true });
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
