/** The scheme as shipped in data/instruments: items, superclusters, clusters with names and review terms. */

import { join } from 'node:path';
import { DATA_FOLDER } from '../package.ts';
import type { SchemeDefaults } from '../rules/import-rule-set.ts';
import type { ParsedTable } from '../rules/parsed-table.ts';
import { readRuleTable } from './rule-tables.ts';

/** What an import fills in where the official tables say nothing. */
export async function readSchemeDefaults(): Promise<SchemeDefaults> {
  const read = async (name: string) => records(await readRuleTable(join(DATA_FOLDER, 'instruments', name)));
  const [items, superclusters, clusters] = await Promise.all([
    read('honos-plus.csv'),
    read('zvt-superclusters.csv'),
    read('zvt-clusters.csv'),
  ]);
  return {
    items: items.map((row) => ({ code: row.code!, label: row.label!, name: nameOf(row) })),
    superclusters: superclusters.map((row) => ({ code: row.code!, name: nameOf(row) })),
    clusters: clusters.map((row) => ({
      code: row.number!,
      number: Number(row.number),
      supercluster: row.supercluster!,
      name: nameOf(row),
      reviewTerm: {
        length: Number(row.review_length),
        unit: row.review_unit === 'day' ? 'day' : 'month',
      },
    })),
  };
}

type TextRow = Readonly<Record<string, string>>;

function nameOf(row: TextRow): { nl: string; en: string } {
  return { nl: row.name_nl!, en: row.name_en! };
}

function records(table: ParsedTable): TextRow[] {
  return table.rows.map((row) => Object.fromEntries(table.header.map((key, at) => [key, row[at]!])));
}
