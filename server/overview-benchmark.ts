/** The overview's third answer: how many members are compared, with the scatter of the benchmark page. */

import { isComputed } from '../src/index.ts';
import { isCannot } from '../views/benchmark-model.ts';
import { number, share } from '../views/format.ts';
import type { Answer } from '../views/pages/overview.tsx';
import { outside, placed } from '../views/parts/benchmark-finding.tsx';
import { fill } from '../views/text/fill.ts';
import type { View } from '../views/view.ts';
import { readChoices } from './benchmark/choices.ts';
import { contextOf, figuresOf } from './benchmark/figures.ts';
import { cardDrawing, drawnOnce } from './draw.ts';
import type { Services } from './services.ts';
import type { Loaded } from './workspace.ts';

export async function benchmarkAnswer(services: Services, loaded: Loaded, view: View): Promise<Answer> {
  const { lang } = view;
  const words = view.t.overview;
  const { comparison } = await services.comparer.run(loaded, {
    choices: readChoices(new URLSearchParams()),
    lang,
    peerSeed: services.peerSeed,
    want: 'page',
  });
  const { result } = comparison;
  const context = contextOf(comparison, lang);
  const { scatter, outcome, duration } = figuresOf(comparison, '', lang);
  const draw = scatter ?? outcome ?? duration;
  const figure =
    draw &&
    context &&
    drawnOnce(comparison, JSON.stringify(['card', context]), () => cardDrawing(draw, context));
  if (isCannot(result) || figure === undefined) return { missing: words.benchmarkMissing };
  const { rate } = isComputed(result.response) ? result.response : { rate: result.response };
  const measured = isComputed(rate) ? [fill(words.benchmarkUnder, { rate: share(rate, lang) })] : [];
  const byOutcome = placed(result, 'outcome');
  const byDuration = placed(result, 'duration');
  const deviating =
    byOutcome.length === 0 || byDuration.length === 0
      ? []
      : [
          fill(words.benchmarkOutside, {
            outcome: outside(byOutcome),
            outcomeMembers: byOutcome.length,
            duration: outside(byDuration),
            durationMembers: byDuration.length,
          }),
        ];
  return {
    big: fill(words.benchmarkAnswer, { n: number(result.members.length, lang) }),
    under: [...deviating, ...measured].join(' '),
    figure,
  };
}
