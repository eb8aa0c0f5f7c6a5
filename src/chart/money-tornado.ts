/** Figure: what each input does to the difference, taken lower and higher, largest swing first. */

import type { Figure } from '../model/figure.ts';
import type { SimulationResult, TornadoBar } from '../model/simulation.ts';
import { formatNumber } from '../text/format.ts';
import { say } from '../text/say.ts';
import { MONEY_FIGURE_WORDS as M } from '../text/words/figures.ts';
import { TORNADO_FIGURE_WORDS as W } from '../text/words/money-figures.ts';
import { STEP_WORDS, SIMULATE_WORDS as T, TABLE_WORDS } from '../text/words/tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisMoney, moneyLabel, signedMoneyLabel } from './labels.ts';
import { ACCENT, GREY } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis, valueColumn } from './rows.ts';

const MOST_ROWS = 15;

/** Figure `tornado`: bars begin at the difference as computed; they need not be equally long. */
export function moneyTornado(
  tornado: NonNullable<SimulationResult['tornado']>,
  total: SimulationResult['total'],
  context: FigureContext,
): Figure {
  const { lang } = context;
  const { bars, share } = tornado;
  const percent = `${formatNumber(share * 100, lang, Number.isInteger(share * 100) ? 0 : 1)}%`;
  const centre = total.differenceCents;
  const rows = bars.slice(0, MOST_ROWS).map((bar, at) => ({
    ...bar,
    key: String(at),
    label: nameOf(bar, lang),
    swing: Math.abs(bar.highCents - bar.lowCents),
  }));
  const layout = rowLayout(rows, context, { marginRight: 92 });
  const ends = [centre, ...rows.flatMap((row) => [row.lowCents, row.highCents])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const spare = (most - least || 1) * 0.03;
  const said = (side: 'down' | 'up', end: 'lowCents' | 'highCents') => {
    return (row: (typeof rows)[number]): string =>
      spoken(say(W[side], lang, { name: row.label, percent, amount: signedMoneyLabel(row[end], lang) }));
  };
  const plot = drawPlot({
    ...layout,
    x: { domain: [least - spare, most + spare], label: null },
    marks: [
      ...valueAxis(axisMoney(lang, [least, most]), isNarrow(context) ? 2 : 5),
      layout.rowLabels,
      Plot.barX(rows, {
        x1: () => centre,
        x2: 'lowCents',
        y: 'key',
        fill: GREY,
        fillOpacity: 0.75,
        ariaLabel: said('down', 'lowCents'),
      }),
      Plot.barX(rows, {
        x1: () => centre,
        x2: 'highCents',
        y: 'key',
        fill: ACCENT,
        ariaLabel: said('up', 'highCents'),
      }),
      Plot.ruleX([centre], { stroke: 'currentColor' }),
      valueColumn(rows, layout, (row) => `± ${moneyLabel(row.swing / 2, lang)}`),
    ],
  });
  const [first] = rows;
  const title =
    first === undefined
      ? say(W.none, lang)
      : say(W.title, lang, {
          name: first.label,
          percent,
          amount: moneyLabel(first.swing / 2, lang),
        });
  const words = { percent, shown: String(rows.length), all: String(bars.length) };
  return frameFigure(
    {
      id: 'tornado',
      title,
      subtitle: say(rows.length < bars.length ? W.subtitleSome : W.subtitle, lang, words),
      reading: say(W.reading, lang, { amount: signedMoneyLabel(centre, lang) }),
      plot,
      table: {
        id: 'tornado',
        title,
        columns: [
          { key: 'name', label: say(TABLE_WORDS.what, lang), kind: 'text' },
          { key: 'lowCents', label: say(T.lower, lang), kind: 'cents' },
          { key: 'differenceCents', label: say(M.differenceEuros, lang), kind: 'cents' },
          { key: 'highCents', label: say(T.higher, lang), kind: 'cents' },
        ],
        rows: (bars.length === 0 ? [undefined] : bars).map((bar) => [
          bar === undefined ? '' : nameOf(bar, lang),
          bar?.lowCents ?? null,
          centre,
          bar?.highCents ?? null,
        ]),
      },
    },
    context,
  );
}

function nameOf({ kind, name }: TornadoBar, lang: FigureContext['lang']): string {
  return `${say(STEP_WORDS[kind], lang)} ${name}`;
}
