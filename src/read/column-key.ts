/** From a column as a user names it to its place in the case table. */

import { type ColumnMapping, canonicalOf, findHeader } from './column-map.ts';

/**
 * The key in `CaseTable.columns`: a canonical name as it is, a recognised header's canonical name, else the
 * header as written in the file, else the column of which the name is an alias. A name that is nowhere
 * comes back unchanged.
 */
export function columnKey(mapping: ColumnMapping, wanted: string): string {
  for (const name of mapping.columns.keys()) if (name === wanted) return name;
  const known = [...mapping.columns].map(([name, { header }]) => ({ name, header }));
  const all = [...known, ...mapping.plain.map(({ header }) => ({ name: header, header }))];
  const at = findHeader(
    all.map(({ header }) => header),
    wanted,
  );
  return at < 0 ? (canonicalOf([], mapping, wanted) ?? wanted) : all[at]!.name;
}
