/** Figure: how many episodes the rules advise to each cluster, in superclusters, against what was chosen. */

import type { Figure } from '../model/figure.ts';
import type { ScoreResult } from '../model/score.ts';
import { formatShare } from '../text/format.ts';
import { say } from '../text/say.ts';
import { CLUSTER_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { numberLabel, shareLabel } from './labels.ts';
import { ACCENT } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis } from './rows.ts';

export interface ClusterBarOptions {
  /** Clinician's choices per cluster code. */
  readonly chosen?: Readonly<Record<string, number>>;
  /** Names by code, in the language of the figure. */
  readonly clusterNames?: Readonly<Record<string, string>>;
  readonly superclusterNames?: Readonly<Record<string, string>>;
}

/** Figure `clusters`. */
export function clusterBars(
  result: Pick<ScoreResult, 'clusters'>,
  context: FigureContext,
  options: ClusterBarOptions = {},
): Figure {
  const { lang } = context;
  const { clusters } = result;
  const total = clusters.reduce((sum, row) => sum + row.advised, 0);
  const top = clusters.reduce<(typeof clusters)[number] | undefined>(
    (best, row) => (best === undefined || row.advised > best.advised ? row : best),
    undefined,
  );
  const groups = [...new Set(clusters.map((row) => row.supercluster))];
  const rows = groups.flatMap((code) => [
    { key: `group ${code}`, label: '' },
    ...clusters
      .filter((row) => row.supercluster === code)
      .map((row) => ({ key: row.cluster, label: clusterLabel(row.cluster, context, options) })),
  ]);
  const layout = rowLayout(rows, context, {
    rowHeight: 20,
    marginRight: 96,
    labelShare: isNarrow(context) ? 0.2 : 0.46,
  });
  const { chosen } = options;
  const most = Math.max(1, ...clusters.map((row) => Math.max(row.advised, chosen?.[row.cluster] ?? 0)));
  const plot = drawPlot({
    ...layout,
    x: { domain: [0, most], label: null },
    marks: [
      // No steps of half an episode.
      ...valueAxis((value) => numberLabel(value, lang), Math.min(most, isNarrow(context) ? 3 : 5)),
      layout.rowLabels,
      Plot.barX(clusters, {
        x: 'advised',
        y: 'cluster',
        fill: ACCENT,
        ariaLabel: (row) =>
          spoken(
            `${clusterLabel(row.cluster, context, options)}: ${numberLabel(row.advised, lang)} (${shareLabel(row.share, lang)})`,
          ),
      }),
      ...(chosen === undefined
        ? []
        : [
            Plot.tickX(
              clusters.filter((row) => chosen[row.cluster] !== undefined),
              {
                x: (row) => chosen[row.cluster],
                y: 'cluster',
                stroke: 'currentColor',
                strokeWidth: 2.5,
                inset: -2,
              },
            ),
          ]),
      Plot.text(clusters, {
        x: (row) => Math.max(row.advised, chosen?.[row.cluster] ?? 0),
        y: 'cluster',
        text: (row) => `${numberLabel(row.advised, lang)} (${shareLabel(row.share, lang)})`,
        textAnchor: 'start',
        dx: 6,
        fontSize: 11,
      }),
      Plot.text(groups, {
        x: 0,
        y: (code) => `group ${code}`,
        text: (code) => groupLabel(code, context, options),
        textAnchor: 'start',
        fontWeight: 600,
        dx: -layout.marginLeft + 4,
        dy: 3,
      }),
    ],
  });
  return frameFigure(
    {
      id: 'clusters',
      title:
        top === undefined || total === 0
          ? say(W.none, lang)
          : say(W.title, lang, { cluster: top.cluster, share: formatShare(top.share, lang) }),
      subtitle: say(W.subtitle, lang, { n: numberLabel(total, lang) }),
      ...(chosen === undefined ? {} : { reading: say(W.reading, lang) }),
      plot,
      table: {
        id: 'clusters',
        title: say(W.subtitle, lang, { n: numberLabel(total, lang) }),
        columns: [
          { key: 'cluster', label: say(W.cluster, lang), kind: 'text' },
          { key: 'advised', label: say(W.advised, lang), kind: 'count' },
          { key: 'share', label: say(W.share, lang), kind: 'share' },
          ...(chosen === undefined
            ? []
            : [{ key: 'chosen', label: say(W.chosen, lang), kind: 'count' as const }]),
        ],
        rows: clusters.map((row) => [
          row.cluster,
          row.advised,
          row.share,
          ...(chosen === undefined ? [] : [chosen[row.cluster] ?? 0]),
        ]),
      },
    },
    context,
  );
}

function clusterLabel(code: string, context: FigureContext, { clusterNames }: ClusterBarOptions): string {
  const name = clusterNames?.[code];
  return name === undefined || isNarrow(context) ? code : `${code} ${name}`;
}

function groupLabel(code: string, { lang }: FigureContext, { superclusterNames }: ClusterBarOptions): string {
  const name = superclusterNames?.[code];
  return name === undefined ? say(W.supercluster, lang, { code }) : `${code} · ${name}`;
}
