/** Figure: adjusted value per member with its interval, against the network. */

import type { BenchmarkResult, MeasureName } from '../model/benchmark.ts';
import type { Figure } from '../model/figure.ts';
import type { Bilingual } from '../model/text.ts';
import { mean } from '../stats/mean.ts';
import { say } from '../text/say.ts';
import { BENCHMARK_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { numberLabel } from './labels.ts';
import { levelWord, type MemberFigureOptions, memberColour, placedMembers } from './members.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis, valueColumn } from './rows.ts';

const MEASURE_NAMES: Readonly<Record<MeasureName, Bilingual>> = {
  outcome: W.outcomeName,
  duration: W.durationName,
  cost: W.costName,
};

/** Fewer members, or a lower share of real differences, and an order would be chance. */
const RANKED_MEMBERS = 10;
const RANKED_RANKABILITY = 0.5;

/** Figure `members-outcome` etc. Ordered by value only where the differences allow an order, else by name. */
export function memberCaterpillar(
  result: Pick<BenchmarkResult, 'members' | 'models'>,
  measure: MeasureName,
  context: FigureContext,
  options: MemberFigureOptions = {},
): Figure {
  const { lang } = context;
  const model = result.models[measure];
  const fitted = model === undefined || 'undefined' in model ? undefined : model;
  const members = placedMembers(result.members, (member) => member[measure]);
  const ranked =
    members.length >= RANKED_MEMBERS &&
    typeof fitted?.rankability === 'number' &&
    fitted.rankability >= RANKED_RANKABILITY;
  const rows = members
    .toSorted((a, b) => (ranked ? b.adjusted - a.adjusted : 0) || (a.member < b.member ? -1 : 1))
    .map((row) => ({ ...row, key: row.member, label: row.member }));
  const network = rows.length === 0 ? 0 : mean(rows.map((row) => row.adjusted));
  const lowest = Math.min(...rows.map((row) => row.low));
  const highest = Math.max(...rows.map((row) => row.high));
  const spread = highest - lowest;
  const decimals = spread >= 20 ? 0 : spread >= 2 ? 1 : 2;
  const layout = rowLayout(rows, context, { marginRight: 56 });
  const plot = drawPlot({
    ...layout,
    x: {
      label: null,
      ...(rows.length === 0 ? {} : { domain: [lowest - spread * 0.03, highest + spread * 0.03] }),
    },
    marks: [
      ...valueAxis((value) => numberLabel(value, lang, spread < 5 ? 1 : 0), isNarrow(context) ? 3 : 6),
      layout.rowLabels,
      Plot.ruleX(rows.length === 0 ? [] : [network], { stroke: 'currentColor', strokeDasharray: '4,3' }),
      Plot.ruleY(rows, {
        x1: 'low',
        x2: 'high',
        y: 'key',
        stroke: (row: (typeof rows)[number]) => memberColour(row.member, options),
        strokeWidth: 2,
      }),
      Plot.dot(rows, {
        x: 'adjusted',
        y: 'key',
        r: 4.5,
        fill: (row: (typeof rows)[number]) => memberColour(row.member, options),
        ariaLabel: (row: (typeof rows)[number]) => {
          const [value, low, high] = [row.adjusted, row.low, row.high].map((each) =>
            numberLabel(each, lang, decimals),
          );
          return spoken(`${row.member}: ${value} (${low} – ${high})`);
        },
      }),
      valueColumn(rows, layout, (row) => numberLabel(row.adjusted, lang, decimals)),
    ],
  });
  const name = say(MEASURE_NAMES[measure], lang);
  const differ = rows.filter((row) => row.low > network || row.high < network).length;
  const title =
    differ === 0
      ? say(W.caterpillarTitle, lang, { measure: name })
      : say(W.caterpillarDiffer, lang, { count: String(differ), all: String(rows.length), measure: name });
  return frameFigure(
    {
      id: `members-${measure}`,
      title,
      subtitle: say(W.caterpillarSubtitle, lang, {
        level: levelWord(options),
        n: fitted === undefined ? '–' : numberLabel(fitted.n, lang),
      }),
      ...(ranked ? {} : { reading: say(W.unranked, lang) }),
      plot,
      table: {
        id: `members-${measure}`,
        title,
        columns: [
          { key: 'member', label: say(W.member, lang), kind: 'text' },
          { key: 'n', label: say(W.episodes, lang), kind: 'count' },
          { key: 'adjusted', label: say(W.adjusted, lang), kind: 'number' },
          { key: 'low', label: say(W.low, lang), kind: 'number' },
          { key: 'high', label: say(W.high, lang), kind: 'number' },
        ],
        rows: rows.map((row) => [row.member, row.n, row.adjusted, row.low, row.high]),
      },
    },
    context,
  );
}
