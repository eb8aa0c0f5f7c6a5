/** Figure: adjusted outcome against duration per member, with ellipses and the network's own lines. */

import type { BenchmarkResult, MemberEllipse } from '../model/benchmark.ts';
import type { Figure } from '../model/figure.ts';
import { mean } from '../stats/mean.ts';
import { say } from '../text/say.ts';
import { BENCHMARK_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { drawPlot, PLOT_FONT_SIZE, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { numberLabel } from './labels.ts';
import { levelWord, type MemberFigureOptions, memberColour } from './members.ts';
import { GREY } from './palette.ts';
import { placeLabels } from './place-labels.ts';
import { Plot } from './plot.ts';
import { fitText } from './text-lines.ts';

interface Placed extends MemberEllipse {
  readonly member: string;
}

const MARGIN = { marginTop: 24, marginRight: 14, marginBottom: 40, marginLeft: 48 } as const;

/** Figure `outcome-duration`: one's own member in the accent, peers grey; no line is fitted through the members. */
export function outcomeDuration(
  result: Pick<BenchmarkResult, 'members' | 'joint'>,
  context: FigureContext,
  options: MemberFigureOptions = {},
): Figure {
  const { lang } = context;
  const rows = result.members.flatMap((member): Placed[] =>
    'undefined' in member.ellipse ? [] : [{ ...member.ellipse, member: member.member }],
  );
  // One's own last: drawn on top.
  const placed = rows.toSorted((a, b) => Number(a.member === options.own) - Number(b.member === options.own));
  const outlines = placed.map((row) => ({ row, points: ellipsePoints(row) }));
  const xs = outlines.flatMap(({ points }) => points.map((point) => point.x));
  const ys = outlines.flatMap(({ points }) => points.map((point) => point.y));
  const x = padded(xs);
  const y = padded(ys);
  const width = context.width ?? DEFAULT_WIDTH;
  const height = isNarrow(context) ? 340 : 440;
  const inner = {
    width: width - MARGIN.marginLeft - MARGIN.marginRight,
    height: height - MARGIN.marginTop - MARGIN.marginBottom,
  };
  const centre = { x: mean(rows.map((row) => row.duration)), y: mean(rows.map((row) => row.outcome)) };
  const across = (days: number): number => ((days - x[0]) / (x[1] - x[0])) * inner.width;
  const down = (points: number): number => (1 - (points - y[0]) / (y[1] - y[0])) * inner.height;
  // A long name would leave the frame; the table beside the figure holds it whole.
  const label = (row: Placed): string => fitText(row.member, inner.width * 0.4, PLOT_FONT_SIZE);
  const labels = placeLabels(
    placed.map((row) => ({
      x: across(row.duration),
      y: down(row.outcome),
      text: label(row),
    })),
    inner.width,
    inner.height,
    { x: across(centre.x), y: down(centre.y) },
  );
  const corner = (anchor: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right', text: string) =>
    Plot.text([text], {
      text: (line: string) => line,
      frameAnchor: anchor,
      // Beside the name of the axis, which has the corner itself.
      dx: anchor === 'top-left' ? 72 : anchor.endsWith('left') ? 4 : -4,
      dy: anchor.startsWith('top') ? -16 : -4,
      fontSize: 11,
      fillOpacity: 0.72,
    });
  const words = (outcome: keyof typeof W, duration: keyof typeof W): string =>
    `${say(W[duration], lang)}, ${say(W[outcome], lang)}`;
  const plot = drawPlot({
    width,
    height,
    ...MARGIN,
    x: { domain: x, label: null, nice: false },
    y: { domain: y, label: null, nice: false },
    marks: [
      Plot.axisX({
        ticks: isNarrow(context) ? 4 : 7,
        tickSize: 0,
        tickFormat: (days: number) => numberLabel(days, lang),
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.axisY({
        ticks: 6,
        tickSize: 0,
        tickFormat: (points: number) => numberLabel(points, lang, y[1] - y[0] < 6 ? 1 : 0),
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.ruleX([centre.x], { stroke: 'currentColor', strokeDasharray: '4,3' }),
      Plot.ruleY([centre.y], { stroke: 'currentColor', strokeDasharray: '4,3' }),
      ...outlines.map(({ row, points }) =>
        Plot.line(points, {
          x: 'x',
          y: 'y',
          curve: 'linear-closed',
          stroke: memberColour(row.member, options),
          strokeWidth: row.member === options.own ? 2 : 1,
          fill: memberColour(row.member, options),
          fillOpacity: row.member === options.own ? 0.16 : 0.07,
        }),
      ),
      Plot.dot(placed, {
        x: 'duration',
        y: 'outcome',
        r: 4.5,
        fill: (row: Placed) => memberColour(row.member, options),
        ariaLabel: (row: Placed) =>
          spoken(
            `${row.member}: ${say(W.outcomeName, lang)} ${numberLabel(row.outcome, lang, 1)}, ${say(W.durationName, lang)} ${numberLabel(row.duration, lang)}`,
          ),
      }),
      ...placed.map((row, index) => {
        const { dx, dy, anchor } = labels[index]!;
        return Plot.text([row], {
          x: 'duration',
          y: 'outcome',
          text: label,
          dx,
          dy,
          textAnchor: anchor,
          fontWeight: row.member === options.own ? 600 : 400,
        });
      }),
      Plot.text([say(W.durationAxis, lang)], {
        text: (line: string) => line,
        frameAnchor: 'bottom-right',
        dy: 36,
        fontSize: 12,
      }),
      Plot.text([say(W.outcomeAxis, lang)], {
        text: (line: string) => line,
        frameAnchor: 'top-left',
        dx: -MARGIN.marginLeft + 4,
        dy: -18,
        fontSize: 12,
      }),
      ...(isNarrow(context)
        ? []
        : [
            corner('top-left', words('moreOutcome', 'shorter')),
            corner('top-right', words('moreOutcome', 'longer')),
            corner('bottom-left', words('lessOutcome', 'shorter')),
            corner('bottom-right', words('lessOutcome', 'longer')),
          ]),
      Plot.frame({ stroke: GREY, strokeOpacity: 0.5 }),
    ],
  });
  const n = 'undefined' in result.joint ? 0 : result.joint.n;
  const title = titleOf(rows, centre, options, context);
  return frameFigure(
    {
      id: 'outcome-duration',
      title,
      subtitle: say(W.quadrantSubtitle, lang, {
        level: levelWord(options),
        n: n === 0 ? '–' : numberLabel(n, lang),
      }),
      reading: say(W.quadrantReading, lang),
      plot,
      table: {
        id: 'outcome-duration',
        title,
        columns: [
          { key: 'member', label: say(W.member, lang), kind: 'text' },
          { key: 'n', label: say(W.episodes, lang), kind: 'count' },
          { key: 'outcome', label: say(W.outcomeName, lang), kind: 'number' },
          { key: 'duration', label: say(W.durationName, lang), kind: 'number' },
        ],
        rows: rows.map((row) => [row.member, row.n, row.outcome, row.duration]),
      },
    },
    context,
  );
}

/** The boundary d' C^-1 d = chi²: the circle, stretched by the Cholesky factor of the covariance. */
function ellipsePoints({
  duration,
  outcome,
  covariance,
  chiSquare,
}: MemberEllipse): { x: number; y: number }[] {
  const varianceOutcome = covariance[0]![0];
  const shared = covariance[0]![1];
  const varianceDuration = covariance[1]![1];
  const a = Math.sqrt(varianceDuration);
  const b = a === 0 ? 0 : shared / a;
  const c = Math.sqrt(Math.max(0, varianceOutcome - b * b));
  const radius = Math.sqrt(chiSquare);
  return Array.from({ length: 48 }, (_, step) => {
    const angle = (2 * Math.PI * step) / 48;
    return {
      x: duration + radius * a * Math.cos(angle),
      y: outcome + radius * (b * Math.cos(angle) + c * Math.sin(angle)),
    };
  });
}

function padded(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.06;
  return [low - room, high + room];
}

/** States the own member's place only where the network's centre lies outside its ellipse. */
function titleOf(
  rows: readonly Placed[],
  centre: { x: number; y: number },
  { own }: MemberFigureOptions,
  { lang }: FigureContext,
): string {
  const row = rows.find((one) => one.member === own);
  if (own === undefined || row === undefined) return say(W.quadrantTitle, lang);
  const [dx, dy] = [row.duration - centre.x, row.outcome - centre.y];
  const [[vy, cov], [, vx]] = row.covariance as readonly [
    readonly [number, number],
    readonly [number, number],
  ];
  const determinant = vx * vy - cov * cov;
  const distance = (dx * dx * vy - 2 * dx * dy * cov + dy * dy * vx) / determinant;
  if (!(distance > row.chiSquare)) return say(W.notDistinct, lang, { own });
  return say(W.quadrantOwn, lang, {
    own,
    outcome: say(dy > 0 ? W.moreOutcome : W.lessOutcome, lang),
    duration: say(dx > 0 ? W.longer : W.shorter, lang),
  });
}
