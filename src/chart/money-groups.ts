/** Figure: what the scenario does to each site, team, payer, setting or member, with intervals. */

import type { Figure } from '../model/figure.ts';
import type { GroupDimension, SimulationGroup } from '../model/simulation.ts';
import { formatNumber } from '../text/format.ts';
import { say } from '../text/say.ts';
import { MONEY_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { DIMENSION_WORDS, TABLE_WORDS } from '../text/words/tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisMoney, signedMoneyLabel } from './labels.ts';
import { ACCENT, GREY, SECOND } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis, valueColumn } from './rows.ts';

const MOST_ROWS = 25;

interface Row {
  readonly key: string;
  readonly label: string;
  readonly group: SimulationGroup;
  readonly cents: number;
  readonly low?: number;
  readonly high?: number;
}

/** Figure `groups-site` etc.: largest loss first. A coloured dot has its whole interval on one side of 0. */
export function moneyGroups(
  groups: readonly SimulationGroup[],
  by: GroupDimension,
  context: FigureContext,
): Figure {
  const { lang } = context;
  const all = groups.map((group) => rowOf(group, context)).sort((a, b) => a.cents - b.cents);
  // The largest changes at both ends are the answer; the table holds all.
  const rows =
    all.length <= MOST_ROWS ? all : [...all.slice(0, MOST_ROWS - 12), ...all.slice(all.length - 12)];
  const layout = rowLayout(rows, context, { marginRight: 92 });
  const ends = rows.flatMap((row) => [row.cents, row.low ?? 0, row.high ?? 0]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const spare = (most - least || 1) * 0.03;
  const plot = drawPlot({
    ...layout,
    x: { domain: [least - spare, most + spare], label: null },
    marks: [
      ...valueAxis(axisMoney(lang, [least, most]), isNarrow(context) ? 2 : 5),
      layout.rowLabels,
      Plot.ruleX([0], { stroke: 'currentColor' }),
      Plot.ruleY(
        rows.filter((row) => row.low !== undefined),
        { x1: 'low', x2: 'high', y: 'key', stroke: colourOf, strokeWidth: 2 },
      ),
      Plot.dot(rows, {
        x: 'cents',
        y: 'key',
        r: 4.5,
        fill: colourOf,
        ariaLabel: (row: (typeof rows)[number]) =>
          spoken(`${row.label}: ${signedMoneyLabel(row.cents, lang)}`),
      }),
      valueColumn(rows, layout, (row) => signedMoneyLabel(row.cents, lang)),
    ],
  });
  const level = groups.map((group) => group.interval).find((interval) => !('undefined' in interval));
  const percent = level && !('undefined' in level) ? `${formatNumber(level.level * 100, lang)}%` : '95%';
  const title = titleOf(all, by, context);
  return frameFigure(
    {
      id: `groups-${by}`,
      title,
      subtitle: say(W.groupsSubtitle, lang, { level: percent }),
      reading: say(W.groupsReading, lang),
      plot,
      table: {
        id: `groups-${by}`,
        title,
        columns: [
          { key: 'value', label: say(W.group, lang), kind: 'text' },
          { key: 'n', label: say(W.episodes, lang), kind: 'count' },
          { key: 'baselineCents', label: say(W.baselineEuros, lang), kind: 'cents' },
          { key: 'scenarioCents', label: say(W.scenarioEuros, lang), kind: 'cents' },
          { key: 'differenceCents', label: say(W.differenceEuros, lang), kind: 'cents' },
          { key: 'lowCents', label: say(W.lowEuros, lang), kind: 'cents' },
          { key: 'highCents', label: say(W.highEuros, lang), kind: 'cents' },
        ],
        rows: all.map(({ label, group, low, high }) => [
          label,
          group.n,
          group.baselineCents,
          group.scenarioCents,
          group.differenceCents,
          low ?? ('undefined' in group.interval ? group.interval.undefined : null),
          high ?? null,
        ]),
      },
    },
    context,
  );
}

function rowOf(group: SimulationGroup, { lang }: FigureContext): Row {
  const { interval } = group;
  return {
    key: group.value,
    label: group.value === '' ? say(TABLE_WORDS.blankGroup, lang) : group.value,
    group,
    cents: group.differenceCents,
    ...('undefined' in interval ? {} : { low: interval.lowCents, high: interval.highCents }),
  };
}

function side(row: Row): -1 | 0 | 1 {
  if (row.low === undefined || row.high === undefined) return 0;
  return row.high < 0 ? -1 : row.low > 0 ? 1 : 0;
}

function colourOf(row: Row): string {
  return side(row) < 0 ? SECOND : side(row) > 0 ? ACCENT : GREY;
}

function titleOf(rows: readonly Row[], by: GroupDimension, { lang }: FigureContext): string {
  const down = rows.filter((row) => side(row) < 0).length;
  const up = rows.filter((row) => side(row) > 0).length;
  const words = {
    by: say(DIMENSION_WORDS[by], lang),
    down: String(down),
    up: String(up),
    all: String(rows.length),
  };
  return say(down + up === 0 ? W.groupsUnsure : W.groupsFall, lang, words);
}
