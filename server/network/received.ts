/** Contributions that are here, in groups that can be put together, each with what its signature is worth. */

import {
  type BenchmarkDesign,
  type ContributionDocument,
  canonicalForm,
  checkSeal,
  countBand,
  listReleases,
  Refusal,
} from '../../src/index.ts';
import type { ReceivedGroup, ReceivedLine, ReleaseLine, SignatureCheck } from '../../views/network-model.ts';
import { contributionName, type Network } from './network.ts';

/** The design with what stands beside it in a contribution. */
function wholeDesign(document: ContributionDocument): BenchmarkDesign {
  const { design, period, instrument, conversion } = document;
  return { ...design, period, instrument, conversion };
}

export function isOwn({ signature }: ContributionDocument, ownKey: string | undefined): boolean {
  return ownKey !== undefined && signature?.publicKey === ownKey;
}

export function signatureCheck(
  document: ContributionDocument,
  keys: ReadonlyMap<string, string>,
  ownKey: string | undefined,
): SignatureCheck {
  if (document.signature === undefined) return 'unsigned';
  if (isOwn(document, ownKey)) return 'verified';
  const key = keys.get(document.member);
  if (key === undefined) return 'signed';
  try {
    checkSeal(document, keys);
    return 'verified';
  } catch (error) {
    if (error instanceof Refusal) return 'wrong';
    throw error;
  }
}

/** Largest network first; within it by name, the fullest first where a member sent more. */
export async function receivedGroups(
  network: Network,
): Promise<{ groups: ReceivedGroup[]; faulty: string[] }> {
  const [all, keys, ownKey] = await Promise.all([
    network.contributions(),
    network.memberKeys(),
    network.ownKey(),
  ]);
  const byKey = new Map<string, { name: string; document: ContributionDocument }[]>();
  const faulty: string[] = [];
  for (const each of all) {
    if (!('value' in each)) {
      faulty.push(`${each.name}.json`);
      continue;
    }
    const key = canonicalForm(wholeDesign(each.value));
    const found = byKey.get(key);
    const entry = { name: each.name, document: each.value };
    if (found === undefined) byKey.set(key, [entry]);
    else found.push(entry);
  }
  const groups = [...byKey.values()].map((entries): ReceivedGroup => {
    const sorted = entries.toSorted(
      (a, b) => a.document.member.localeCompare(b.document.member, 'nl') || b.document.n - a.document.n,
    );
    const lines = sorted.map(({ name, document }, at): ReceivedLine => {
      const own = isOwn(document, ownKey);
      return {
        name,
        member: document.member,
        n: own ? document.n : countBand(document.n),
        own,
        check: signatureCheck(document, keys, ownKey),
        // Of a member with more of them the fullest: a later round holds what the earlier one held.
        chosen: sorted.findIndex((other) => other.document.member === document.member) === at,
      };
    });
    const members = new Set(lines.map(({ member }) => member)).size;
    return { design: wholeDesign(sorted[0]!.document), lines, members };
  });
  return { groups: groups.sort((a, b) => b.members - a.members), faulty };
}

/** The ledger of the data folder, with the contributions whose files are still here. */
export async function releaseLines(home: string, network: Network): Promise<ReleaseLine[]> {
  const [facts, all] = await Promise.all([listReleases(home), network.contributions()]);
  const bySha = new Map(
    all.flatMap((each) => ('value' in each ? [[each.value.sha256, each.value] as const] : [])),
  );
  return facts.map(({ sha256, models, enteredMs }): ReleaseLine => {
    const document = bySha.get(sha256);
    return {
      at: new Date(enteredMs).toISOString(),
      models,
      ...(document === undefined
        ? {}
        : {
            file: {
              name: contributionName(document),
              member: document.member,
              design: wholeDesign(document),
            },
          }),
    };
  });
}
