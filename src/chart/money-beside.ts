/** Figure: scenarios side by side, each by its difference with its own baseline, with intervals. */

import type { Figure } from '../model/figure.ts';
import type { SimulationBeside } from '../model/simulation.ts';
import { formatNumber } from '../text/format.ts';
import { say } from '../text/say.ts';
import { MONEY_FIGURE_WORDS as M } from '../text/words/figures.ts';
import { BESIDE_FIGURE_WORDS as W } from '../text/words/money-figures.ts';
import { SIMULATE_WORDS as T } from '../text/words/tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisMoney, signedMoneyLabel, withInterval } from './labels.ts';
import { ACCENT, GREY } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis, valueColumn } from './rows.ts';

export type BesideRow = Pick<SimulationBeside, 'scenario' | 'baseline' | 'total'>;

/** Figure `beside`, in the order given; the highest in the accent. */
export function moneyBeside(scenarios: readonly BesideRow[], context: FigureContext): Figure {
  const { lang } = context;
  const rows = scenarios.map(({ scenario, baseline, total }, at) => ({
    key: String(at),
    label: scenario.title,
    baseline: baseline.title,
    total,
    cents: total.differenceCents,
    ...('undefined' in total.interval
      ? {}
      : { low: total.interval.lowCents, high: total.interval.highCents, level: total.interval.level }),
  }));
  const best = rows.toSorted((a, b) => b.cents - a.cents)[0];
  const layout = rowLayout(rows, context, { rowHeight: 30, marginRight: 92 });
  const ends = rows.flatMap((row) => [row.cents, row.low ?? row.cents, row.high ?? row.cents]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const spare = (most - least || 1) * 0.03;
  const colour = (row: (typeof rows)[number]): string => (row === best ? ACCENT : GREY);
  const plot = drawPlot({
    ...layout,
    x: { domain: [least - spare, most + spare], label: null },
    marks: [
      ...valueAxis(axisMoney(lang, [least, most]), isNarrow(context) ? 2 : 4),
      layout.rowLabels,
      Plot.ruleX([0], { stroke: 'currentColor' }),
      Plot.ruleY(
        rows.filter((row) => row.low !== undefined),
        { x1: 'low', x2: 'high', y: 'key', stroke: colour, strokeWidth: 2 },
      ),
      Plot.dot(rows, {
        x: 'cents',
        y: 'key',
        r: 5,
        fill: colour,
        ariaLabel: (row: (typeof rows)[number]) => spoken(`${row.label}: ${withInterval(row, lang)}`),
      }),
      valueColumn(rows, layout, (row) => signedMoneyLabel(row.cents, lang)),
    ],
  });
  const level = rows.find((row) => row.level !== undefined)?.level ?? 0.95;
  const apart = rows.every(
    (row) => row === best || best?.low === undefined || row.high === undefined || row.high < best.low,
  );
  const title =
    best === undefined
      ? say(M.same, lang)
      : say(apart ? W.title : W.unsure, lang, {
          best: best.label,
          amount: signedMoneyLabel(best.cents, lang),
        });
  return frameFigure(
    {
      id: 'beside',
      title,
      subtitle: say(W.subtitle, lang, { level: `${formatNumber(level * 100, lang)}%` }),
      reading: say(W.reading, lang),
      plot,
      table: {
        id: 'beside',
        title,
        columns: [
          { key: 'scenario', label: say(T.scenario, lang), kind: 'text' },
          { key: 'against', label: say(T.against, lang), kind: 'text' },
          { key: 'baselineCents', label: say(M.baselineEuros, lang), kind: 'cents' },
          { key: 'scenarioCents', label: say(M.scenarioEuros, lang), kind: 'cents' },
          { key: 'differenceCents', label: say(M.differenceEuros, lang), kind: 'cents' },
          { key: 'lowCents', label: say(M.lowEuros, lang), kind: 'cents' },
          { key: 'highCents', label: say(M.highEuros, lang), kind: 'cents' },
        ],
        rows: rows.map(({ label, baseline, total, low, high }) => [
          label,
          baseline,
          total.baselineCents,
          total.scenarioCents,
          total.differenceCents,
          low ?? ('undefined' in total.interval ? total.interval.undefined : null),
          high ?? null,
        ]),
      },
    },
    context,
  );
}
