/** Figure: units against their size, between limits that widen where chance has more room. */

import type { Figure } from '../model/figure.ts';
import type { FunnelResult, FunnelUnit } from '../model/funnel.ts';
import { say } from '../text/say.ts';
import { FUNNEL_WORDS } from '../text/words/funnel.ts';
import { FUNNEL_AXIS_WORDS, FUNNEL_FIGURE_WORDS as W } from '../text/words/quality-figures.ts';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { drawPlot, PLOT_FONT_SIZE, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisShare, numberLabel, shareLabel } from './labels.ts';
import { ACCENT, GREY } from './palette.ts';
import { placeLabels } from './place-labels.ts';
import { Plot } from './plot.ts';
import { spreadLabels } from './spread-labels.ts';
import { fitText } from './text-lines.ts';

const MARGIN = { marginTop: 14, marginRight: 52, marginBottom: 40, marginLeft: 48 } as const;
/** More names than this would cover the points. */
const MOST_NAMES = 8;
/** From here on the points are small, so that a nation still shows its shape. */
const MANY_UNITS = 300;

export interface FunnelPlotOptions {
  /** Drawn in the accent and named in the title. */
  readonly own?: string;
}

/**
 * Figure `funnel`: target, limits at every level, units; who lies outside the outer limits is named with the side
 * it is on. One's own in the accent, all others grey: outside is a larger hollow point, never a colour.
 */
