/** The comparison from contributions that an address names: the same page as on pooled rows. */

import {
  type CombinedDocument,
  type ContributionDocument,
  checkSeal,
  combineContributions,
  combinedInput,
  type EstimationMethod,
  type Lang,
  makeMeta,
  Refusal,
} from '../../src/index.ts';
import type { ComparisonState, OwnState } from '../../views/benchmark-model.ts';
import { textOf } from '../../views/view.ts';
import { drawingsOf } from '../benchmark/figures.ts';
import { pageSentences } from '../page-sentences.ts';
import type { Network } from './network.ts';
import { isOwn, signatureCheck } from './received.ts';

const LEVEL = 0.95;
const FEWEST_MEMBERS = 3;
const MOST_FILES = 200;

export interface CombineChoices {
  /** Names of files. */
  readonly files: readonly string[];
  /** '' = nobody. */
  readonly own: string;
  readonly method: EstimationMethod;
}

export function readCombineChoices(query: URLSearchParams): CombineChoices {
  return {
    files: [...new Set(query.getAll('c'))].slice(0, MOST_FILES).sort(),
    own: (query.get('own') ?? '').slice(0, 200),
    method: query.get('method') === 'ml' ? 'ml' : 'reml',
  };
}

export function combineQuery({ files, own, method }: CombineChoices): string {
  const query = new URLSearchParams(files.map((name): [string, string] => ['c', name]));
  if (own !== '') query.set('own', own);
  if (method !== 'reml') query.set('method', method);
  return query.toString();
}

export type NetworkComparison =
  | { readonly kind: 'nothing' }
  /** Sentences may name members; no number stands beside them. */
  | { readonly kind: 'refused'; readonly sentences: readonly string[]; readonly refusal: Refusal }
  | {
      readonly kind: 'made';
      readonly document: CombinedDocument;
      readonly own: OwnState;
      /** How many of the files asked for are not here, or cannot be read. */
      readonly missing: number;
    };

/** @param peerSeed draws the labels of the peers; never shown, never kept */
export async function networkComparison(
  network: Network,
  choices: CombineChoices,
  lang: Lang,
  peerSeed: string,
): Promise<NetworkComparison> {
  const [all, keys, ownKey] = await Promise.all([
    network.contributions(),
    network.memberKeys(),
    network.ownKey(),
  ]);
  const here = all.flatMap((each) => ('value' in each ? [{ name: each.name, document: each.value }] : []));
  const chosen = here.filter(({ name }) => choices.files.includes(name)).map(({ document }) => document);
  if (chosen.length === 0) return { kind: 'nothing' };
  const members = new Set(chosen.map(({ member }) => member));
  const earlier = here.filter(
    ({ name, document }) =>
      !choices.files.includes(name) &&
      members.has(document.member) &&
      ['verified', 'signed'].includes(signatureCheck(document, keys, ownKey)),
  );
  const how = {
    method: choices.method,
    minMembers: FEWEST_MEMBERS,
    level: LEVEL,
    lang,
    peerSeed: `${peerSeed} network`,
    earlier: earlier.map(({ document }) => document),
  };
  try {
    // Whoever has a key here must have signed with it; of the others only the seal can be checked.
    for (const each of chosen) {
      if (keys.has(each.member) && !isOwn(each, ownKey)) checkSeal(each, keys);
    }
    let own: OwnState = choices.own === '' ? 'none' : members.has(choices.own) ? 'shown' : 'unknown';
    let combined: ReturnType<typeof combineContributions>;
    try {
      combined = combineContributions(chosen, { ...how, ...(own === 'shown' ? { own: choices.own } : {}) });
    } catch (error) {
      if (!(error instanceof Refusal) || error.issues[0]?.code !== 'unknown-own') throw error;
      own = 'left-out';
      combined = combineContributions(chosen, how);
    }
    const { rows, ...result } = combined;
    const missing = choices.files.length - chosen.length;
    return {
      kind: 'made',
      own,
      missing,
      document: { meta: metaOf(chosen, choices), rows, issues: [], ...result },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentences = pageSentences(error.issues, textOf(lang).network.refusal, lang);
    return { kind: 'refused', sentences, refusal: error };
  }
}

/** One line for all inputs: the name or the number of rows of one file would tell a peer. */
function metaOf(
  chosen: readonly ContributionDocument[],
  { own, method }: CombineChoices,
): CombinedDocument['meta'] {
  return makeMeta({
    command: 'benchmark combine',
    inputs: [combinedInput(chosen)],
    options: { method, minMembers: FEWEST_MEMBERS, level: LEVEL, ...(own === '' ? {} : { own }) },
    statuses: chosen.some(({ synthetic }) => synthetic) ? ['synthetic'] : [],
  });
}

export function comparisonState(
  { document, own }: Extract<NetworkComparison, { kind: 'made' }>,
  choices: CombineChoices,
  path: string,
  lang: Lang,
): ComparisonState {
  return {
    own: { name: choices.own, state: own },
    method: choices.method,
    caseMix: { options: [], adjust: [], merged: [] },
    rows: { usable: document.rows.used, selected: document.rows.used },
    result: document,
    figures: drawingsOf({ result: document, own }, choices.own, lang),
    stamps: document.meta.stamps,
    path,
    query: combineQuery(choices),
  };
}
