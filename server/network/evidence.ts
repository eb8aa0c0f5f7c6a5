/** The evidence for a contract: the payer's conditions by the contributions here and the improvement logs. */

import { createHash } from 'node:crypto';
import {
  type ContributionDocument,
  checkSeal,
  combineContributions,
  type EvidenceDocument,
  evidenceOf,
  type ImprovementEntry,
  type Lang,
  makeMeta,
  parseImprovementLog,
  Refusal,
  withoutNames,
} from '../../src/index.ts';
import { textOf } from '../../views/view.ts';
import { pageSentences } from '../page-sentences.ts';
import type { Network } from './network.ts';
import { createShelf } from './shelf.ts';

/** What was found and done, of this institution and of members that sent theirs. */
export interface ImprovementLog {
  /** @throws Refusal where the file in the data folder is none */
  entries(): Promise<ImprovementEntry[]>;
  /** @throws Refusal `log-…` of `parseImprovementLog`; then nothing changes */
  add(entries: readonly ImprovementEntry[]): Promise<void>;
  remove(at: number): Promise<void>;
}

const NAME = 'log';

export function createImprovementLog(home: string): ImprovementLog {
  const shelf = createShelf(home, 'improvements', '.json');
  const read = (text: string | undefined): ImprovementEntry[] =>
    text === undefined ? [] : parseImprovementLog(text, `${NAME}.json`);
  const write = (entries: readonly ImprovementEntry[]) => {
    const text = `${JSON.stringify(entries, null, 2)}\n`;
    // What is kept is what every command will read.
    read(text);
    return shelf.write(NAME, text);
  };
  const entries = async () => read(await shelf.read(NAME));
  return {
    entries,
    add: async (added) => write([...(await entries()), ...added]),
    remove: async (at) => write((await entries()).filter((_, index) => index !== at)),
  };
}

export type NetworkEvidence =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly sentences: readonly string[] }
  | { readonly kind: 'made'; readonly document: EvidenceDocument };

/**
 * @param files names of contributions
 * @param minResponse least share measured that was agreed, 0-1
 * @param peerSeed draws the order of the labels: evidence is passed on, and names nobody
 */
export async function networkEvidence(
  network: Network,
  log: ImprovementLog,
  files: readonly string[],
  minResponse: number | undefined,
  lang: Lang,
  peerSeed: string,
): Promise<NetworkEvidence> {
  const [all, keys] = await Promise.all([network.contributions(), network.memberKeys()]);
  const chosen = all.flatMap((each) => ('value' in each && files.includes(each.name) ? [each.value] : []));
  if (chosen.length === 0) return { kind: 'nothing' };
  try {
    const checked = chosen.every(({ member }) => keys.has(member));
    if (checked) for (const each of chosen) checkSeal(each, keys);
    const { disclosure, ...result } = combineContributions(chosen, { lang, sensitivity: {} });
    const signers = chosen.flatMap(({ signature }) => (signature === undefined ? [] : [signature.publicKey]));
    const entries = await log.entries();
    const evidence = evidenceOf(
      result,
      {
        from: 'contributions',
        signers: new Set(signers).size,
        keysChecked: checked,
        instrument: chosen[0]!.instrument,
        conversion: chosen[0]!.conversion,
        gateRules: disclosure.rules,
        log: entries,
        ...(minResponse === undefined ? {} : { minResponse }),
      },
      lang,
    );
    const document = { meta: metaOf(chosen, entries, minResponse), ...evidence };
    return { kind: 'made', document: withoutNames(document, `${peerSeed} network`) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'refused', sentences: pageSentences(error.issues, textOf(lang).network.refusal, lang) };
  }
}

function metaOf(
  chosen: readonly ContributionDocument[],
  entries: readonly ImprovementEntry[],
  minResponse: number | undefined,
): EvidenceDocument['meta'] {
  const log = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
  return makeMeta({
    command: 'benchmark evidence',
    inputs: [
      ...chosen.map(({ sha256 }) => ({ name: 'contribution', rows: 1, sha256 })),
      ...(entries.length === 0 ? [] : [{ name: 'log', rows: entries.length, sha256: log }]),
    ],
    options: minResponse === undefined ? {} : { minResponse },
    statuses: chosen.some(({ synthetic }) => synthetic) ? ['synthetic'] : [],
  });
}