export function funnelPlot(
  result: FunnelResult,
  context: FigureContext,
  options: FunnelPlotOptions = {},
): Figure {
  const { lang } = context;
  const { kind, units, limits, target } = result;
  const levels = [...new Set(limits.map((limit) => limit.level))].sort((a, b) => a - b);
  const outer = levels.at(-1) ?? 0.998;
  const outside = units.filter((unit) => unit.outlier?.level === outer);
  const x = domainOf(units.map((unit) => unit.size));
  const y = domainOf([target, ...units.map((unit) => unit.value), ...drawnLimits(result, outer)]);
  const width = context.width ?? DEFAULT_WIDTH;
  const height = isNarrow(context) ? 320 : 420;
  const inner = {
    width: width - MARGIN.marginLeft - MARGIN.marginRight,
    height: height - MARGIN.marginTop - MARGIN.marginBottom,
  };
  const stretch = isSkewed(units) ? Math.sqrt : (size: number) => size;
  const across = (size: number) =>
    ((stretch(size) - stretch(x[0])) / (stretch(x[1]) - stretch(x[0]))) * inner.width;
  const down = (value: number) => (1 - (value - y[0]) / (y[1] - y[0])) * inner.height;

  const isOwn = (unit: FunnelUnit) => unit.unit === options.own;
  const named = namedUnits(outside, units.filter(isOwn));
  const text = (unit: FunnelUnit) => {
    const name = fitText(unit.unit, inner.width * 0.35, PLOT_FONT_SIZE);
    if (unit.outlier === null) return name;
    return say(unit.outlier.side === 'high' ? W.above : W.below, lang, { unit: name });
  };
  const labels = placeLabels(
    named.map((unit) => ({ x: across(unit.size), y: down(unit.value), text: text(unit) })),
    inner.width,
    inner.height,
    { x: -100, y: down(target) },
  );
  const value = valueFormat(result, lang, y);
  const radius = units.length >= MANY_UNITS ? 1.8 : 3.5;
  const ordered = units.toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
  const ends = levels
    .flatMap((level) => {
      const last = limits.findLast((limit) => limit.level === level);
      if (last === undefined) return [];
      return [last.low, last.high].map((at) => ({ size: last.size, value: at, text: percent(level, lang) }));
    })
    .filter((end) => end.value >= y[0] && end.value <= y[1])
    .sort((a, b) => b.value - a.value);
  const heights = spreadLabels(
    ends.map((end) => ({ at: down(end.value), size: 11 })),
    0,
    inner.height,
  );
  const plot = drawPlot({
    width,
    height,
    ...MARGIN,
    x: { type: stretch === Math.sqrt ? 'sqrt' : 'linear', domain: x, label: null, nice: false },
    y: { domain: y, label: null, nice: false },
    marks: [
      Plot.axisX({
        ticks: isNarrow(context) ? 4 : 7,
        tickSize: 0,
        tickFormat: (size: number) => numberLabel(size, lang),
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.axisY({ ticks: 6, tickSize: 0, tickFormat: value, label: null, fillOpacity: 0.8 }),
      Plot.ruleY([target], { stroke: 'currentColor', strokeDasharray: '4,3' }),
      ...levels.flatMap((level, at) =>
        (['low', 'high'] as const).map((side) =>
          Plot.line(
            // What lies outside the picture is not drawn: small units have limits as wide as all that can be.
            limits.filter((limit) => limit.level === level && limit[side] >= y[0] && limit[side] <= y[1]),
            {
              x: 'size',
              y: side,
              stroke: 'currentColor',
              strokeOpacity: 0.75,
              strokeWidth: at === levels.length - 1 ? 1.5 : 1,
              ...(at === levels.length - 1 ? {} : { strokeDasharray: '2,3' }),
            },
          ),
        ),
      ),
      Plot.dot(ordered, {
        x: 'size',
        y: 'value',
        r: (unit: FunnelUnit) => (isOwn(unit) || unit.outlier?.level === outer ? radius + 1.5 : radius),
        stroke: (unit: FunnelUnit) => (isOwn(unit) ? ACCENT : GREY),
        strokeWidth: 1.5,
        fill: (unit: FunnelUnit) => (unit.outlier?.level === outer ? 'none' : isOwn(unit) ? ACCENT : GREY),
        fillOpacity: units.length >= MANY_UNITS ? 0.5 : 0.8,
        ariaLabel: (unit: FunnelUnit) => spoken(`${text(unit)}: ${value(unit.value)}`),
      }),
      ...named.map((unit, index) => {
        const { dx, dy, anchor } = labels[index]!;
        return Plot.text([unit], {
          x: 'size',
          y: 'value',
          text,
          dx,
          dy,
          textAnchor: anchor,
          fontWeight: isOwn(unit) ? 600 : 400,
        });
      }),
      // Each level is named where its lines end.
      ...ends.map((end, at) =>
        Plot.text([end], {
          x: 'size',
          y: 'value',
          text: 'text',
          textAnchor: 'start',
          dx: 5,
          dy: heights[at]! - down(end.value),
          fontSize: 10,
          fillOpacity: 0.8,
        }),
      ),
      Plot.text([say(FUNNEL_AXIS_WORDS[kind], lang)], {
        text: (line: string) => line,
        frameAnchor: 'bottom-right',
        dy: 36,
        fontSize: 12,
      }),
    ],
  });
  const own = units.find(isOwn);
  const title =
    own === undefined ? networkTitle(result, outside.length, outer, context) : ownTitle(own, context);
  return frameFigure(
    {
      id: 'funnel',
      title,
      subtitle: say(W.subtitle, lang, {
        kind: say(W[kind], lang),
        target: targetLabel(result, lang),
        levels: levels.map((level) => percent(level, lang)).join(lang === 'nl' ? ' en ' : ' and '),
        wide: result.overdispersion === 'additive' ? say(W.wide, lang) : '',
        all: numberLabel(units.length, lang),
      }),
      reading: [W.reading, ...(kind === 'mean' ? [W.meanReading] : [])]
        .map((each) => say(each, lang))
        .join(' '),
      plot,
      table: unitTable(result, title, context),
    },
    context,
  );
}

/** The farthest outside first, one's own always. */
function namedUnits(outside: readonly FunnelUnit[], own: readonly FunnelUnit[]): FunnelUnit[] {
  const farthest = outside
    .filter((unit) => !own.includes(unit))
    .toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z))
    .slice(0, MOST_NAMES);
  return [...own, ...farthest];
}

