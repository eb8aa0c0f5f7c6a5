/** A data set goes: rows, sums, words, scores, files, and everything of it in memory and in free blocks. */

import { rm } from 'node:fs/promises';
import { renewSnapshots } from '../src/index.ts';
import type { Services } from './services.ts';
import type { AuditEntry } from './store/audit.ts';
import { deleteDataSet } from './store/data-sets.ts';
import { renewIfAsked } from './store/upkeep.ts';

/** What was confirmed is gone: the answer to the user comes after the file has been written anew. */
export async function removeDataSet(
  services: Services,
  id: string,
  who: string,
  detail: AuditEntry['detail'] = {},
): Promise<void> {
  await deleteDataSet(services.engine, id, services.now().toISOString(), who, detail);
  await forgetDataSet(services, id);
  await services.refreshDataSets();
  await renewIfAsked(services.engine);
}

/** What stands of it beside the store. */
export async function forgetDataSet(services: Services, id: string): Promise<void> {
  await renewSnapshots(services.home.folder);
  await rm(services.home.rejectsFile(id), { force: true });
  await services.uploads.forget(id);
  services.workspace.forget(id);
  services.simulator.forget(id);
  services.comparer.forget(id);
  services.jobs.forget(id);
}
