/** What root puts in a data folder belongs to whom the folder belongs to: else the service could not open it. */

import { lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives `path` and all in it the owner of `folder`. Who is not root can give nothing away, and need not. */
export async function giveToOwner(path: string, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  const inside = await readdir(path, { recursive: true });
  for (const name of ['', ...inside]) await lchown(join(path, name), uid, gid);
}
