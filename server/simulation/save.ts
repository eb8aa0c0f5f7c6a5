/**
 * Keeps what the pages make of a scenario. Invariants: a shipped scenario is never written over; a
 * scenario of one's own only by who has seen it as it is; every save is written down.
 */

import {
  type PriceRow,
  parseScenario,
  Refusal,
  readStoredScenario,
  refuse,
  removeScenario,
  saveScenario,
} from '../../src/index.ts';
import { foldersOf, idFrom, openScenario, storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';

/** Scenarios of one name; more are no choice any more. */
const MOST_ALIKE = 200;

export type ScenarioDocument = Readonly<Record<string, unknown>>;

export interface SaveRequest {
  /** The scenario it is made from. */
  readonly from: string;
  /** Of a new one; with `over` blank = as it was. */
  readonly title: string;
  /** Its fingerprint as the page saw it: it takes that one's place. Absent: a new scenario. */
  readonly over?: string | undefined;
  readonly change: (document: ScenarioDocument) => ScenarioDocument;
  /** A list of its own. */
  readonly rows?: readonly PriceRow[] | undefined;
  /** Id of the user. */
  readonly who: string;
  /** What the audit trail calls it. */
  readonly what: 'save' | 'copy' | 'rename' | 'prices' | 'contract';
}

/** @returns the id under which it is kept. @throws Refusal `scenario-title-blank`, or as `saveScenario` */
export async function keepScenario(services: Services, request: SaveRequest): Promise<string> {
  const { home } = services;
  const { from, over, who, what } = request;
  const title = request.title.trim().slice(0, 200);
  const stored = await storedScenario(home, from);
  if (stored === undefined) throw refuse('scenario-changed', { id: from });
  const { value, issues } = parseScenario(stored.text, `${from}.json`);
  if (value === undefined) throw new Refusal(issues);
  const before = JSON.parse(stored.text.replace(/^\uFEFF/, '')) as ScenarioDocument;
  if (over === undefined && title === '') throw refuse('scenario-title-blank');
  const document = request.change(title === '' ? before : { ...before, title });
  const rows = request.rows ?? (over === undefined ? await listToBring(services, from, document) : undefined);
  const file = { document, ...(rows === undefined ? {} : { rows }) };
  if (over !== undefined && (await readStoredScenario(home.folder, from)) === undefined) {
    throw refuse('scenario-not-own', { id: from });
  }
  const id = over === undefined ? await saveFresh(services, title, file) : from;
  if (over !== undefined) await saveScenario(foldersOf(home), { ...file, id }, over);
  await noteScenario(services, who, { what, scenario: id, from });
  return id;
}

/** Under the first free id that resembles the name; the same scenario again keeps its id. */
export async function saveFresh(
  { home }: Pick<Services, 'home'>,
  name: string,
  file: { readonly document: ScenarioDocument; readonly rows?: readonly PriceRow[] },
): Promise<string> {
  const stem = idFrom(name);
  for (let at = 1; ; at += 1) {
    const id = at === 1 ? stem : `${stem}-${at}`;
    try {
      await saveScenario(foldersOf(home), { ...file, id });
      return id;
    } catch (error) {
      const taken = error instanceof Refusal && error.issues.some(({ code }) => code === 'scenario-id-taken');
      if (!taken || at >= MOST_ALIKE) throw error;
    }
  }
}

/** A copy must not stand on the original's own list, nor on a path: it brings the rows along. */
async function listToBring(
  { home }: Services,
  from: string,
  document: ScenarioDocument,
): Promise<readonly PriceRow[] | undefined> {
  const { list } = (document.prices ?? {}) as { readonly list?: unknown };
  if (typeof list !== 'string' || (list !== from && !/[./\\]/.test(list))) return undefined;
  return (await openScenario(home, from)).scenario.prices.list.rows;
}

/** @throws Refusal as `removeScenario` */
export async function dropScenario(services: Services, id: string, who: string): Promise<void> {
  await removeScenario(services.home.folder, id);
  await noteScenario(services, who, { what: 'remove', scenario: id });
}

export async function noteScenario(
  services: Services,
  who: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const at = services.now().toISOString();
  await services.engine.transaction((transaction) =>
    addAudit(transaction, { at, action: 'scenario', dataSet: '', who, detail }),
  );
}