/** The outer limits that the picture must hold: not those of the very smallest, which would flatten all else. */
function drawnLimits({ limits, units }: FunnelResult, outer: number): number[] {
  const sizes = units.map((unit) => unit.size).sort((a, b) => a - b);
  const typical = sizes[Math.floor(sizes.length / 10)] ?? 0;
  return limits
    .filter((limit) => limit.level === outer && limit.size >= typical)
    .flatMap((limit) => [limit.low, limit.high]);
}

/** A few giants would press all others against the axis: then the sizes stand by their root. */
function isSkewed(units: readonly FunnelUnit[]): boolean {
  const sizes = units.map((unit) => unit.size).sort((a, b) => a - b);
  return (sizes.at(-1) ?? 0) > 10 * (sizes[Math.floor(sizes.length / 2)] ?? 0);
}

function domainOf(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low <= high)) return [0, 1];
  const room = (high - low || Math.abs(high) || 1) * 0.04;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function valueFormat(
  { kind }: FunnelResult,
  lang: FigureContext['lang'],
  [low, high]: readonly [number, number],
): (value: number) => string {
  if (kind === 'proportion') return (value) => axisShare(value, lang);
  const decimals = high - low < 1 ? 2 : high - low < 10 ? 1 : 0;
  return (value) => numberLabel(value, lang, decimals);
}

function targetLabel({ kind, target }: FunnelResult, lang: FigureContext['lang']): string {
  if (kind === 'proportion') return shareLabel(target, lang);
  return numberLabel(target, lang, Number.isInteger(target) ? 0 : Math.abs(target) >= 100 ? 1 : 2);
}

/** `95%`, `99,8%` */
function percent(level: number, lang: FigureContext['lang']): string {
  const share = Math.round(level * 1000) / 10;
  return `${numberLabel(share, lang, Number.isInteger(share) ? 0 : 1)}%`;
}

function networkTitle(
  { units }: FunnelResult,
  count: number,
  level: number,
  { lang }: FigureContext,
): string {
  const params = {
    count: numberLabel(count, lang),
    all: numberLabel(units.length, lang),
    level: percent(level, lang),
  };
  return say(count === 0 ? W.none : count === 1 ? W.one : W.some, lang, params);
}

function ownTitle(own: FunnelUnit, { lang }: FigureContext): string {
  if (own.outlier === null) return say(W.ownInside, lang, { own: own.unit });
  const side = own.outlier.side === 'high' ? W.ownAbove : W.ownBelow;
  return say(side, lang, { own: own.unit, level: percent(own.outlier.level, lang) });
}

function unitTable({ units, kind }: FunnelResult, title: string, { lang }: FigureContext): Figure['table'] {
  const measure = kind === 'proportion' ? ('share' as const) : ('number' as const);
  const unit = kind === 'proportion' ? ' (%)' : '';
  return {
    id: 'funnel',
    title,
    columns: [
      { key: 'unit', label: say(FUNNEL_WORDS.unit, lang), kind: 'text' },
      { key: 'size', label: say(FUNNEL_WORDS.size, lang), kind: 'number' },
      { key: 'value', label: `${say(FUNNEL_WORDS.value, lang)}${unit}`, kind: measure },
      { key: 'low', label: `${say(FUNNEL_WORDS.low, lang)}${unit}`, kind: measure },
      { key: 'high', label: `${say(FUNNEL_WORDS.high, lang)}${unit}`, kind: measure },
      { key: 'outlier', label: say(FUNNEL_WORDS.outlier, lang), kind: 'text' },
    ],
    rows: units.map((row) => {
      const limit = row.limits.at(-1);
      const side = row.outlier?.side === 'high' ? FUNNEL_WORDS.above : FUNNEL_WORDS.below;
      return [
        row.unit,
        row.size,
        row.value,
        limit?.low ?? null,
        limit?.high ?? null,
        row.outlier === null ? null : `${say(side, lang)} (${percent(row.outlier.level, lang)})`,
      ];
    }),
  };
}
