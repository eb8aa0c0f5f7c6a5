/** Figure: what a contract pays against what is produced, with its kinks and where one is now. */

import type { Figure } from '../model/figure.ts';
import type { CurveKink, PaymentCurve } from '../model/payment-curve.ts';
import type { Lang } from '../model/text.ts';
import { formatNumber } from '../text/format.ts';
import { say } from '../text/say.ts';
import { FORM_WORDS } from '../text/words/contracts.ts';
import { CURVE_FIGURE_WORDS as W } from '../text/words/money-figures.ts';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisMoney, moneyLabel, signedMoneyLabel } from './labels.ts';
import { ACCENT, GREY } from './palette.ts';
import { Plot } from './plot.ts';

/** Figure `contract-curve`: straight pieces; kinks are dots, said one by one below the drawing. */
export function contractCurve(curve: PaymentCurve, context: FigureContext): Figure {
  const { lang } = context;
  const { points, kinks, here } = curve;
  const furthest = points.at(-1)?.productionCents ?? 1;
  const ends = [...points.map(({ payCents }) => payCents), here.payCents, 0];
  const [least, most] = [Math.min(...ends), Math.max(...ends, furthest * 0.1)];
  // Without a contract pay equals production: drawn as far as the frame goes.
  const even = Math.min(furthest, most);
  const rightOfMiddle = here.productionCents > furthest / 2;
  const plot = drawPlot({
    width: context.width ?? DEFAULT_WIDTH,
    height: isNarrow(context) ? 280 : 340,
    marginTop: 22,
    marginBottom: 40,
    marginLeft: isNarrow(context) ? 62 : 74,
    marginRight: 36,
    x: { domain: [0, furthest], label: null },
    y: { domain: [least, most * 1.04], label: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: GREY, strokeOpacity: 0.3 }),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        tickFormat: axisMoney(lang, [most]),
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.axisX({
        ticks: isNarrow(context) ? 3 : 6,
        tickSize: 0,
        tickFormat: axisMoney(lang, [furthest]),
        label: null,
        fillOpacity: 0.8,
      }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      Plot.line(
        [
          [0, 0],
          [even, even],
        ],
        { stroke: 'currentColor', strokeDasharray: '2,4', strokeOpacity: 0.7 },
      ),
      Plot.line(points, { x: 'productionCents', y: 'payCents', stroke: ACCENT, strokeWidth: 2.5 }),
      Plot.dot(kinks, {
        x: 'productionCents',
        y: 'payCents',
        r: 3.5,
        fill: ACCENT,
        ariaLabel: (kink: CurveKink) => spoken(kinkSentence(kink, lang)),
      }),
      Plot.ruleX([here.productionCents], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      Plot.dot([here], {
        x: 'productionCents',
        y: 'payCents',
        r: 6,
        fill: ACCENT,
        ariaLabel: () => spoken(`${say(W.here, lang)}: ${place(here, lang)}`),
      }),
      // At the foot of its line, where the curve seldom is.
      Plot.text([here], {
        x: 'productionCents',
        y: () => least,
        text: () => `${say(W.here, lang)}: ${moneyLabel(here.payCents, lang)}`,
        textAnchor: rightOfMiddle ? 'end' : 'start',
        dx: rightOfMiddle ? -10 : 10,
        dy: -10,
        fontWeight: 600,
      }),
      corner('top-left', `↑ ${say(W.payment, lang)}`, 0, -14),
      corner('bottom-right', `${say(W.production, lang)} →`, 0, 34),
    ],
  });
  const title = say(W.title, lang, { slope: centsPerEuro(curve.slopeHere, lang) });
  const said = kinks.map((kink) => kinkSentence(kink, lang)).join(' ');
  return frameFigure(
    {
      id: 'contract-curve',
      title,
      subtitle: say(W.subtitle, lang, { form: say(FORM_WORDS[curve.form], lang), payer: curve.payer }),
      reading: say(curve.measures === 'held' ? W.reading : W.growing, lang, { kinks: said }).trim(),
      plot,
      table: {
        id: 'contract-curve',
        title,
        columns: [
          { key: 'point', label: say(W.place, lang), kind: 'text' },
          { key: 'productionCents', label: say(W.productionEuros, lang), kind: 'cents' },
          { key: 'payCents', label: say(W.paymentEuros, lang), kind: 'cents' },
        ],
        rows: tableRows(curve, lang),
      },
    },
    context,
  );
}

function corner(frameAnchor: 'top-left' | 'bottom-right', text: string, dx: number, dy: number) {
  return Plot.text([text], {
    text: (line: string) => line,
    frameAnchor,
    dx,
    dy,
    fontSize: 11,
    fillOpacity: 0.72,
  });
}

function centsPerEuro(slope: number, lang: Lang): string {
  const cents = slope * 100;
  return say(W.cents, lang, { cents: formatNumber(cents, lang, Number.isInteger(cents) ? 0 : 1) });
}

function kinkSentence({ productionCents, slopeAfter, jumpCents }: CurveKink, lang: Lang): string {
  const at = moneyLabel(productionCents, lang);
  const bend = say(W.kink, lang, { at, slope: centsPerEuro(slopeAfter, lang) });
  if (jumpCents === 0) return bend;
  return `${say(W.jump, lang, { at, jump: signedMoneyLabel(jumpCents, lang) })} ${bend}`;
}

/** `productie € 9,1 mln, betaling € 8,8 mln` */
function place({ productionCents, payCents }: PaymentCurve['here'], lang: Lang): string {
  const part = (word: string, cents: number): string => `${word} ${moneyLabel(cents, lang)}`;
  return `${part(say(W.production, lang), productionCents)}, ${part(say(W.payment, lang), payCents)}`;
}

function tableRows({ points, kinks, here }: PaymentCurve, lang: Lang): [string, number, number][] {
  const named = points.map(({ productionCents, payCents }, at): [string, number, number] => {
    const kink = kinks.find((one) => one.productionCents === productionCents);
    const next = points[at + 1];
    const name =
      at === 0
        ? W.start
        : at === points.length - 1
          ? W.end
          : kink?.jumpCents === 0
            ? W.bend
            : next?.productionCents === productionCents
              ? W.before
              : W.after;
    return [say(name, lang), Math.round(productionCents), Math.round(payCents)];
  });
  const own: [string, number, number] = [
    say(W.here, lang),
    Math.round(here.productionCents),
    Math.round(here.payCents),
  ];
  return [...named, own].sort((a, b) => a[1] - b[1]);
}
