/**
 * Scenarios and their own price lists as files of a data folder, where every command finds them by id.
 * Invariants: what is written has been resolved first, by the code that will read it; files are renamed
 * into place under a lock; a list that carries a scenario's id belongs to that scenario alone, and no
 * other list is ever written; a stored scenario names others by id, never by a path.
 */

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, refuse } from '../issue/refusal.ts';
import type { Cell } from '../model/figure.ts';
import type { PriceRow } from '../model/price-list.ts';
import { type ResolvedStack, resolveScenario } from '../read/resolve-scenario.ts';
import { parseScenario } from '../read/scenario.ts';
import { csvOf } from './csv.ts';
import { withLock } from './folder-lock.ts';
import { priceListTable } from './tables/prices.ts';

const ID = /^[A-Za-z0-9][\w-]{0,63}$/;

/** A scenario to keep. */
export interface ScenarioFile {
  readonly id: string;
  /** As it stands in the file; its `id` and, with rows, its `prices.list` become the scenario's id. */
  readonly document: Readonly<Record<string, unknown>>;
  /** A price list of its own; absent = the list that the document names. */
  readonly rows?: readonly PriceRow[];
}

export interface ScenarioFolders {
  /** Data folder that is written to. */
  readonly home: string;
  /** Where ids are looked for, the data folder first. */
  readonly stores: readonly string[];
}

/** A scenario of the data folder as its files are. */
export interface StoredScenario {
  readonly text: string;
  /** CSV of its own price list; absent where it names another. */
  readonly list?: string;
  /** Of both files: changes when either does. */
  readonly sha256: string;
}

/** A scenario's files as they lie in one store; undefined where it is not there. */
export async function readStoredScenario(store: string, id: string): Promise<StoredScenario | undefined> {
  if (!ID.test(id)) return undefined;
  const text = await textOf(join(store, 'scenarios', `${id}.json`));
  if (text === undefined) return undefined;
  const list = await textOf(join(store, 'prices', `${id}.csv`));
  const sha256 = createHash('sha256')
    .update(JSON.stringify([text, list ?? '']))
    .digest('hex');
  return { text, ...(list === undefined ? {} : { list }), sha256 };
}

/**
 * Keeps a scenario, and its price list where it brings one (folders 0700, files 0600). The same again
 * under the same id is no fault and changes nothing: who sends a form twice has one scenario.
 * @param replaces fingerprint of what it takes the place of; absent = the id must be free
 * @returns the scenario resolved, as every command will resolve it
 * @throws Refusal `scenario-id`, `scenario-id-taken`, `scenario-changed`, `scenario-path`, or every fault
 */
export async function saveScenario(
  { home, stores }: ScenarioFolders,
  { id, document, rows }: ScenarioFile,
  replaces?: string,
): Promise<ResolvedStack> {
  if (!ID.test(id)) throw refuse('scenario-id', {}, 2);
  const own = rows === undefined ? {} : { prices: { ...(document.prices as object | undefined), list: id } };
  const whole = { ...document, id, ...own };
  refusePaths(whole);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const staged = await mkdtemp(join(home, '.scenario-'));
  try {
    await mkdir(join(staged, 'scenarios'), { mode: 0o700 });
    await mkdir(join(staged, 'prices'), { mode: 0o700 });
    const text = `${JSON.stringify(whole, null, 2)}\n`;
    const list = rows && priceListCsv(rows);
    await put(join(staged, 'scenarios', `${id}.json`), text);
    if (list !== undefined) await put(join(staged, 'prices', `${id}.csv`), list);
    const places = { folder: staged, stores: [staged, ...stores] };
    const { value, issues } = await resolveScenario([id], places);
    if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
    await withLock(join(home, 'scenarios'), async () => {
      const present = await readStoredScenario(home, id);
      if (replaces === undefined && present?.text === text && present.list === list) return;
      await refuseUnexpected({ home, stores }, id, replaces);
      await mkdir(join(home, 'prices'), { recursive: true, mode: 0o700 });
      // The list first: a scenario that is there always finds its prices.
      if (rows !== undefined)
        await rename(join(staged, 'prices', `${id}.csv`), join(home, 'prices', `${id}.csv`));
      await rename(join(staged, 'scenarios', `${id}.json`), join(home, 'scenarios', `${id}.json`));
    });
    return value;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/**
 * Removes a scenario of the data folder, and the list that carries its id.
 * @throws Refusal `scenario-not-own` where the data folder has none of that name, `scenario-in-use`
 */
export async function removeScenario(home: string, id: string): Promise<void> {
  await withLock(join(home, 'scenarios'), async () => {
    if ((await readStoredScenario(home, id)) === undefined) throw refuse('scenario-not-own', { id });
    const others = (await storedIds(home)).filter((other) => other !== id);
    const users: string[] = [];
    for (const other of others) {
      const stored = await readStoredScenario(home, other);
      const { value } = parseScenario(stored?.text ?? '', other);
      if (value?.baseline === id || value?.prices?.list === id) users.push(other);
    }
    if (users.length > 0) throw refuse('scenario-in-use', { id, users: users.join(', ') });
    await rm(join(home, 'scenarios', `${id}.json`), { force: true });
    await rm(join(home, 'prices', `${id}.csv`), { force: true });
  });
}

/** Ids of the scenarios in one store, in their order. */
export async function storedIds(store: string): Promise<string[]> {
  const names = await readdir(join(store, 'scenarios')).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith('.json') && ID.test(name.slice(0, -5)))
    .map((name) => name.slice(0, -5))
    .sort();
}

async function refuseUnexpected(
  { home, stores }: ScenarioFolders,
  id: string,
  replaces: string | undefined,
): Promise<void> {
  const present = await readStoredScenario(home, id);
  if (replaces !== undefined) {
    if (present?.sha256 !== replaces) throw refuse('scenario-changed', { id });
    return;
  }
  for (const store of stores) {
    const taken =
      (await textOf(join(store, 'scenarios', `${id}.json`))) !== undefined ||
      (await textOf(join(store, 'prices', `${id}.csv`))) !== undefined;
    if (taken) throw refuse('scenario-id-taken', { id });
  }
}

/** A path would be read with the program's rights wherever it points. */
function refusePaths(document: Readonly<Record<string, unknown>>): void {
  const { baseline, prices } = document;
  const list =
    typeof prices === 'object' && prices !== null ? (prices as { list?: unknown }).list : undefined;
  for (const [where, name] of [
    ['baseline', baseline],
    ['prices.list', list],
  ] as const) {
    if (typeof name === 'string' && /[./\\]/.test(name)) throw refuse('scenario-path', { where });
  }
}

/** The list as a file; three decimals alone would read as thousands, so such an amount gets a fourth. */
export function priceListCsv(rows: readonly PriceRow[]): string {
  const table = priceListTable(rows, 'nl');
  const amount = table.columns.findIndex(({ key }) => key === 'amount');
  const settled = (cell: Cell, at: number): Cell =>
    at === amount ? String(cell).replace(/(\.\d{3})$/, '$10') : cell;
  return csvOf({ ...table, rows: table.rows.map((row) => row.map(settled)) });
}

async function put(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
