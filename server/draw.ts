/**
 * Figures as pages show them: drawn wide and narrow, headings left to the page; and as files, heading
 * included. A figure with nothing to draw is left out: the page says elsewhere why.
 */

import { type Figure, type FigureContext, isComputed, type NotComputed } from '../src/index.ts';
import type { FigureDrawing } from '../views/parts/figure.tsx';

const WIDE = 720;
const CARD = 420;
const HALF = 540;
const NARROW = 340;

export type Draw = (context: FigureContext) => Figure | NotComputed;

/** What a browser says of its screen where only a part of the page is asked for. */
export type Layout = 'wide' | 'narrow';

export function layoutOf(text: string | undefined): Layout | undefined {
  return text === 'wide' || text === 'narrow' ? text : undefined;
}

function drawnAt(
  draw: Draw,
  context: FigureContext,
  wideAt: number,
  suffix: string,
  only?: Layout,
): FigureDrawing[] {
  const at = (width: number, idSuffix: string) => draw({ ...context, width, heading: false, idSuffix });
  if (only !== undefined) {
    const alone = at(only === 'wide' ? wideAt : NARROW, suffix);
    return isComputed(alone) ? [{ wide: alone }] : [];
  }
  const wide = at(wideAt, suffix);
  const narrow = at(NARROW, `${suffix}-narrow`);
  return isComputed(wide) && isComputed(narrow) ? [{ wide, narrow }] : [];
}

/** @param only the one layout that is needed; absent = both, and the style sheet shows one */
export function drawings(draws: readonly Draw[], context: FigureContext, only?: Layout): FigureDrawing[] {
  return draws.flatMap((draw) => drawnAt(draw, context, WIDE, '', only));
}

const KEPT = new WeakMap<object, Map<string, unknown>>();

/**
 * Drawings of a result that is itself kept: drawn once per name, for as long as the result lives. Who opens a
 * page waits longer for its figures than for its numbers.
 *
 * @param result what is drawn; equal objects under an equal name have equal drawings
 * @param name what else the drawing depends on: language, grouping, source, stamps
 */
export function drawnOnce<T>(result: object, name: string, draw: () => T): T {
  const drawn = KEPT.get(result) ?? new Map<string, unknown>();
  KEPT.set(result, drawn);
  if (!drawn.has(name)) drawn.set(name, draw());
  return drawn.get(name) as T;
}

/** For a figure half the page wide. */
export function halfDrawing(draw: Draw, context: FigureContext): FigureDrawing | undefined {
  return drawnAt(draw, context, HALF, '')[0];
}

/** For a card a third of the page wide. */
export function cardDrawing(draw: Draw, context: FigureContext): FigureDrawing | undefined {
  return drawnAt(draw, context, CARD, '-card')[0];
}

export function fileFigures(draws: readonly Draw[], context: FigureContext): Figure[] {
  return draws.map((draw) => draw({ ...context, width: WIDE })).filter((figure) => isComputed(figure));
}
