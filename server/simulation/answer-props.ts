/** What every part of the simulation says of its scenario, its figures and its stamps. */

import type { FigureContext, Status } from '../../src/index.ts';
import type { AnswerProps } from '../../views/pages/simulation-answer.tsx';
import { shippedText } from '../../views/text/shipped.ts';
import { named } from '../respond.tsx';
import type { AtChoice } from './at-choice.tsx';

export function answerProps({
  view,
  loaded,
  choice,
}: AtChoice): Pick<AnswerProps, 'view' | 'id' | 'query' | 'scenario'> {
  const { baseline } = choice.scenario;
  return {
    view,
    id: loaded.dataSet.id,
    query: choice.query,
    scenario: {
      title: choice.listed.title,
      baseline:
        baseline === 'current' ? view.t.scenarios.baselineCurrent : shippedText(baseline.title, view.lang),
      edits: choice.state.amounts.size,
    },
  };
}

export function answerContext({ view, loaded, choice }: AtChoice, stamps: readonly Status[]): FigureContext {
  const { lang } = view;
  const rules = choice.typing === 'chosen' ? [] : [loaded.dataSet.rules.id];
  const source = [named(loaded.dataSet, lang).name, choice.scenario.prices.list.id, ...rules].join(' · ');
  return { lang, source, stamps };
}
