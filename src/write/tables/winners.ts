/** Winners and losers as tables. */

import type { ReportTable } from '../../model/figure.ts';
import type { SimulationResult, Winners } from '../../model/simulation.ts';
import type { Lang } from '../../model/text.ts';
import { binName } from '../../text/bin-name.ts';
import { say } from '../../text/say.ts';
import { DIMENSION_WORDS, TABLE_WORDS, SIMULATE_WORDS as W } from '../../text/words/tables.ts';
import { columnsIn, isComputed } from './cells.ts';

/** Table `winners`, or one `winners-<dimension>` for each that was asked for; a dimension without groups is left out. */
export function winnersTables({ winners, winnersBy }: SimulationResult, lang: Lang): ReportTable[] {
  if (winnersBy === undefined) return isComputed(winners) ? [table('winners', winners, lang)] : [];
  return winnersBy.flatMap(({ unit, bins }) =>
    isComputed(bins) ? [table(`winners-${unit}`, { unit, bins }, lang)] : [],
  );
}

function table(id: string, winners: Winners, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id,
    title: say(W.winnersTitle, lang, { unit: say(DIMENSION_WORDS[winners.unit], lang) }),
    columns: [
      col('change', W.change, 'text'),
      col('units', W.units, 'count'),
      col('share', TABLE_WORDS.share, 'share'),
    ],
    rows: winners.bins.map((bin) => [binName(bin, lang), bin.units, bin.share]),
  };
}
