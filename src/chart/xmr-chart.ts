/** Figure: one institution's own figure over time, between the limits of its own variation. */

import type { Figure } from '../model/figure.ts';
import type { OverTimePoint, OverTimeResult } from '../model/over-time.ts';
import type { Lang } from '../model/text.ts';
import { say } from '../text/say.ts';
import {
  SIGNAL_WORDS,
  TIME_STEP_WORDS,
  TIME_VALUE_WORDS,
  TIME_FIGURE_WORDS as W,
} from '../text/words/quality-figures.ts';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisShare, numberLabel, shareLabel } from './labels.ts';
import { ACCENT, GREY } from './palette.ts';
import { Plot } from './plot.ts';

interface Known extends Omit<OverTimePoint, 'value'> {
  readonly value: number;
}

/** Figure `over-time-outcome` etc. A signal is a hollow point, so that it shows without colour. */
export function xmrChart(result: OverTimeResult, context: FigureContext): Figure {
  const { lang } = context;
  const { points, limits } = result;
  const known = points.flatMap((point): Known[] =>
    typeof point.value === 'number' ? [{ ...point, value: point.value }] : [],
  );
  const drawn = 'undefined' in limits ? undefined : limits;
  const ends = [
    ...known.map((point) => point.value),
    ...(drawn === undefined ? [] : [drawn.low, drawn.high]),
  ];
  const [lowest, highest] = ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
  const room = (highest - lowest || Math.abs(highest) || 1) * 0.06;
  const format = valueFormat(result, lang, highest - lowest);
  const width = context.width ?? DEFAULT_WIDTH;
  const narrow = isNarrow(context);
  const marginRight = narrow ? 16 : 128;
  const label = (at: number, text: string) =>
    Plot.text([text], {
      text: (line: string) => line,
      y: () => at,
      frameAnchor: narrow ? 'top-left' : 'right',
      textAnchor: 'start',
      dx: narrow ? 4 : 8,
      dy: narrow ? -7 : 0,
      fontSize: 11,
      fillOpacity: 0.85,
    });
  const plot = drawPlot({
    width,
    height: narrow ? 260 : 320,
    marginLeft: 52,
    marginRight,
    marginTop: 12,
    marginBottom: 30,
    x: { type: 'point', domain: points.map((point) => point.period), label: null },
    y: { domain: [lowest - room, highest + room], label: null, nice: false },
    marks: [
      Plot.axisX({
        ticks: shownPeriods(points, narrow ? 4 : 8),
        tickSize: 0,
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.axisY({ ticks: 6, tickSize: 0, tickFormat: format, label: null, fillOpacity: 0.8 }),
      ...(drawn === undefined
        ? []
        : [
            Plot.ruleY([drawn.centre], { stroke: 'currentColor' }),
            Plot.ruleY([drawn.low, drawn.high], { stroke: 'currentColor', strokeDasharray: '4,3' }),
            label(drawn.high, say(W.upper, lang, { value: format(drawn.high) })),
            label(drawn.centre, say(W.centre, lang, { value: format(drawn.centre) })),
            label(drawn.low, say(W.lower, lang, { value: format(drawn.low) })),
          ]),
      Plot.line(known, { x: 'period', y: 'value', stroke: GREY, strokeWidth: 1.5 }),
      Plot.dot(known, {
        x: 'period',
        y: 'value',
        r: (point: Known) => (point.signals.length > 0 ? 5 : 3.5),
        stroke: ACCENT,
        strokeWidth: (point: Known) => (point.signals.length > 0 ? 2 : 0),
        fill: ACCENT,
        fillOpacity: (point: Known) => (point.signals.length > 0 ? 0.15 : 1),
        ariaLabel: (point: Known) => spoken(`${point.period}: ${format(point.value)}`),
      }),
    ],
  });
  const words = {
    value: capital(say(TIME_VALUE_WORDS[result.value], lang)),
    step: say(TIME_STEP_WORDS[result.by], lang),
  };
  const signals = known.filter((point) => point.signals.length > 0).length;
  const title =
    drawn === undefined
      ? say(W.noLimits, lang, words)
      : signals === 0
        ? say(W.steady, lang, words)
        : say(W.signals, lang, { ...words, count: String(signals), all: String(known.length) });
  const share = result.value === 'response';
  return frameFigure(
    {
      id: `over-time-${result.value}`,
      title,
      subtitle: say(W.subtitle, lang, {
        step: words.step,
        screening: say(result.screened ? W.screened : W.unscreened, lang),
        from: points[0]?.period ?? '–',
        until: points.at(-1)?.period ?? '–',
        n: numberLabel(
          points.reduce((sum, point) => sum + point.n, 0),
          lang,
        ),
      }),
      reading: say(W.reading, lang),
      plot,
      table: {
        id: 'over-time',
        title,
        columns: [
          { key: 'period', label: say(W.period, lang), kind: 'text' },
          { key: 'n', label: say(W.n, lang), kind: 'count' },
          {
            key: 'value',
            label: share ? `${words.value} (%)` : words.value,
            kind: share ? 'share' : 'number',
          },
          { key: 'signal', label: say(W.signal, lang), kind: 'text' },
        ],
        rows: points.map((point) => [
          point.period,
          point.n,
          typeof point.value === 'number' ? point.value : null,
          signalText(point, lang),
        ]),
      },
    },
    context,
  );
}

function signalText({ signals }: OverTimePoint, lang: Lang): string {
  return signals.map((signal) => say(SIGNAL_WORDS[signal], lang)).join('; ');
}

function valueFormat({ value }: OverTimeResult, lang: Lang, spread: number): (value: number) => string {
  if (value === 'response')
    return (share) => (spread < 0.1 ? shareLabel(share, lang) : axisShare(share, lang));
  const decimals = spread >= 20 ? 0 : spread >= 2 ? 1 : 2;
  return (number) => numberLabel(number, lang, decimals);
}

/** Evenly chosen, the first included. */
function shownPeriods(points: readonly OverTimePoint[], most: number): string[] {
  const step = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, at) => at % step === 0).map((point) => point.period);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
