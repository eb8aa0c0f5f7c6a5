/** Scenarios here: ids of the files in the data folder and of the shipped ones, and one of them resolved. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DATA_FOLDER,
  parseScenario,
  Refusal,
  type ResolvedStack,
  resolveScenario,
  type ScenarioPlaces,
} from '../src/index.ts';
import type { Home } from './store/home.ts';

function placesOf(home: Home): ScenarioPlaces {
  return { folder: home.folder, stores: [home.folder, DATA_FOLDER] };
}

/** In order of their ids, the user's own first, each id once; a faulty one is named by its id. */
export async function listScenarios(home: Home): Promise<{ readonly id: string; readonly title: string }[]> {
  const found = new Map<string, string>();
  for (const store of placesOf(home).stores) {
    const folder = join(store, 'scenarios');
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.sort()) {
      const id = /^([A-Za-z0-9_-]+)\.json$/.exec(name)?.[1];
      if (id === undefined || found.has(id)) continue;
      const text = await readFile(join(folder, name), 'utf8').catch(() => '');
      found.set(id, parseScenario(text, name).value?.title ?? id);
    }
  }
  return [...found].map(([id, title]) => ({ id, title }));
}

/** @throws Refusal with every fault of the scenario and its price list */
export async function openScenario(home: Home, id: string): Promise<ResolvedStack> {
  const { value, issues } = await resolveScenario([id], placesOf(home));
  if (value === undefined) throw new Refusal(issues);
  return value;
}
