/** The figures of the benchmark page, each drawn only where it has something to show. */

import {
  type FigureContext,
  figureContext,
  isComputed,
  type Lang,
  memberCaterpillar,
  outcomeDuration,
  responseBars,
} from '../../src/index.ts';
import { isCannot } from '../../views/benchmark-model.ts';
import type { FigureDrawing } from '../../views/parts/figure.tsx';
import { textOf } from '../../views/view.ts';
import { type Draw, drawings, halfDrawing } from '../draw.ts';
import type { Comparison } from './compare.ts';
import { drawableResponse, responseTable } from './response-table.ts';

export type FigureName = 'response' | 'scatter' | 'outcome' | 'duration';

/** How to draw each figure that can be drawn. */
export function figuresOf(
  { result, own }: Pick<Comparison, 'result' | 'own'>,
  ownName: string,
  lang: Lang,
): Partial<Record<FigureName, Draw>> {
  if (isCannot(result)) return {};
  const options = own === 'shown' ? { own: ownName } : {};
  const table = responseTable(result, textOf(lang).benchmark);
  const caterpillar = (measure: 'outcome' | 'duration') => ({
    [measure]: (context: FigureContext) => memberCaterpillar(result, measure, context, options),
  });
  return {
    ...(isComputed(result.response)
      ? {
          response: (context: FigureContext) => {
            const figure = responseBars(drawableResponse(result), context);
            return isComputed(figure) ? { ...figure, table } : figure;
          },
        }
      : {}),
    ...(result.members.some(({ ellipse }) => isComputed(ellipse))
      ? { scatter: (context: FigureContext) => outcomeDuration(result, context, options) }
      : {}),
    ...(isComputed(result.models.outcome) ? caterpillar('outcome') : {}),
    ...(isComputed(result.models.duration) ? caterpillar('duration') : {}),
  };
}

export function contextOf({ result }: Pick<Comparison, 'result'>, lang: Lang): FigureContext | undefined {
  return isCannot(result) ? undefined : figureContext(result.meta, lang);
}

/** Every figure for the screen. */
export function drawingsOf(
  comparison: Pick<Comparison, 'result' | 'own'>,
  ownName: string,
  lang: Lang,
): Partial<Record<FigureName, FigureDrawing>> {
  const context = contextOf(comparison, lang);
  if (context === undefined) return {};
  const drawn: Partial<Record<FigureName, FigureDrawing>> = {};
  for (const [name, draw] of Object.entries(figuresOf(comparison, ownName, lang))) {
    const half = name === 'outcome' || name === 'duration';
    const figure = half ? halfDrawing(draw, context) : drawings([draw], context)[0];
    if (figure !== undefined) drawn[name as FigureName] = figure;
  }
  return drawn;
}
