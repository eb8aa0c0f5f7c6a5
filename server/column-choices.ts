/** Which header is read as which column: as the page shows it, and as the form sends it back. */

import { CASE_COLUMNS, type CaseReader, suggestColumns } from '../src/index.ts';
import type { ColumnChoice } from '../views/pages/columns.tsx';

type Mapping = CaseReader['mapping'];

function column(mapping: Mapping, name: string) {
  return [...mapping.columns].find(([canonical]) => canonical === name)?.[1];
}

/** One per column of the contract, in its order. */
export function columnChoices(
  header: readonly string[],
  mapping: Mapping,
  remembered: ReadonlySet<string>,
  pointedOut: ReadonlySet<string>,
): ColumnChoice[] {
  const suggestions = suggestColumns(mapping);
  return CASE_COLUMNS.map(({ name }) => {
    const found = column(mapping, name);
    const by = pointedOut.has(name) ? 'map' : remembered.has(name) ? 'remembered' : (found?.by ?? 'none');
    const index = found === undefined ? -1 : header.indexOf(found.header);
    const suggestion = pointedOut.has(name) || remembered.has(name) ? undefined : suggestions.get(name);
    return {
      name,
      index,
      by,
      ...(suggestion === undefined ? {} : { suggestion: header.indexOf(suggestion) }),
    };
  });
}

/**
 * What the user chose where it differs from what is recognised: canonical -> header, '' = not to be
 * read. Columns are sent by number, for headers may hold anything.
 */
export function chosenColumns(
  fields: ReadonlyMap<string, string>,
  header: readonly string[],
  automatic: Mapping,
): Record<string, string> {
  const map: Record<string, string> = {};
  for (const { name } of CASE_COLUMNS) {
    const sent = fields.get(`column-${name}`);
    if (sent === undefined) continue;
    const chosen = sent === '' ? '' : (header[Number(sent)] ?? '');
    if (chosen !== (column(automatic, name)?.header ?? '')) map[name] = chosen;
  }
  return map;
}
