/** Figure: what is paid per cluster under the scenario, against the baseline. */

import type { Figure } from '../model/figure.ts';
import type { SimulationCluster } from '../model/simulation.ts';
import { say } from '../text/say.ts';
import { MONEY_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { SIMULATE_WORDS } from '../text/words/tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisMoney, moneyLabel, signedMoneyLabel } from './labels.ts';
import { ACCENT } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis } from './rows.ts';

/** Figure `payment`: scenario strong, baseline thin, the difference in words. */
export function moneyClusters(clusters: readonly SimulationCluster[], context: FigureContext): Figure {
  const { lang } = context;
  const rows = clusters.map((row) => ({ key: row.cluster, label: row.cluster }));
  const layout = rowLayout(rows, context, { rowHeight: 20, marginRight: 100 });
  const most = Math.max(1, ...clusters.flatMap((row) => [row.baselineCents, row.scenarioCents]));
  const largest = clusters.reduce<SimulationCluster | undefined>(
    (best, row) =>
      best === undefined || Math.abs(row.differenceCents) > Math.abs(best.differenceCents) ? row : best,
    undefined,
  );
  const plot = drawPlot({
    ...layout,
    x: { domain: [0, most], label: null },
    marks: [
      ...valueAxis(axisMoney(lang, [most]), isNarrow(context) ? 2 : 5),
      layout.rowLabels,
      Plot.barX(clusters, {
        x: 'scenarioCents',
        y: 'cluster',
        fill: ACCENT,
        ariaLabel: (row) =>
          spoken(
            `${row.cluster}: ${moneyLabel(row.scenarioCents, lang)} (${signedMoneyLabel(row.differenceCents, lang)})`,
          ),
      }),
      Plot.tickX(clusters, {
        x: 'baselineCents',
        y: 'cluster',
        stroke: 'currentColor',
        strokeWidth: 2,
        inset: -2,
      }),
      Plot.text(clusters, {
        x: (row) => Math.max(row.baselineCents, row.scenarioCents),
        y: 'cluster',
        text: (row) => signedMoneyLabel(row.differenceCents, lang),
        textAnchor: 'start',
        dx: 6,
        fontSize: 11,
      }),
    ],
  });
  const title =
    largest === undefined || largest.differenceCents === 0
      ? say(W.same, lang)
      : say(W.clustersTitle, lang, {
          cluster: largest.cluster,
          amount: signedMoneyLabel(largest.differenceCents, lang),
        });
  return frameFigure(
    {
      id: 'payment',
      title,
      subtitle: say(W.clustersSubtitle, lang),
      reading: say(W.clustersReading, lang),
      plot,
      table: {
        id: 'payment',
        title,
        columns: [
          { key: 'cluster', label: say(W.cluster, lang), kind: 'text' },
          { key: 'n', label: say(W.episodes, lang), kind: 'number' },
          { key: 'baselineCents', label: say(W.baselineEuros, lang), kind: 'cents' },
          { key: 'scenarioCents', label: say(W.scenarioEuros, lang), kind: 'cents' },
          { key: 'differenceCents', label: say(W.differenceEuros, lang), kind: 'cents' },
          { key: 'lowCents', label: say(W.lowEuros, lang), kind: 'cents' },
          { key: 'highCents', label: say(W.highEuros, lang), kind: 'cents' },
        ],
        rows: clusters.map((row) => [
          row.cluster,
          row.n,
          row.baselineCents,
          row.scenarioCents,
          row.differenceCents,
          'undefined' in row.interval ? say(SIMULATE_WORDS.noInterval, lang) : row.interval.lowCents,
          'undefined' in row.interval ? null : row.interval.highCents,
        ]),
      },
    },
    context,
  );
}
