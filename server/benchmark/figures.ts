/** The figures of the benchmark page, each drawn only where it has something to show. */

import {
  caseMixSlope,
  classStack,
  type FigureContext,
  figureContext,
  funnelPlot,
  isComputed,
  type Lang,
  memberCaterpillar,
  outcomeDuration,
  responseBars,
  xmrChart,
} from '../../src/index.ts';
import { isCannot } from '../../views/benchmark-model.ts';
import type { FigureDrawing } from '../../views/parts/figure.tsx';
import { textOf } from '../../views/view.ts';
import { type Draw, drawings, halfDrawing } from '../draw.ts';
import type { Comparison } from './compare.ts';
import { memberFunnel } from './member-funnel.ts';
import { drawableResponse, responseTable } from './response-table.ts';

export type FigureName =
  | 'response'
  | 'scatter'
  | 'outcome'
  | 'duration'
  | 'funnel'
  | 'classes'
  | 'caseMixOutcome'
  | 'caseMixDuration'
  | 'overTime';

/** What figures are drawn from. */
export type Drawable = Pick<Comparison, 'result' | 'own' | 'classes' | 'overTime'>;
const HALVES: readonly string[] = ['outcome', 'duration', 'caseMixOutcome', 'caseMixDuration'];

/** How to draw each figure that can be drawn. */
export function figuresOf(
  { result, own, classes, overTime }: Drawable,
  ownName: string,
  lang: Lang,
): Partial<Record<FigureName, Draw>> {
  if (isCannot(result)) return {};
  const options = own === 'shown' ? { own: ownName } : {};
  const table = responseTable(result, textOf(lang).benchmark);
  const caterpillar = (measure: 'outcome' | 'duration') => ({
    [measure]: (context: FigureContext) => memberCaterpillar(result, measure, context, options),
  });
  const slope = (measure: 'outcome' | 'duration', name: FigureName) => {
    const model = result.models[measure];
    return isComputed(model) && model.coefficients.length > 1
      ? { [name]: (context: FigureContext) => caseMixSlope(result, measure, context, options) }
      : {};
  };
  const units = memberFunnel(result);
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
    ...(units === undefined
      ? {}
      : { funnel: (context: FigureContext) => funnelPlot(units, context, options) }),
    ...(classes === undefined || !isComputed(classes.counts)
      ? {}
      : {
          classes: (context: FigureContext) =>
            classStack(classes, context, own === 'shown' ? { by: 'member', own: ownName } : {}),
        }),
    ...slope('outcome', 'caseMixOutcome'),
    ...slope('duration', 'caseMixDuration'),
    ...(overTime === undefined ? {} : { overTime: (context: FigureContext) => xmrChart(overTime, context) }),
  };
}

export function contextOf({ result }: Pick<Comparison, 'result'>, lang: Lang): FigureContext | undefined {
  return isCannot(result) ? undefined : figureContext(result.meta, lang);
}

/** Every figure for the screen. */
export function drawingsOf(
  comparison: Drawable,
  ownName: string,
  lang: Lang,
): Partial<Record<FigureName, FigureDrawing>> {
  const context = contextOf(comparison, lang);
  if (context === undefined) return {};
  const drawn: Partial<Record<FigureName, FigureDrawing>> = {};
  for (const [name, draw] of Object.entries(figuresOf(comparison, ownName, lang))) {
    const half = HALVES.includes(name);
    const figure = half ? halfDrawing(draw, context) : drawings([draw], context)[0];
    if (figure !== undefined) drawn[name as FigureName] = figure;
  }
  return drawn;
}
