/** Figure: the difference year by year, with intervals. */

import type { Figure } from '../model/figure.ts';
import type { SimulationYear } from '../model/simulation.ts';
import { formatNumber } from '../text/format.ts';
import { say } from '../text/say.ts';
import { MONEY_FIGURE_WORDS as M } from '../text/words/figures.ts';
import { YEARS_FIGURE_WORDS as W } from '../text/words/money-figures.ts';
import { YEARS_WORDS as Y } from '../text/words/years.ts';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisMoney, moneyLabel, signedMoneyLabel, withInterval } from './labels.ts';
import { ACCENT, GREY } from './palette.ts';
import { Plot } from './plot.ts';

/** Room for the label of the last year. */
const RIGHT = 62;
const LABEL_ROOM = 70;

/** Figure `years`: a dot a year; the first year is the single-year run. */
export function moneyYears(years: readonly SimulationYear[], context: FigureContext): Figure {
  const { lang } = context;
  const rows = years.map((one) => ({
    name: String(one.calendarYear ?? one.year),
    said:
      one.calendarYear === undefined
        ? say(Y.relative, lang, { year: String(one.year) })
        : String(one.calendarYear),
    one,
    cents: one.differenceCents,
    ...('undefined' in one.interval ? {} : { low: one.interval.lowCents, high: one.interval.highCents }),
  }));
  const ends = rows.flatMap((row) => [row.cents, row.low ?? row.cents, row.high ?? row.cents]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const spare = (most - least || 1) * 0.12;
  const width = context.width ?? DEFAULT_WIDTH;
  const left = isNarrow(context) ? 62 : 74;
  // Labels of close years would lie over each other: then the first and the last speak, the table says all.
  const near = (width - left - RIGHT) / rows.length < LABEL_ROOM;
  const labelled = near ? rows.filter((_, at) => at === 0 || at === rows.length - 1) : rows;
  const plot = drawPlot({
    width,
    height: isNarrow(context) ? 260 : 300,
    marginTop: 8,
    marginBottom: 28,
    marginLeft: left,
    marginRight: RIGHT,
    x: { domain: rows.map(({ name }) => name), type: 'point', padding: 0.4, label: null },
    y: { domain: [least - spare, most + spare], label: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: GREY, strokeOpacity: 0.3 }),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickFormat: axisMoney(lang, [least, most]),
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.axisX({ tickSize: 0, label: null }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      Plot.ruleX(
        rows.filter((row) => row.low !== undefined),
        { x: 'name', y1: 'low', y2: 'high', stroke: ACCENT, strokeWidth: 2 },
      ),
      Plot.dot(rows, {
        x: 'name',
        y: 'cents',
        r: 5,
        fill: ACCENT,
        ariaLabel: (row: (typeof rows)[number]) => spoken(`${row.said}: ${withInterval(row, lang)}`),
      }),
      Plot.text(labelled, {
        x: 'name',
        y: 'cents',
        text: (row: (typeof rows)[number]) => signedMoneyLabel(row.cents, lang),
        dx: 9,
        dy: -9,
        textAnchor: 'start',
        fontSize: 11,
      }),
    ],
  });
  const level = years.map(({ interval }) => interval).find((interval) => !('undefined' in interval));
  const percent = level && !('undefined' in level) ? formatNumber(level.level * 100, lang) : '95';
  const title = titleOf(rows.at(-1), context);
  return frameFigure(
    {
      id: 'years',
      title,
      subtitle: say(W.subtitle, lang, { level: `${percent}%` }),
      reading: say(W.reading, lang),
      plot,
      table: {
        id: 'years',
        title,
        columns: [
          { key: 'year', label: say(Y.year, lang), kind: 'text' },
          { key: 'baselineCents', label: say(M.baselineEuros, lang), kind: 'cents' },
          { key: 'scenarioCents', label: say(M.scenarioEuros, lang), kind: 'cents' },
          { key: 'differenceCents', label: say(M.differenceEuros, lang), kind: 'cents' },
          { key: 'lowCents', label: say(M.lowEuros, lang), kind: 'cents' },
          { key: 'highCents', label: say(M.highEuros, lang), kind: 'cents' },
        ],
        rows: rows.map(({ name, one, low, high }) => [
          name,
          one.baselineCents,
          one.scenarioCents,
          one.differenceCents,
          low ?? ('undefined' in one.interval ? one.interval.undefined : null),
          high ?? null,
        ]),
      },
    },
    context,
  );
}

function titleOf(
  last: { readonly said: string; readonly one: SimulationYear } | undefined,
  { lang }: FigureContext,
): string {
  if (last === undefined || last.one.differenceCents === 0) {
    return say(W.same, lang, { year: last?.said ?? '' });
  }
  const { differenceCents: cents, differencePct } = last.one;
  return say(W.title, lang, {
    year: last.said,
    amount: moneyLabel(Math.abs(cents), lang),
    direction: say(cents > 0 ? W.higher : W.lower, lang),
    percent: typeof differencePct === 'number' ? `${formatNumber(Math.abs(differencePct), lang, 1)}%` : '–',
  });
}
