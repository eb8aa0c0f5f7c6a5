/**
 * Columns that a user pointed out by hand, remembered per institution for the next file. Invariant:
 * what is remembered applies only where the reader would otherwise have read what it read then.
 */

import type { ColumnMapping, Engine, Transaction } from '../../src/index.ts';

/** One correction of what the reader recognises by itself. */
export interface Correction {
  readonly canonical: string;
  /** The column's header; of a column that is not to be read the header that was recognised. */
  readonly header: string;
  readonly used: boolean;
  /** What the reader took by itself; '' = nothing. */
  readonly instead: string;
}

/** What differs between a choice (canonical -> header, '' = none) and what the reader recognises by itself. */
export function correctionsOf(map: Readonly<Record<string, string>>, automatic: ColumnMapping): Correction[] {
  const found = new Map<string, string>([...automatic.columns].map(([name, { header }]) => [name, header]));
  return Object.entries(map).flatMap(([canonical, header]) => {
    const instead = found.get(canonical) ?? '';
    if (header === instead) return [];
    return [{ canonical, header: header || instead, used: header !== '', instead }];
  });
}

/** The choice for a file with these headers: canonical -> header, '' = not to be read. */
export async function rememberedMap(
  engine: Engine,
  institution: string,
  headers: readonly string[],
  automatic: ColumnMapping,
): Promise<Readonly<Record<string, string>>> {
  // What is remembered for no institution in particular comes first, so that its own wins.
  const rows = await engine.all(
    "select * from column_choice where institution in ('', ?) order by institution, used_at",
    [institution],
  );
  const found = new Map<string, string>([...automatic.columns].map(([name, { header }]) => [name, header]));
  const map: Record<string, string> = {};
  for (const row of rows) {
    const [canonical, header, instead] = [String(row.canonical), String(row.header), String(row.instead)];
    const now = found.get(canonical) ?? '';
    const byName = now === canonical;
    if (!headers.includes(header) || (now !== instead && byName)) continue;
    map[canonical] = row.used === true ? header : '';
  }
  return map;
}

/** Keeps these corrections; with `headers` everything known of them before is forgotten. */
export async function rememberCorrections(
  transaction: Transaction,
  at: string,
  institution: string,
  corrections: readonly Correction[],
  headers: readonly string[],
): Promise<void> {
  for (const header of headers) {
    await transaction.run('delete from column_choice where institution = ? and header = ?', [
      institution,
      header,
    ]);
  }
  for (const { canonical, header, used, instead } of corrections) {
    await transaction.run('insert or replace into column_choice values (?, ?, ?, ?, ?, ?)', [
      institution,
      canonical,
      header,
      used,
      instead,
      at,
    ]);
  }
}

/** Institutions for which something is remembered. */
export async function knownInstitutions(engine: Engine): Promise<string[]> {
  const rows = await engine.all(
    "select distinct institution from column_choice where institution <> '' order by institution",
  );
  return rows.map((row) => String(row.institution));
}
