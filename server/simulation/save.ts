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
import { foldersOf, freeId, openScenario, storedScenario } from '../scenarios.ts';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';

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
  const id = over === undefined ? await freeId(home, title) : from;
  const document = request.change(title === '' ? before : { ...before, title });
  const rows = request.rows ?? (over === undefined ? await listToBring(services, from, document) : undefined);
  const file = { id, document, ...(rows === undefined ? {} : { rows }) };
  if (over !== undefined && (await readStoredScenario(home.folder, from)) === undefined) {
    throw refuse('scenario-not-own', { id: from });
  }
  await saveScenario(foldersOf(home), file, over);
  await noteScenario(services, who, { what, scenario: id, from });
  return id;
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
