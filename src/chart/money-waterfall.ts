/** Figure: from the baseline's revenue to the scenario's, step by step; the steps add up exactly. */

import type { Figure } from '../model/figure.ts';
import type { SimulationOutcome } from '../model/simulation.ts';
import { formatNumber } from '../text/format.ts';
import { say } from '../text/say.ts';
import { MONEY_FIGURE_WORDS as W } from '../text/words/figures.ts';
import { STEP_WORDS } from '../text/words/tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisMoney, moneyLabel, numberLabel, signedMoneyLabel } from './labels.ts';
import { ACCENT, GREY, SECOND } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis, valueColumn } from './rows.ts';

/** Figure `waterfall`: each bar begins where the one above it ends; 0 is the baseline. */
export function moneyWaterfall(
  result: Pick<SimulationOutcome, 'total' | 'waterfall' | 'population'>,
  context: FigureContext,
): Figure {
  const { lang } = context;
  const { total } = result;
  let reached = 0;
  const steps = result.waterfall.map(({ step, cents }) => {
    const from = reached;
    reached += cents;
    return { key: step as string, label: say(STEP_WORDS[step], lang), from, to: reached, cents };
  });
  const sum = {
    key: 'difference',
    label: say(W.difference, lang),
    from: 0,
    to: total.differenceCents,
    cents: total.differenceCents,
  };
  const rows = [...steps, sum];
  const layout = rowLayout(rows, context, { rowHeight: 28, marginRight: 92 });
  const ends = rows.flatMap((row) => [row.from, row.to]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const spare = (most - least || 1) * 0.03;
  const colour = (row: (typeof rows)[number]): string => (row.cents < 0 ? SECOND : ACCENT);
  const said = (row: (typeof rows)[number]): string =>
    spoken(`${row.label}: ${signedMoneyLabel(row.cents, lang)}`);
  const plot = drawPlot({
    ...layout,
    x: { domain: [least - spare, most + spare], label: null },
    marks: [
      ...valueAxis(axisMoney(lang, [least, most]), isNarrow(context) ? 3 : 6),
      layout.rowLabels,
      Plot.ruleX([0], { stroke: 'currentColor' }),
      // A step that does nothing is still listed, as a tick.
      Plot.tickX(
        rows.filter((row) => row.cents === 0),
        { x: 'from', y: 'key', stroke: GREY, strokeWidth: 2 },
      ),
      Plot.barX(steps, {
        x1: 'from',
        x2: 'to',
        y: 'key',
        fill: colour,
        fillOpacity: 0.65,
        ariaLabel: said,
      }),
      Plot.barX([sum], { x1: 'from', x2: 'to', y: 'key', fill: colour, ariaLabel: said }),
      valueColumn(steps, layout, (row) => signedMoneyLabel(row.cents, lang)),
      valueColumn([sum], layout, (row) => signedMoneyLabel(row.cents, lang), 600),
    ],
  });
  const { interval } = total;
  return frameFigure(
    {
      id: 'waterfall',
      title: moneyTitle(total, context),
      subtitle: say(W.waterfallSubtitle, lang, {
        baseline: moneyLabel(total.baselineCents, lang),
        scenario: moneyLabel(total.scenarioCents, lang),
        n: numberLabel(result.population.episodes, lang),
      }),
      ...('undefined' in interval
        ? {}
        : {
            reading: say(W.waterfallReading, lang, {
              level: `${formatNumber(interval.level * 100, lang)}%`,
              low: moneyLabel(interval.lowCents, lang),
              high: moneyLabel(interval.highCents, lang),
            }),
          }),
      plot,
      table: {
        id: 'waterfall',
        title: moneyTitle(total, context),
        columns: [
          { key: 'step', label: say(W.step, lang), kind: 'text' },
          { key: 'cents', label: say(W.differenceEuros, lang), kind: 'cents' },
        ],
        rows: rows.map((row) => [row.label, row.cents]),
      },
    },
    context,
  );
}

function moneyTitle(total: SimulationOutcome['total'], { lang }: FigureContext): string {
  const cents = total.differenceCents;
  if (cents === 0) return say(W.same, lang);
  const percent = typeof total.differencePct === 'number' ? Math.abs(total.differencePct) : Number.NaN;
  return say(cents < 0 ? W.falls : W.rises, lang, {
    amount: moneyLabel(Math.abs(cents), lang),
    percent: Number.isNaN(percent) ? '–' : `${formatNumber(percent, lang, 1)}%`,
  });
}
