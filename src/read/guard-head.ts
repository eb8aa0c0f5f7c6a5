/** Columns that name people, as far as the head of a file shows them. */

import { Refusal } from '../issue/refusal.ts';
import type { ColumnMapping } from './column-map.ts';
import type { IdentityGuard } from './identity-guard.ts';
import { type Pseudonymiser, pseudonymiser } from './pseudonymise.ts';
import type { ReadCasesOptions } from './read-options.ts';

/** Refuses columns that name people, or plans what to do with them where a key is given. */
export function guardHead(
  header: readonly string[],
  mapping: ColumnMapping,
  guard: IdentityGuard,
  whole: boolean,
  options: ReadCasesOptions,
): Pseudonymiser | undefined {
  const found = guard.findings(whole);
  if (options.pseudonymiseWith !== undefined) {
    return pseudonymiser(options.pseudonymiseWith, header, mapping, found, options.dates ?? 'dmy');
  }
  if (found.length === 0) return undefined;
  throw new Refusal(
    found.map((finding) => ({
      code: finding.kind,
      severity: 'error',
      column: finding.header,
      params: { column: finding.header },
    })),
  );
}
