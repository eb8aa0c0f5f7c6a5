/** The only doorway to the charting library: options in, the inside of an SVG out, numbers rounded. */

import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { onlyXmlCharacters } from './text-lines.ts';

export type PlotOptions = Plot.PlotOptions & { readonly width: number; readonly height: number };

export interface DrawnPlot {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

const HIDDEN = / (?:style|class|aria-label|aria-hidden)="[^"]*"/g;
const LONG_NUMBER = /-?\d+\.\d{3,}(?:e[+-]?\d+)?/g;

function rounded(number: string): string {
  return String(Math.round(Number(number) * 100) / 100 || 0);
}

export const PLOT_FONT_SIZE = 12;

/**
 * Draws without a browser. Style elements and attributes are taken out, so that the drawing obeys a
 * page that allows no inline styles; coordinates get two decimals, so that it is the same on every
 * machine and a snapshot stays small.
 */
export function drawPlot(options: PlotOptions): DrawnPlot {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const drawn = Plot.plot({
    ...options,
    document,
    className: 'plot',
  }) as unknown as { readonly innerHTML: string };
  const markup = onlyXmlCharacters(drawn.innerHTML)
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, (tag) => tag.replace(HIDDEN, '').replace(LONG_NUMBER, rounded));
  return {
    markup: `<g fill="currentColor" font-size="${PLOT_FONT_SIZE}" text-anchor="middle">${markup}</g>`,
    width: options.width,
    height: options.height,
  };
}
