/** Sentences that belong beside a simulation wherever it is shown: what is indicative, what is assumed. */

import { sentence } from '../issue/sentence.ts';
import type { AssumedBehaviour, SimulationResult } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import { formatNumber, formatShare } from '../text/format.ts';
import { say } from '../text/say.ts';
import { BEHAVIOUR_WORDS as B } from '../text/words/years.ts';

export function simulationNotes(
  { total, years, behaviour }: Pick<SimulationResult, 'total' | 'years' | 'behaviour'>,
  lang: Lang,
): string[] {
  const { interval } = total;
  return [
    ...('note' in interval && interval.note !== undefined ? [interval.note] : []),
    ...(years === undefined ? [] : [sentence({ code: 'simulate-years-note' }, lang)]),
    ...(behaviour === undefined ? [] : assumptions(behaviour, lang)).map((what) =>
      sentence({ code: 'simulate-behaviour-note', params: { what } }, lang),
    ),
  ];
}

/** More than a few are counted; the table names them all. */
function namesOf(answers: NonNullable<AssumedBehaviour['volumeResponse']>, lang: Lang): string {
  return answers.length <= 5
    ? answers.map(({ cluster }) => cluster).join(', ')
    : say(B.clusters, lang, { count: String(answers.length) });
}

function assumptions({ retype, volumeResponse }: AssumedBehaviour, lang: Lang): string[] {
  return [
    ...(retype === undefined
      ? []
      : [
          say(B.retype, lang, {
            share: formatShare(retype.share, lang),
            borderline: formatNumber(retype.borderlineEpisodes, lang),
            retyped: formatNumber(retype.retypedEpisodes, lang, 1),
          }),
        ]),
    ...(volumeResponse === undefined
      ? []
      : [say(B.volume, lang, { clusters: namesOf(volumeResponse, lang) })]),
  ];
}
