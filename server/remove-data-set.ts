/** A data set goes: rows, sums, words, scores, files, and everything of it in memory and in free blocks. */

import { rm } from 'node:fs/promises';
import { refuse, renewSnapshots } from '../src/index.ts';
import type { Services } from './services.ts';
import type { AuditEntry } from './store/audit.ts';
import { deleteDataSet } from './store/data-sets.ts';
import { renewIfAsked } from './store/upkeep.ts';

/**
 * As somebody asked: what is confirmed is gone, the answer comes after the file has been written anew.
 * @throws Refusal `deleted-not-renewed` (exit 3) where it is gone but the disk had no room to write the file anew
 */
export async function deleteOnRequest(services: Services, id: string, who: string): Promise<void> {
  if (!(await removeDataSet(services, id, who))) throw refuse('deleted-not-renewed', {}, 3);
}

/** @returns whether the file was written anew; if not, it is done once there is room */
export async function removeDataSet(
  services: Services,
  id: string,
  who: string,
  detail: AuditEntry['detail'] = {},
): Promise<boolean> {
  try {
    await deleteDataSet(services.engine, id, services.now().toISOString(), who, detail);
  } catch (error) {
    // A disk that filled up may have kept the deletion and failed after it: the store says what is true.
    await services.refreshDataSets();
    if (services.dataSets().some((each) => each.id === id)) throw error;
  }
  await services.refreshDataSets();
  await forgetDataSet(services, id);
  return await renewIfAsked(services.engine);
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
