/** What a result says of the contributions it was made of, so that it says nothing of any single one. */

import { createHash } from 'node:crypto';
import type { ContributionDocument } from '../../model/disclosure.ts';
import type { Meta } from '../../model/meta.ts';

/** One line for all: the name or the number of rows of one file would tell a peer. */
export function combinedInput(documents: readonly ContributionDocument[]): Meta['inputs'][number] {
  const hashes = documents.map(({ sha256 }) => sha256).sort();
  return {
    name: 'contributions',
    rows: documents.reduce((sum, { n }) => sum + n, 0),
    sha256: createHash('sha256').update(hashes.join('\n')).digest('hex'),
  };
}
