/** The only doorway to the charting library: options in, the inside of an SVG out, numbers rounded. */

import type { PlotOptions as LibraryOptions } from '@observablehq/plot';
import { lazyLibrary } from '../lazy-library.ts';
import { Plot } from './plot.ts';
import { escapeXml, onlyXmlCharacters } from './text-lines.ts';

const linkedom = lazyLibrary<typeof import('linkedom')>('linkedom');

export type PlotOptions = LibraryOptions & { readonly width: number; readonly height: number };

export interface DrawnPlot {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

const HIDDEN = / (?:style|class|aria-hidden)="[^"]*"/g;
const LABEL = / aria-label="[^"]*"/;
/** One of ours: the charting library labels by kind of mark. */
const SPOKEN = / aria-label="=([^"]*)"/;
/** More values than this are read in the table: nobody tabs past hundreds of points. */
const MOST_STOPS = 60;
const LONG_NUMBER = /-?\d+\.\d{3,}(?:e[+-]?\d+)?/g;

function rounded(number: string): string {
  return String(Math.round(Number(number) * 100) / 100 || 0);
}

export const PLOT_FONT_SIZE = 12;

/**
 * What a mark says of itself, for its `ariaLabel`: a name may hold any sign, and none of them may end the
 * attribute or the tag before they are escaped.
 */
export function spoken(text: string): string {
  return `=${encodeURIComponent(onlyXmlCharacters(text))}`;
}

/**
 * Draws without a browser. Style elements and attributes are taken out, so that the drawing obeys a
 * page that allows no inline styles; coordinates get two decimals, so that it is the same on every
 * machine and a snapshot stays small.
 */
export function drawPlot(options: PlotOptions): DrawnPlot {
  const { document } = linkedom().parseHTML('<!doctype html><html><body></body></html>');
  const drawn = Plot.plot({
    ...options,
    document,
    className: 'plot',
  }) as unknown as { readonly innerHTML: string };
  const plain = onlyXmlCharacters(drawn.innerHTML).replace(/<style>[\s\S]*?<\/style>/, '');
  const tags = /<[^>]*>/g;
  const values = [...plain.matchAll(tags)].filter(([tag]) => SPOKEN.test(tag)).length;
  const markup = plain.replace(tags, (tag) => {
    const label = values <= MOST_STOPS ? SPOKEN.exec(tag)?.[1] : undefined;
    const bare = tag.replace(LABEL, '').replace(HIDDEN, '').replace(LONG_NUMBER, rounded);
    return label === undefined ? bare : reachable(bare, label);
  });
  return {
    markup: `<g fill="currentColor" font-size="${PLOT_FONT_SIZE}" text-anchor="middle">${markup}</g>`,
    width: options.width,
    height: options.height,
  };
}

/** A value that the keyboard reaches and a screen reader says. */
function reachable(tag: string, label: string): string {
  const said = escapeXml(decodeURIComponent(label));
  return tag.replace(/\s*\/?>$/, (end) => ` tabindex="0" role="img" aria-label="${said}"${end}`);
}
