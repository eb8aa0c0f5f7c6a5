/** Figure: who was measured, per member, the network on top: the quality of the data before the data. */

import type { BenchmarkMember, BenchmarkResult } from '../model/benchmark.ts';
import type { Figure } from '../model/figure.ts';
import type { ResponseCounts, ResponseStatus } from '../model/outcomes.ts';
import { formatShare } from '../text/format.ts';
import { say } from '../text/say.ts';
import { BENCHMARK_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { RESPONSE_WORDS } from '../text/words/outcome-tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisShare, numberLabel } from './labels.ts';
import { STEPS } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis } from './rows.ts';

/** Open episodes are in no rate and in no bar. */
const STATUSES: readonly Exclude<ResponseStatus, 'open'>[] = [
  'completer',
  'dropout',
  'nonResponder',
  'nonStarter',
];
/** The network's key cannot be a member's: names are never empty. */
const NETWORK = '';

interface Part {
  readonly key: string;
  readonly status: number;
  readonly from: number;
  readonly to: number;
}

/** Figure `response`: the four statuses of closed episodes as shares. */
export function responseBars(
  result: Pick<BenchmarkResult, 'response'> & {
    readonly members: readonly Pick<BenchmarkMember, 'member' | 'response' | 'responseShares'>[];
  },
  context: FigureContext,
): Figure {
  const { lang } = context;
  const all = [
    { key: NETWORK, response: result.response },
    ...result.members.map(({ member, response, responseShares }) => ({
      key: member,
      // A peer's counts stay unsaid; the drawing needs only its shares.
      response: 'undefined' in response ? (responseShares ?? response) : response,
    })),
  ];
  const counted = all.flatMap(({ key, response }) =>
    'undefined' in response || closed(response) === 0 ? [] : [{ key, response }],
  );
  const rows = counted.map(({ key }) => ({ key, label: key === NETWORK ? say(W.network, lang) : key }));
  const parts = counted.flatMap(({ key, response }): Part[] => {
    let reached = 0;
    return STATUSES.map((name, status) => {
      const from = reached;
      reached += response[name] / closed(response);
      return { key, status, from, to: reached };
    });
  });
  const layout = rowLayout(rows, context, { marginRight: 18 });
  const plot = drawPlot({
    ...layout,
    x: { domain: [0, 1], label: null },
    marks: [
      ...valueAxis((share) => axisShare(share, lang), isNarrow(context) ? 3 : 5),
      layout.rowLabels,
      Plot.barX(parts, {
        x1: 'from',
        x2: 'to',
        y: 'key',
        fill: (part: Part) => STEPS[part.status],
        ariaLabel: (part: Part) =>
          spoken(
            `${part.key === NETWORK ? say(W.network, lang) : part.key}: ${say(RESPONSE_WORDS[STATUSES[part.status]!], lang)} ${axisShare(part.to - part.from, lang)}`,
          ),
        insetRight: 1,
      }),
      Plot.text(
        parts.filter((part) => part.to - part.from >= (isNarrow(context) ? 0.16 : 0.08)),
        {
          x: (part) => (part.from + part.to) / 2,
          y: 'key',
          text: (part) => axisShare(part.to - part.from, lang),
          fontSize: 11,
          // Dark on light segments, light on dark ones, whatever the paper.
          fill: (part: Part) => (part.status === 0 ? '#ffffff' : '#111111'),
        },
      ),
    ],
  });
  const { response } = result;
  const n = 'undefined' in response ? 0 : closed(response);
  const list = STATUSES.map((name) => say(RESPONSE_WORDS[name], lang)).join(', ');
  const rate = 'undefined' in response ? undefined : response.rate;
  return frameFigure(
    {
      id: 'response',
      title:
        typeof rate === 'number'
          ? say(W.responseTitle, lang, { share: formatShare(rate, lang) })
          : say(W.responseUnknown, lang),
      subtitle: say(W.responseSubtitle, lang, { n: numberLabel(n, lang) }),
      reading: say(W.responseReading, lang, { list }),
      plot,
      table: {
        id: 'response',
        title: say(W.responseUnknown, lang),
        columns: [
          { key: 'member', label: say(W.member, lang), kind: 'text' },
          ...STATUSES.map((name) => ({
            key: name,
            label: `${say(RESPONSE_WORDS[name], lang)} (%)`,
            kind: 'share' as const,
          })),
        ],
        rows: counted.map(({ key, response: counts }) => [
          key === NETWORK ? say(W.network, lang) : key,
          ...STATUSES.map((name) => counts[name] / closed(counts)),
        ]),
      },
    },
    context,
  );
}

function closed(response: ResponseCounts): number {
  return STATUSES.reduce((sum, name) => sum + response[name], 0);
}
