/** Figure: classes of clinical significance as parts of a whole, per group, the whole on top. */

import type { Markish } from '@observablehq/plot';
import type { Figure } from '../model/figure.ts';
import type { NotComputed } from '../model/meta.ts';
import type { MeasuredClass, OutcomeSummary, OutcomesResult } from '../model/outcomes.ts';
import type { Bilingual } from '../model/text.ts';
import { formatShare } from '../text/format.ts';
import { say } from '../text/say.ts';
import { CLASS_WORDS } from '../text/words/outcome-tables.ts';
import { CLASS_FIGURE_WORDS as W } from '../text/words/quality-figures.ts';
import { DIMENSION_WORDS } from '../text/words/tables.ts';
import { type FigureContext, isNarrow } from './context.ts';
import { drawPlot, spoken } from './draw-plot.ts';
import { frameFigure } from './frame.ts';
import { axisShare, numberLabel } from './labels.ts';
import { STEPS } from './palette.ts';
import { Plot } from './plot.ts';
import { rowLayout, valueAxis } from './rows.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth } from './text-lines.ts';

const CLASSES: readonly MeasuredClass[] = ['recovered', 'improved', 'unchanged', 'deteriorated', 'harmed'];
/** Under this many measurements shares are chance, and one patient can be read off. */
const FEWEST_MEASURED = 10;
/** The whole has a key that no group can have. */
const WHOLE = '\u0000whole';
const CLASS_FONT = 11;

export interface ClassStackOptions {
  /** Column to break down by; without it the whole alone. */
  readonly by?: string;
  /** Stands first, under the whole. */
  readonly own?: string;
}

interface Part {
  readonly key: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Figure `classes`: every bar is 100 % of the episodes measured twice. Not computed: why there are no classes. */
export function classStack(
  result: Pick<OutcomesResult, 'n' | 'counts' | 'measured' | 'by' | 'method'>,
  context: FigureContext,
  options: ClassStackOptions = {},
): Figure | NotComputed {
  const { lang } = context;
  if ('undefined' in result.counts) return result.counts;
  const groups = ((options.by === undefined ? undefined : result.by[options.by]) ?? []).toSorted(
    (a, b) => Number(b.value === options.own) - Number(a.value === options.own),
  );
  const all = [
    { key: WHOLE, label: say(W.all, lang), shares: sharesOf(result) },
    ...groups.map((group) => ({ key: group.value, label: group.value || '–', shares: sharesOf(group) })),
  ];
  const rows = all.flatMap(({ shares, ...row }) => (shares === undefined ? [] : [{ ...row, ...shares }]));
  const parts = rows.flatMap(({ key, shares }): Part[] => {
    let reached = 0;
    return shares.map((share, at) => {
      const from = reached;
      reached += share;
      return { key, at, from, to: reached };
    });
  });
  const labels = new Map(rows.map(({ key, label }) => [key, label]));
  const narrow = isNarrow(context);
  const layout = rowLayout(rows, context, { marginRight: 18, marginTop: narrow ? 4 : 20 });
  const plot = drawPlot({
    ...layout,
    x: { domain: [0, 1], label: null },
    marks: [
      ...valueAxis((share) => axisShare(share, lang), narrow ? 3 : 5),
      layout.rowLabels,
      Plot.barX(parts, {
        x1: 'from',
        x2: 'to',
        y: 'key',
        fill: (part: Part) => STEPS[part.at],
        ariaLabel: (part: Part) =>
          spoken(
            `${labels.get(part.key) ?? ''}: ${say(CLASS_WORDS[CLASSES[part.at]!], lang)} ${formatShare(part.to - part.from, lang)}`,
          ),
        insetRight: 1,
      }),
      Plot.text(
        parts.filter((part) => part.to - part.from >= (narrow ? 0.16 : 0.07)),
        {
          x: (part: Part) => (part.from + part.to) / 2,
          y: 'key',
          text: (part: Part) => axisShare(part.to - part.from, lang),
          fontSize: 11,
          fill: (part: Part) => (part.at === 0 || part.at === 4 ? '#ffffff' : '#111111'),
        },
      ),
      ...(narrow || rows.length === 0 ? [] : classNames(parts, layout, lang)),
    ],
  });
  const whole = rows.find((row) => row.key === WHOLE);
  const small = all.length - rows.length;
  const by = options.by === undefined || groups.length === 0 ? undefined : options.by;
  const counted = {
    method: result.method,
    n: numberLabel(result.measured, lang),
    all: numberLabel(result.n, lang),
  };
  return frameFigure(
    {
      id: by === undefined ? 'classes' : `classes-${by}`,
      title:
        whole === undefined
          ? say(W.unknown, lang)
          : say(W.title, lang, { share: formatShare(whole.shares[0]! + whole.shares[1]!, lang) }),
      subtitle:
        by === undefined
          ? say(W.whole, lang, counted)
          : say(W.subtitle, lang, { ...counted, by: dimensionName(by, lang) }),
      reading: [
        say(W.reading, lang, { list: CLASSES.map((name) => say(CLASS_WORDS[name], lang)).join(', ') }),
        ...(small === 0 ? [] : [say(W.small, lang, { n: String(FEWEST_MEASURED), count: String(small) })]),
      ].join(' '),
      plot,
      table: {
        id: 'classes',
        title: say(W.unknown, lang),
        columns: [
          { key: 'group', label: say(W.group, lang), kind: 'text' },
          { key: 'measured', label: say(W.measured, lang), kind: 'count' },
          ...CLASSES.map((name) => ({
            key: name,
            label: `${say(CLASS_WORDS[name], lang)} (%)`,
            kind: 'share' as const,
          })),
        ],
        rows: rows.map((row) => [row.label, row.measured, ...row.shares]),
      },
    },
    context,
  );
}

function sharesOf({
  counts,
}: Pick<OutcomeSummary, 'counts'>): { readonly measured: number; readonly shares: number[] } | undefined {
  if ('undefined' in counts) return undefined;
  const measured = CLASSES.reduce((sum, name) => sum + counts[name], 0);
  if (measured < FEWEST_MEASURED) return undefined;
  return { measured, shares: CLASSES.map((name) => counts[name] / measured) };
}

/** The names of the classes above the first bar, moved apart where a part is narrow. */
function classNames(
  parts: readonly Part[],
  layout: { readonly width: number; readonly marginLeft: number; readonly marginRight: number },
  lang: FigureContext['lang'],
): Markish[] {
  const first = parts.slice(0, CLASSES.length);
  const inner = layout.width - layout.marginLeft - layout.marginRight;
  const names = first.map((part) => {
    const text = say(CLASS_WORDS[CLASSES[part.at]!], lang);
    return { text, at: ((part.from + part.to) / 2) * inner, size: textWidth(text, CLASS_FONT) + 6 };
  });
  const middles = spreadLabels(names, 0, inner);
  return [
    Plot.text(
      names.map(({ text }, at) => ({ text, x: middles[at]! / inner })),
      { x: 'x', frameAnchor: 'top', text: 'text', dy: -14, fontSize: CLASS_FONT, fillOpacity: 0.85 },
    ),
  ];
}

function dimensionName(by: string, lang: FigureContext['lang']): string {
  const words: Readonly<Record<string, Bilingual>> = DIMENSION_WORDS;
  return words[by]?.[lang].toLowerCase() ?? by;
}
