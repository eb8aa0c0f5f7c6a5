/** Figure: each member's difference from the network before and after case-mix adjustment. */

import type { BenchmarkResult, MeasureName } from '../model/benchmark.ts';
import type { Figure } from '../model/figure.ts';
import type { NotComputed } from '../model/meta.ts';
import type { Bilingual } from '../model/text.ts';
import { mean } from '../stats/mean.ts';
import { say } from '../text/say.ts';
import { BENCHMARK_FIGURE_WORDS } from '../text/words/figures.ts';
import { SLOPE_FIGURE_WORDS as W } from '../text/words/quality-figures.ts';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { drawPlot, PLOT_FONT_SIZE, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { numberLabel } from './labels.ts';
import { type MemberFigureOptions, memberColour, placedMembers } from './members.ts';
import { Plot } from './plot.ts';
import { spreadLabels } from './spread-labels.ts';
import { fitText } from './text-lines.ts';

const NAMES: Readonly<Record<MeasureName, Bilingual>> = {
  outcome: BENCHMARK_FIGURE_WORDS.outcomeName,
  duration: BENCHMARK_FIGURE_WORDS.durationName,
  cost: BENCHMARK_FIGURE_WORDS.costName,
};
/** More names than this cannot stand beside each other: then one's own and those that move most. */
const MOST_NAMES = 18;
const NAME_HEIGHT = 15;

interface Slope {
  readonly member: string;
  readonly n: number | string;
  readonly observed: number;
  readonly adjusted: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Figure `case-mix-outcome` etc. Both ends are differences from the plain mean over the members drawn, so that
 * a line slopes by the case mix alone. Not computed: `no-case-mix`, or why there is no model.
 */
export function caseMixSlope(
  result: Pick<BenchmarkResult, 'members' | 'models'>,
  measure: MeasureName,
  context: FigureContext,
  options: MemberFigureOptions = {},
): Figure | NotComputed {
  const { lang } = context;
  const model = result.models[measure];
  if (model === undefined) return { undefined: 'no-case-mix' };
  if ('undefined' in model) return model;
  if (model.coefficients.length < 2) return { undefined: 'no-case-mix' };
  const rows = slopesOf(result, measure);
  if (rows.length === 0) return { undefined: 'covariate-constant-within-members' };

  const ends = rows.flatMap((row) => [row.before, row.after]);
  const [lowest, highest] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = (highest - lowest || 1) * 0.06;
  const y: [number, number] = [lowest - room, highest + room];
  const decimals = decimalsOf(highest - lowest);
  const signed = (value: number) => `${value > 0 ? '+' : ''}${numberLabel(value, lang, decimals)}`;

  const width = context.width ?? DEFAULT_WIDTH;
  const height = isNarrow(context) ? 340 : 400;
  const margin = {
    marginTop: 26,
    marginBottom: 10,
    marginLeft: 64,
    marginRight: isNarrow(context) ? 130 : 210,
  };
  const inner = height - margin.marginTop - margin.marginBottom;
  const down = (value: number) => (1 - (value - y[0]) / (y[1] - y[0])) * inner;
  const names = namedRows(rows, options.own)
    .map((row) => ({ row, at: down(row.after), size: NAME_HEIGHT }))
    .toSorted((a, b) => a.at - b.at);
  const middles = spreadLabels(names, 0, inner);
  const order = rows.toSorted((a, b) => Number(a.member === options.own) - Number(b.member === options.own));
  const lines = order.flatMap((row) => [
    { ...row, x: 'before', y: row.before },
    { ...row, x: 'after', y: row.after },
  ]);
  const colour = (row: { readonly member: string }) => memberColour(row.member, options);
  const plot = drawPlot({
    width,
    height,
    ...margin,
    x: { type: 'point', domain: ['before', 'after'], padding: 0, label: null, axis: null },
    y: { domain: y, label: null, nice: false },
    marks: [
      Plot.axisX({
        anchor: 'top',
        tickSize: 0,
        label: null,
        tickFormat: (end: string) => say(end === 'before' ? W.before : W.after, lang),
      }),
      Plot.axisY({ ticks: 6, tickSize: 0, tickFormat: signed, label: null, fillOpacity: 0.8 }),
      Plot.ruleY([0], { stroke: 'currentColor', strokeDasharray: '4,3' }),
      Plot.line(lines, {
        x: 'x',
        y: 'y',
        z: 'member',
        stroke: colour,
        strokeWidth: (row: Slope) => (row.member === options.own ? 2.5 : 1.2),
      }),
      Plot.dot(lines, {
        x: 'x',
        y: 'y',
        r: 3.5,
        fill: colour,
        ariaLabel: (row: (typeof lines)[number]) =>
          spoken(`${row.member}, ${say(row.x === 'before' ? W.before : W.after, lang)}: ${signed(row.y)}`),
      }),
      ...names.map(({ row, at }, index) =>
        Plot.text([row], {
          x: () => 'after',
          y: 'after',
          text: () => `${fitText(row.member, margin.marginRight - 64, PLOT_FONT_SIZE)} ${signed(row.after)}`,
          textAnchor: 'start',
          dx: 10,
          dy: middles[index]! - at,
          fontWeight: row.member === options.own ? 600 : 400,
        }),
      ),
    ],
  });
  const title = titleOf(rows, options, signed, context);
  return frameFigure(
    {
      id: `case-mix-${measure}`,
      title,
      subtitle: say(W.subtitle, lang, { measure: say(NAMES[measure], lang), n: numberLabel(model.n, lang) }),
      reading: say(W.reading, lang),
      plot,
      table: {
        id: `case-mix-${measure}`,
        title,
        columns: [
          { key: 'member', label: say(BENCHMARK_FIGURE_WORDS.member, lang), kind: 'text' },
          { key: 'n', label: say(BENCHMARK_FIGURE_WORDS.episodes, lang), kind: 'count' },
          { key: 'observed', label: say(W.observed, lang), kind: 'number' },
          { key: 'adjusted', label: say(W.adjusted, lang), kind: 'number' },
          { key: 'before', label: say(W.observedDifference, lang), kind: 'number' },
          { key: 'after', label: say(W.adjustedDifference, lang), kind: 'number' },
        ],
        rows: rows.map((row) => [row.member, row.n, row.observed, row.adjusted, row.before, row.after]),
      },
    },
    context,
  );
}

function slopesOf(result: Pick<BenchmarkResult, 'members'>, measure: MeasureName): Slope[] {
  const placed = placedMembers(result.members, (member) => member[measure]);
  const observedOf = new Map(
    result.members.flatMap((member) => {
      const own = member[measure];
      return own === undefined || 'undefined' in own ? [] : [[member.member, own.observed] as const];
    }),
  );
  const before = mean(placed.map((row) => observedOf.get(row.member)!));
  const after = mean(placed.map((row) => row.adjusted));
  return placed.map(({ member, n, adjusted }) => {
    const observed = observedOf.get(member)!;
    return { member, n, observed, adjusted, before: observed - before, after: adjusted - after };
  });
}

function namedRows(rows: readonly Slope[], own: string | undefined): Slope[] {
  if (rows.length <= MOST_NAMES) return [...rows];
  const moved = (row: Slope) =>
    row.member === own ? Number.POSITIVE_INFINITY : Math.abs(row.after - row.before);
  return rows.toSorted((a, b) => moved(b) - moved(a)).slice(0, MOST_NAMES / 2);
}

function titleOf(
  rows: readonly Slope[],
  { own }: MemberFigureOptions,
  signed: (value: number) => string,
  { lang }: FigureContext,
): string {
  const mine = rows.find((row) => row.member === own);
  const most = rows.reduce((best, row) =>
    Math.abs(row.after - row.before) > Math.abs(best.after - best.before) ? row : best,
  );
  const shown = mine ?? most;
  const params = { before: signed(shown.before), after: signed(shown.after) };
  if (mine !== undefined) {
    const words = params.before === params.after ? W.ownSame : W.own;
    return say(words, lang, { own: mine.member, ...params });
  }
  return params.before === params.after
    ? say(W.none, lang)
    : say(W.most, lang, { member: most.member, ...params });
}

/** So many that two ticks of the axis never read the same. */
function decimalsOf(range: number): number {
  if (range >= 20) return 0;
  if (range >= 2) return 1;
  return range >= 0.2 ? 2 : 3;
}
