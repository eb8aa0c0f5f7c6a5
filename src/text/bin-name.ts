/** Names of the bins of winners and losers. */

import type { Winners } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { formatNumber } from './format.ts';
import { say } from './say.ts';
import { SIMULATE_WORDS as W } from './words/tables.ts';

/** `-5,0% tot -0,1%`; open at the ends. */
export function binName({ from, to }: Winners['bins'][number], lang: Lang): string {
  const percent = (share: number): string => `${share > 0 ? '+' : ''}${formatNumber(share * 100, lang, 1)}%`;
  if (from === undefined) return say(W.below, lang, { to: percent(to ?? 0) });
  if (to === undefined) return say(W.above, lang, { from: percent(from) });
  return say(W.between, lang, { from: percent(from), to: percent(to) });
}
