/** Who gains and loses, for the dimensions and bins that were asked for. */

import { sentence } from '../issue/sentence.ts';
import type { GroupDimension, SimulationOutcome, SimulationResult } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { WINNER_EDGES, winnersBy } from './winners.ts';

export interface WinnersAsk {
  /** Absent = none besides the standard one. */
  readonly winners?: readonly GroupDimension[];
  /** Limits between bins, rising shares of the baseline. */
  readonly winnerBins?: readonly number[];
  readonly lang: Lang;
}

/** Fields to lay over a result: the standard dimension in the bins asked for, and each dimension asked for. */
export function winnersAsked(
  { by, winners }: SimulationOutcome,
  { winners: asked, winnerBins = WINNER_EDGES, lang }: WinnersAsk,
): Partial<Pick<SimulationResult, 'winners' | 'winnersBy'>> {
  const missing = sentence({ code: 'simulate-no-such-group' }, lang);
  return {
    ...('undefined' in winners ? {} : { winners: winnersBy(winners.unit, by[winners.unit]!, winnerBins) }),
    ...(asked === undefined
      ? {}
      : {
          winnersBy: asked.map((unit) => {
            const groups = by[unit] ?? [];
            return {
              unit,
              bins: groups.length === 0 ? { undefined: missing } : winnersBy(unit, groups, winnerBins).bins,
            };
          }),
        }),
  };
}
