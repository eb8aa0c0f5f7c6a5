/** Figure: how many sites, teams, payers or members gain and lose, in bins fixed on the baseline. */

import type { Figure } from '../model/figure.ts';
import type { Winners } from '../model/simulation.ts';
import { binName } from '../text/bin-name.ts';
import { withMinus } from '../text/readable.ts';
import { say } from '../text/say.ts';
import { WINNERS_FIGURE_WORDS as W } from '../text/words/money-figures.ts';
import { DIMENSION_WORDS, SIMULATE_WORDS as T, TABLE_WORDS } from '../text/words/tables.ts';
import type { FigureContext } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { numberLabel, shareLabel } from './labels.ts';
import { ACCENT, GREY, SECOND } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueColumn } from './rows.ts';

/** Figure `winners-<dimension>`: losses at the top, gains below; the bin that holds 0 is grey. */
export function moneyWinners(winners: Winners, context: FigureContext): Figure {
  const { lang } = context;
  const rows = winners.bins.map((bin, at) => ({
    ...bin,
    key: String(at),
    label: withMinus(binName(bin, lang)),
    side: sideOf(bin),
  }));
  const countOf = ({ units, share }: (typeof rows)[number]): string =>
    `${numberLabel(units, lang)} (${shareLabel(share, lang)})`;
  const layout = rowLayout(rows, context, { rowHeight: 26, marginRight: 92, marginBottom: 6 });
  const plot = drawPlot({
    ...layout,
    x: { domain: [0, Math.max(1, ...rows.map(({ units }) => units))], label: null, axis: null },
    marks: [
      layout.rowLabels,
      Plot.barX(rows, {
        x: 'units',
        y: 'key',
        fill: (row: (typeof rows)[number]) => COLOURS[row.side],
        ariaLabel: (row: (typeof rows)[number]) => spoken(`${row.label}: ${countOf(row)}`),
      }),
      Plot.ruleX([0], { stroke: 'currentColor' }),
      valueColumn(rows, layout, countOf),
    ],
  });
  const count = (side: Side): number =>
    rows.reduce((sum, row) => sum + (row.side === side ? row.units : 0), 0);
  const title = say(W.title, lang, {
    by: say(DIMENSION_WORDS[winners.unit], lang),
    down: numberLabel(count('down'), lang),
    up: numberLabel(count('up'), lang),
    all: numberLabel(count('down') + count('same') + count('up'), lang),
  });
  return frameFigure(
    {
      id: `winners-${winners.unit}`,
      title,
      subtitle: say(W.subtitle, lang),
      plot,
      table: {
        id: `winners-${winners.unit}`,
        title,
        columns: [
          { key: 'change', label: say(T.change, lang), kind: 'text' },
          { key: 'units', label: say(T.units, lang), kind: 'count' },
          { key: 'share', label: say(TABLE_WORDS.share, lang), kind: 'share' },
        ],
        rows: rows.map(({ label, units, share }) => [label, units, share]),
      },
    },
    context,
  );
}

type Side = 'down' | 'same' | 'up';
const COLOURS: Readonly<Record<Side, string>> = { down: SECOND, same: GREY, up: ACCENT };

/** Bins end below their upper limit, so that one ending at 0 only holds losses. */
function sideOf({ from, to }: Winners['bins'][number]): Side {
  if (to !== undefined && to <= 0) return 'down';
  return from !== undefined && from > 0 ? 'up' : 'same';
}
