/**
 * The last step of a contribution: sealed, entered in the ledger, written. One way for everybody who lets
 * something go, so that the ledger of a data folder knows all that left.
 */

import type { KeyObject } from 'node:crypto';
import { type Entropy, ledgerKey, publicKeyText, signingKey } from '../../disclosure/keys.ts';
import { checkRelease, release } from '../../disclosure/ledger/ledger.ts';
import { type Release, releaseTable } from '../../disclosure/ledger/release.ts';
import { Refusal } from '../../issue/refusal.ts';
import type { ContributionDocument } from '../../model/disclosure.ts';
import { canonicalJson } from '../../write/canonical-json.ts';
import type { OpenContribution } from './contribute.ts';
import { sealContribution } from './seal.ts';

export interface SealedContribution {
  readonly document: ContributionDocument;
  readonly open: OpenContribution;
  /** The file that leaves, to the byte. */
  readonly text: string;
}

/** Makes the contribution; asked a second time to keep exact counts at home. */
export type MakeContribution = (withholdCounts: boolean) => OpenContribution;

/**
 * Seals, enters in the ledger and writes. Exact counts of rows and response stay at home where only they are
 * too close to an earlier release: nobody should have to wait for ten more drop-outs.
 * @param home data folder: keys and ledger
 * @param write lets the text go; where it fails nothing is entered
 * @throws Refusal those of `make` and of `release`
 */
export async function releaseContribution(
  home: string,
  entropy: Entropy,
  make: MakeContribution,
  write: (sealed: SealedContribution) => Promise<void>,
): Promise<SealedContribution> {
  return attempt(home, entropy, make, (sealed, entry) => release(home, entry, () => write(sealed)));
}

/**
 * What `releaseContribution` would let go now; nothing is entered and nothing leaves.
 * @throws Refusal as `releaseContribution` would
 */
export async function previewContribution(
  home: string,
  entropy: Entropy,
  make: MakeContribution,
): Promise<SealedContribution> {
  return attempt(home, entropy, make, (_, entry) => checkRelease(home, entry));
}

async function attempt(
  home: string,
  entropy: Entropy,
  make: MakeContribution,
  pass: (sealed: SealedContribution, entry: Release) => Promise<void>,
): Promise<SealedContribution> {
  const signing = await signingKey(home, entropy);
  const hashing = await ledgerKey(home, entropy);
  const once = async (withholdCounts: boolean): Promise<SealedContribution> => {
    const sealed = seal(make(withholdCounts), signing);
    const { open, document } = sealed;
    const tables = open.ledger.map((rows) => releaseTable(hashing, open.patients, rows));
    await pass(sealed, { schema: 'zorgcluster/release@1', sha256: document.sha256, tables });
    return sealed;
  };
  try {
    return await once(false);
  } catch (error) {
    const tooClose =
      error instanceof Refusal && error.issues.some(({ code }) => code === 'release-too-close');
    if (!tooClose) throw error;
    return once(true);
  }
}

function seal(open: OpenContribution, key: KeyObject): SealedContribution {
  const document = sealContribution(open.document, key, publicKeyText(key));
  return { document, open, text: canonicalJson(document) };
}
