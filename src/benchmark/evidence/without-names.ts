/** Evidence to pass on: members as labels, numbers in bands, one line for all input. */

import { createHash, createHmac } from 'node:crypto';
import type { EvidenceDocument, EvidenceMember } from '../../model/evidence.ts';
import { countBand } from '../peer-spreads.ts';

const STEPS = 20;

/** @param seed draws the order of the labels: it says nothing of name or place */
export function withoutNames(document: EvidenceDocument, seed: string): EvidenceDocument {
  const drawn = (name: string) => createHmac('sha256', seed).update(name).digest('hex');
  const { inputs } = document.meta;
  const hashes = inputs.map(({ sha256 }) => sha256).sort();
  return {
    ...document,
    meta: {
      ...document.meta,
      inputs: [
        {
          name: 'files',
          rows: inputs.length,
          sha256: createHash('sha256').update(hashes.join('\n')).digest('hex'),
        },
      ],
    },
    members: document.members
      .toSorted((a, b) => (drawn(a.member) < drawn(b.member) ? -1 : 1))
      .map(
        (member, i): EvidenceMember => ({
          ...member,
          member: `peer-${String(i + 1).padStart(2, '0')}`,
          n: typeof member.n === 'number' ? countBand(member.n) : member.n,
          response:
            typeof member.response === 'number'
              ? Math.round(member.response * STEPS) / STEPS
              : member.response,
        }),
      ),
  };
}
