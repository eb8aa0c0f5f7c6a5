/**
 * The frame that all figures share: title, subtitle, drawing, a sentence to read it by, and a footer
 * with source and stamps, as one SVG that explains itself wherever it ends up.
 */

import type { Figure, ReportTable } from '../model/figure.ts';
import { DEFAULT_WIDTH, type FigureContext, stampLine } from './context.ts';
import type { DrawnPlot } from './draw-plot.ts';
import { escapeXml, wrapText } from './text-lines.ts';

export interface FigureParts {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** How to read it, and what not to read in it: printed under the drawing. */
  readonly reading?: string;
  readonly plot: DrawnPlot;
  readonly table: ReportTable;
}

const FONT =
  'system-ui, -apple-system, &quot;Segoe UI&quot;, Roboto, &quot;Liberation Sans&quot;, Arial, sans-serif';
const SIDE = 4;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight?: 600;
  readonly faint?: true;
}

export function frameFigure(parts: FigureParts, context: FigureContext): Figure {
  const width = context.width ?? DEFAULT_WIDTH;
  const inner = width - 2 * SIDE;
  const wrap = (text: string, size: number, rest: Omit<Line, 'text' | 'size'> = {}): Line[] =>
    wrapText(text, inner, size, rest.weight === 600).map((line) => ({ text: line, size, ...rest }));

  const heading =
    context.heading === false
      ? []
      : [...wrap(parts.title, 17, { weight: 600 }), ...wrap(parts.subtitle, 13, { faint: true })];
  const stamps = stampLine(context.stamps, context.lang);
  const footer = [
    ...(parts.reading === undefined ? [] : wrap(parts.reading, 13)),
    ...wrap([context.source, stamps].filter((part) => part !== '').join(' · '), 11, { faint: true }),
  ];

  const top = stackLines(heading, 0);
  const plotTop = heading.length === 0 ? 0 : top.height + 8;
  const bottom = stackLines(footer, plotTop + parts.plot.height + 6);
  const height = Math.ceil(plotTop + parts.plot.height + 6 + bottom.height + 4);
  const id = `chart-${parts.id}${context.idSuffix ?? ''}`;
  const description = [parts.subtitle, parts.reading, stamps].filter(Boolean).join(' ');
  // Values inside an image would be hidden from a screen reader; a group lets them be reached.
  const role = parts.plot.markup.includes('tabindex=') ? 'group' : 'img';
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${role}" aria-labelledby="${id}-title ${id}-desc" font-family="${FONT}" font-variant-numeric="tabular-nums" fill="currentColor">`,
    `<title id="${id}-title">${escapeXml(parts.title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(description)}</desc>`,
    top.markup,
    `<g transform="translate(0,${plotTop})">${parts.plot.markup}</g>`,
    bottom.markup,
    '</svg>',
  ].join('');
  return {
    id: parts.id,
    title: parts.title,
    subtitle: parts.subtitle,
    svg,
    table: parts.table,
    stamps: context.stamps,
  };
}

function stackLines(lines: readonly Line[], from: number): { markup: string; height: number } {
  let y = from;
  const texts = lines.map((line) => {
    y += Math.round(line.size * 1.35);
    const weight = line.weight === undefined ? '' : ` font-weight="${line.weight}"`;
    const faint = line.faint ? ' fill-opacity="0.78"' : '';
    return `<text x="${SIDE}" y="${y - Math.round(line.size * 0.3)}" font-size="${line.size}"${weight}${faint}>${escapeXml(line.text)}</text>`;
  });
  return { markup: texts.join(''), height: y - from };
}
