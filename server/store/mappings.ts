/** Columns that a user pointed out by hand, remembered for the next file with the same header. */

import type { Engine } from '../../src/index.ts';

/** Of each canonical column the header pointed out last, where this file has it. */
export async function rememberedMap(
  engine: Engine,
  headers: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const rows = await engine.all('select header, canonical from mapping order by used_at');
  const known = rows.filter((row) => headers.includes(String(row.header)));
  return Object.fromEntries(known.map((row) => [String(row.canonical), String(row.header)]));
}
