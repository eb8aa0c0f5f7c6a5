/** Scenarios here: ids of the files in the data folder and of the shipped ones, and one of them resolved. */

import {
  DATA_FOLDER,
  type Lang,
  parseScenario,
  Refusal,
  type ResolvedStack,
  readStoredScenario,
  resolveScenario,
  type Scenario,
  type ScenarioFolders,
  type ScenarioPlaces,
  type StoredScenario,
  storedIds,
} from '../src/index.ts';
import { shippedText } from '../views/text/shipped.ts';
import type { Home } from './store/home.ts';

export interface ListedScenario {
  readonly id: string;
  readonly title: string;
  /** Of the data folder: may be changed and removed. A shipped one stays as it is. */
  readonly own: boolean;
  /** As its file says it; absent where the file is faulty. */
  readonly scenario: Scenario | undefined;
}

export function foldersOf(home: Home): ScenarioFolders {
  return { home: home.folder, stores: [home.folder, DATA_FOLDER] };
}

function placesOf(home: Home): ScenarioPlaces {
  return { folder: home.folder, stores: foldersOf(home).stores };
}

/** In order of their ids, the user's own first, each id once; a faulty one is named by its id. Titles of shipped ones in `lang`. */
export async function listScenarios(home: Home, lang: Lang = 'nl'): Promise<readonly ListedScenario[]> {
  const found = new Map<string, ListedScenario>();
  for (const store of placesOf(home).stores) {
    const ids = (await storedIds(store)).filter((id) => !found.has(id));
    const stored = await Promise.all(ids.map((id) => readStoredScenario(store, id)));
    for (const [at, id] of ids.entries()) {
      const scenario = parseScenario(stored[at]?.text ?? '', id).value;
      const title = shippedText(scenario?.title ?? id, lang);
      found.set(id, { id, title, own: store === home.folder, scenario });
    }
  }
  return [...found.values()];
}

/** The files of a scenario: the data folder's own before a shipped one of the same name. */
export async function storedScenario(home: Home, id: string): Promise<StoredScenario | undefined> {
  for (const store of placesOf(home).stores) {
    const stored = await readStoredScenario(store, id);
    if (stored !== undefined) return stored;
  }
  return undefined;
}

/** @throws Refusal with every fault of the scenario and its price list */
export async function openScenario(home: Home, id: string): Promise<ResolvedStack> {
  const { value, issues } = await resolveScenario([id], placesOf(home));
  if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
  return value;
}

/** An id that resembles the title: what the command line and the address will call it. */
export function idFrom(title: string): string {
  return (
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9]+/g, ' ')
      .trim()
      .replaceAll(' ', '-')
      .toLowerCase()
      .slice(0, 48)
      .replace(/-$/, '') || 'scenario'
  );
}
