/** Figure: how sure the advice is, as one strip of quantiles. */

import type { Figure } from '../model/figure.ts';
import type { NotComputed } from '../model/meta.ts';
import type { ScoreResult } from '../model/score.ts';
import { formatShare } from '../text/format.ts';
import { say } from '../text/say.ts';
import { CERTAINTY_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { SCORE_WORDS } from '../text/words/tables.ts';
import { DEFAULT_WIDTH, type FigureContext } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisShare, numberLabel, shareLabel } from './labels.ts';
import { ACCENT } from './palette.ts';
import { Plot } from './plot.ts';
import { valueAxis } from './rows.ts';

const QUANTILES = ['q05', 'q25', 'median', 'q75', 'q95'] as const;

/** Figure `certainty`; undefined where no case was advised: then there is nothing to draw. */
export function certaintyStrip(
  result: Pick<ScoreResult, 'certainty' | 'statuses'>,
  context: FigureContext,
): Figure | NotComputed {
  const { lang } = context;
  const { certainty } = result;
  if ('undefined' in certainty) return certainty;
  const n = numberLabel(result.statuses.advised + result.statuses.incomplete, lang);
  const width = context.width ?? DEFAULT_WIDTH;
  const strip = [certainty];
  const plot = drawPlot({
    width,
    height: 92,
    marginLeft: 22,
    marginRight: 22,
    marginTop: 26,
    marginBottom: 26,
    x: { domain: [0, 1], label: null },
    y: { domain: [-1, 1], axis: null },
    marks: [
      ...valueAxis((value) => axisShare(value, lang), 5),
      Plot.ruleY(strip, { x1: 'q05', x2: 'q95', y: 0, stroke: ACCENT, strokeWidth: 2 }),
      Plot.ruleY(strip, { x1: 'q25', x2: 'q75', y: 0, stroke: ACCENT, strokeWidth: 14 }),
      Plot.ruleX(strip, {
        x: 'median',
        y1: -0.75,
        y2: 0.75,
        stroke: 'currentColor',
        strokeWidth: 2.5,
        ariaLabel: (row) => spoken(say(W.median, lang, { value: shareLabel(row.median, lang) })),
      }),
      Plot.text(strip, {
        x: 'median',
        y: 1,
        text: (row) => say(W.median, lang, { value: shareLabel(row.median, lang) }),
        // Kept inside the drawing at both ends.
        textAnchor: certainty.median > 0.8 ? 'end' : certainty.median < 0.2 ? 'start' : 'middle',
        fontWeight: 600,
        dy: -10,
      }),
    ],
  });
  return frameFigure(
    {
      id: 'certainty',
      title: say(W.title, lang, { median: formatShare(certainty.median, lang) }),
      subtitle: say(W.subtitle, lang, { n }),
      reading: say(W.reading, lang),
      plot,
      table: {
        id: 'certainty',
        title: say(W.subtitle, lang, { n }),
        columns: QUANTILES.map((key) => ({ key, label: say(SCORE_WORDS[key], lang), kind: 'probability' })),
        rows: [QUANTILES.map((key) => certainty[key])],
      },
    },
    context,
  );
}
