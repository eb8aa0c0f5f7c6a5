/** Figure: where the cluster model fits badly, per team, diagnosis or site, with intervals. */

import type { Figure } from '../model/figure.ts';
import type { FitRow } from '../model/score.ts';
import { formatShare } from '../text/format.ts';
import { say } from '../text/say.ts';
import { FIT_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { DIMENSION_WORDS, TABLE_WORDS } from '../text/words/tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisShare, numberLabel, shareLabel } from './labels.ts';
import { ACCENT, GREY } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis, valueColumn } from './rows.ts';

/** More rows than this are read in the table, not in a drawing. */
const MOST_ROWS = 20;

type FitCounts = Pick<FitRow, 'by' | 'value' | 'n' | 'misfit' | 'misfitShare' | 'misfitLow' | 'misfitHigh'>;

/**
 * Figure `fit-team`, `fit-diagnosis` or `fit-site`: worst first, then the groups too small for an interval, which
 * make no finding; the finding only where its interval stands apart.
 */
export function fitDots(fit: readonly FitCounts[], by: FitRow['by'], context: FigureContext): Figure {
  const { lang } = context;
  const all = fit
    .filter((row) => row.by === by && row.n > 0)
    .map((row) => {
      const { value, n, misfit, misfitShare: share, misfitLow: low, misfitHigh: high } = row;
      const label = value === '' ? say(TABLE_WORDS.blankGroup, lang) : value;
      const interval = typeof low === 'number' && typeof high === 'number' ? { low, high } : undefined;
      return { key: value, label, n, misfit, share, interval };
    })
    .sort(
      (a, b) =>
        Number(a.interval === undefined) - Number(b.interval === undefined) ||
        b.share - a.share ||
        (a.label < b.label ? -1 : 1),
    );
  const rows = all.slice(0, MOST_ROWS);
  const n = all.reduce((sum, row) => sum + row.n, 0);
  const overall = n === 0 ? 0 : all.reduce((sum, row) => sum + row.misfit, 0) / n;
  // The widest margin above the whole, so that a group of five does not make the headline.
  const sure = rows.flatMap(({ interval, ...row }) =>
    interval === undefined ? [] : [{ ...row, ...interval }],
  );
  const worst = sure.toSorted((a, b) => b.low - a.low)[0];
  const layout = rowLayout(rows, context, { marginRight: 60 });
  const plot = drawPlot({
    ...layout,
    x: { domain: [0, Math.max(0.05, ...rows.map((row) => row.interval?.high ?? row.share))], label: null },
    marks: [
      ...valueAxis((value) => axisShare(value, lang), isNarrow(context) ? 3 : 5),
      layout.rowLabels,
      Plot.ruleX([overall], { stroke: 'currentColor', strokeDasharray: '4,3' }),
      Plot.ruleY(sure, { x1: 'low', x2: 'high', y: 'key', stroke: colour, strokeWidth: 2 }),
      Plot.dot(rows, {
        x: 'share',
        y: 'key',
        r: 4.5,
        fill: (row: (typeof rows)[number]) => colour(row.interval ?? {}),
        ariaLabel: (row: (typeof rows)[number]) =>
          spoken(`${row.label}: ${shareLabel(row.share, lang)} (${range(row)})`),
      }),
      valueColumn(rows, layout, (row) => shareLabel(row.share, lang)),
    ],
  });
  function colour({ low = 0 }: { readonly low?: number }): string {
    return low > overall ? ACCENT : GREY;
  }
  function range({ n: few, interval }: (typeof rows)[number]): string {
    return interval === undefined
      ? say(W.few, lang, { n: numberLabel(few, lang) })
      : `${shareLabel(interval.low, lang)} – ${shareLabel(interval.high, lang)}`;
  }
  const subtitle = say(W.subtitle, lang, {
    by: say(DIMENSION_WORDS[by], lang),
    n: numberLabel(n, lang),
  });
  return frameFigure(
    {
      id: `fit-${by}`,
      title:
        worst !== undefined && worst.low > overall
          ? say(W.title, lang, { group: worst.label, share: formatShare(worst.share, lang) })
          : say(W.even, lang),
      subtitle,
      reading: `${say(W.reading, lang)}${sure.length < rows.length ? ` ${say(W.readingFew, lang)}` : ''}`,
      plot,
      table: {
        id: `fit-${by}`,
        title: subtitle,
        columns: [
          { key: 'value', label: say(W.group, lang), kind: 'text' },
          { key: 'n', label: say(W.n, lang), kind: 'count' },
          { key: 'share', label: say(W.share, lang), kind: 'share' },
          { key: 'low', label: say(W.low, lang), kind: 'share' },
          { key: 'high', label: say(W.high, lang), kind: 'share' },
        ],
        rows: all.map((row) => [
          row.label,
          row.n,
          row.share,
          row.interval?.low ?? range(row),
          row.interval?.high ?? null,
        ]),
      },
    },
    context,
  );
}
