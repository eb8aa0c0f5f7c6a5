/**
 * A scenario file, a price list, or both, sent in. Invariants: what is kept names others by id only; the
 * files themselves are removed as soon as they are read; an id that is taken gets a number, nothing is replaced.
 */

import { readFile, rm } from 'node:fs/promises';
import { parsePriceList, parseScenario, Refusal, refuse } from '../../src/index.ts';
import { receiveFiles } from '../form.ts';
import type { Services } from '../services.ts';
import { noteScenario, type ScenarioDocument, saveFresh } from './save.ts';

/** A scenario or a price list is small; what is larger is something else. */
const LIMIT_BYTES = 5_000_000;

/** @returns the id under which it is kept. @throws Refusal with every fault of the files */
export async function importScenario(services: Services, request: Request, who: string): Promise<string> {
  const { home } = services;
  const paths = [home.uploadFile(services.newId()), home.uploadFile(services.newId())];
  try {
    const { fields, files } = await receiveFiles(request, paths, LIMIT_BYTES);
    const [scenario, prices] = [files.get('scenario'), files.get('prices')];
    if (scenario === undefined && prices === undefined) throw refuse('scenario-upload-empty');
    const rows = prices && sound(parsePriceList(await textOf(prices.path), prices.name)).rows;
    const given = scenario && sound(parseScenario(await textOf(scenario.path), scenario.name));
    const document = scenario
      ? (JSON.parse((await textOf(scenario.path)).replace(/^\uFEFF/, '')) as ScenarioDocument)
      : { baseline: 'current', typing: 'chosen' };
    const title = fields.get('title')?.trim() || given?.title || stem((scenario ?? prices)!.name);
    const id = await saveFresh(services, given?.id ?? stem(prices!.name), {
      document: { ...document, title },
      ...(rows === undefined ? {} : { rows }),
    });
    await noteScenario(services, who, { what: 'import', scenario: id });
    return id;
  } finally {
    for (const path of paths) await rm(path, { force: true });
  }
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '') || 'scenario';
}

function sound<T>({ value, issues }: { readonly value?: T; readonly issues: Refusal['issues'] }): T {
  if (value === undefined) throw new Refusal(issues.filter(({ severity }) => severity === 'error'));
  return value;
}

/** As every list is read: one saved by an older Excel is Windows-1252. */
async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
