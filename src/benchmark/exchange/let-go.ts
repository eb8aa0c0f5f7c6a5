/**
 * The last step of a contribution: sealed, entered in the ledger, written. One way for everybody who lets
 * something go, so that the ledger of a data folder knows all that left.
 */

import { type Entropy, ledgerKey, publicKeyText, signingKey } from '../../disclosure/keys.ts';
import { checkRelease, hasReleases, release } from '../../disclosure/ledger/ledger.ts';
import { type Release, releaseTable } from '../../disclosure/ledger/release.ts';
import { Refusal } from '../../issue/refusal.ts';
import type { ContributionDocument } from '../../model/disclosure.ts';
import { canonicalJson } from '../../write/canonical-json.ts';
import type { OpenContribution } from './open-contribution.ts';
import { contributionHash, sealContribution } from './seal.ts';

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
  const signing = await signingKey(home, entropy);
  const hashing = await ledgerKey(home, entropy);
  return withFewerCounts(async (withholdCounts) => {
    const open = make(withholdCounts);
    const document = sealContribution(open.document, signing, publicKeyText(signing));
    const sealed = { document, open, text: canonicalJson(document) };
    await release(home, entryOf(open, document.sha256, hashing), () => write(sealed));
    return sealed;
  });
}

/** What would leave, and the hash by which to know it again. */
export interface ContributionPreview {
  readonly open: OpenContribution;
  /** That of the document `releaseContribution` would let go. */
  readonly sha256: string;
  /** Exact counts stay at home because they are too close to an earlier release. */
  readonly countsTooClose: boolean;
}

/**
 * What `releaseContribution` would let go now; nothing is written, entered or signed.
 * @throws Refusal as `releaseContribution` would
 */
export async function previewContribution(
  home: string,
  entropy: Entropy,
  make: MakeContribution,
): Promise<ContributionPreview> {
  // Before the first release there is nothing to hash against, and no key is made for a look.
  const hashing = (await hasReleases(home)) ? await ledgerKey(home, entropy) : undefined;
  return withFewerCounts(async (withholdCounts) => {
    const open = make(withholdCounts);
    const sha256 = contributionHash(open.document);
    if (hashing !== undefined) await checkRelease(home, entryOf(open, sha256, hashing));
    return { open, sha256, countsTooClose: withholdCounts };
  });
}

function entryOf(open: OpenContribution, sha256: string, key: Uint8Array): Release {
  const tables = open.ledger.map((rows) => releaseTable(key, open.patients, rows, open.tokens));
  return { schema: 'zorgcluster/release@1', sha256, tables };
}

async function withFewerCounts<T>(attempt: (withholdCounts: boolean) => Promise<T>): Promise<T> {
  try {
    return await attempt(false);
  } catch (error) {
    const tooClose =
      error instanceof Refusal && error.issues.some(({ code }) => code === 'release-too-close');
    if (!tooClose) throw error;
    return attempt(true);
  }
}
