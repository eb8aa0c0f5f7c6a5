/**
 * Figure: one case explained, its ratings as dots and what each adds as a signed bar.
 * The only figure that shows values of a patient: for the page of that case alone.
 */

import type { Explanation, ItemContribution } from '../model/explanation.ts';
import type { Figure } from '../model/figure.ts';
import type { NotComputed } from '../model/meta.ts';
import { formatShare } from '../text/format.ts';
import { say } from '../text/say.ts';
import { EXPLAIN_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { type DrawnPlot, drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { numberLabel } from './labels.ts';
import { ACCENT, GREY, SECOND } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout } from './rows.ts';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly rating: number | undefined;
  readonly value: number;
}

/** Figure `explained`; without advice the reason. Bars compare with the runner-up where there is one. */
export function explainedCase(explanation: Explanation, context: FigureContext): Figure | NotComputed {
  const { lang } = context;
  const { advised, probability, runnerUp, second } = explanation;
  const best = explanation.clusters[0];
  if (typeof advised === 'object') return advised;
  if (typeof probability === 'object') return probability;
  if (best === undefined) return { undefined: explanation.status };
  const against =
    typeof second === 'string' && !('undefined' in runnerUp)
      ? {
          second,
          constant: runnerUp.constant,
          of: new Map(runnerUp.items.map((item) => [item.item, item.difference])),
        }
      : undefined;
  const rows = best.contributions.map(
    (item): Row => ({
      key: item.item,
      label: itemLabel(item, context),
      rating: typeof item.rating === 'number' ? item.rating : undefined,
      value: against === undefined ? item.coefficient : (against.of.get(item.item) ?? 0),
    }),
  );
  const share = formatShare(probability, lang);
  const title =
    against === undefined
      ? say(W.title, lang, { advised, probability: share })
      : say(W.titleSecond, lang, { advised, probability: share, second: against.second });
  return frameFigure(
    {
      id: 'explained',
      title,
      subtitle:
        against === undefined
          ? say(W.subtitleAlone, lang, { advised })
          : say(W.subtitle, lang, { advised, second: against.second }),
      ...(against === undefined
        ? {}
        : {
            reading: say(W.reading, lang, {
              advised,
              second: against.second,
              constant: numberLabel(against.constant, lang, 2),
            }),
          }),
      plot: drawRows(rows, context),
      table: {
        id: 'explained',
        title,
        columns: [
          { key: 'item', label: say(W.item, lang), kind: 'text' },
          { key: 'rating', label: say(W.rating, lang), kind: 'count' },
          { key: 'contribution', label: say(W.contribution, lang), kind: 'number' },
        ],
        rows: best.contributions.map((item, index) => [
          `${item.item} ${item.name[lang]}`,
          rows[index]!.rating ?? say(W.missing, lang),
          rows[index]!.value,
        ]),
      },
    },
    context,
  );
}

/** Dots and bars are two drawings on the same rows: their axes have nothing in common. */
function drawRows(rows: readonly Row[], context: FigureContext): DrawnPlot {
  const { lang } = context;
  const width = context.width ?? DEFAULT_WIDTH;
  const narrow = isNarrow(context);
  const layout = rowLayout(rows, context, { rowHeight: 21, marginTop: 24, marginBottom: 8 });
  const dotsWidth = layout.marginLeft + (narrow ? 82 : 110);
  const dots = drawPlot({
    ...layout,
    width: dotsWidth,
    marginRight: 10,
    x: { domain: [0, 4], label: null },
    marks: [
      layout.rowLabels,
      Plot.axisX({
        anchor: 'top',
        ticks: [0, 1, 2, 3, 4],
        tickSize: 0,
        tickFormat: String,
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.dot(
        rows.flatMap((row) => [0, 1, 2, 3, 4].map((severity) => ({ key: row.key, severity }))),
        { x: 'severity', y: 'key', r: 3, stroke: GREY, strokeOpacity: 0.6 },
      ),
      Plot.dot(
        rows.filter((row) => row.rating !== undefined),
        { x: 'rating', y: 'key', r: 5, fill: 'currentColor' },
      ),
    ],
  });
  const most = Math.max(0.1, ...rows.map((row) => Math.abs(row.value)));
  const room = most * (narrow ? 2.2 : 1.3);
  const bars = drawPlot({
    ...layout,
    width: width - dotsWidth,
    marginLeft: 8,
    marginRight: 8,
    x: { domain: [-room, room], axis: null },
    marks: [
      Plot.barX(rows, {
        x: 'value',
        y: 'key',
        fill: (row: Row) => (row.value < 0 ? SECOND : ACCENT),
        ariaLabel: (row: Row) => spoken(`${row.label}: ${numberLabel(row.value, lang, 2)}`),
      }),
      Plot.ruleX([0], { stroke: 'currentColor' }),
      ...[-1, 1].map((side) =>
        Plot.text(
          rows.filter((row) => Math.abs(row.value) >= 0.005 && (row.value < 0 ? -1 : 1) === side),
          {
            x: 'value',
            y: 'key',
            text: (row: Row) => `${row.value > 0 ? '+' : ''}${numberLabel(row.value, lang, 2)}`,
            textAnchor: side < 0 ? 'end' : 'start',
            dx: 5 * side,
            fontSize: 11,
          },
        ),
      ),
    ],
  });
  return {
    width,
    height: layout.height,
    markup: `${dots.markup}<g transform="translate(${dotsWidth},0)">${bars.markup}</g>`,
  };
}

function itemLabel(item: ItemContribution, context: FigureContext): string {
  return isNarrow(context)
    ? `${item.label} ${item.name[context.lang]}`
    : `${item.label}. ${item.name[context.lang]}`;
}
