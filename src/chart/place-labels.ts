/** Puts names beside points so that they cover neither each other nor the points, as far as there is room. */

import { PLOT_FONT_SIZE } from './draw-plot.ts';
import { textWidth } from './text-lines.ts';

export interface PointToLabel {
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface PlacedLabel {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const CANDIDATES: readonly PlacedLabel[] = [
  { dx: 8, dy: 0, anchor: 'start' },
  { dx: -8, dy: 0, anchor: 'end' },
  { dx: 0, dy: -12, anchor: 'middle' },
  { dx: 0, dy: 13, anchor: 'middle' },
  { dx: 8, dy: -11, anchor: 'start' },
  { dx: 8, dy: 12, anchor: 'start' },
  { dx: -8, dy: -11, anchor: 'end' },
  { dx: -8, dy: 12, anchor: 'end' },
];

/**
 * In order of the points: the first place with the least overlap, inside `width` x `height` and off
 * the two lines that cross at `lines`.
 */
export function placeLabels(
  points: readonly PointToLabel[],
  width: number,
  height: number,
  lines: { readonly x: number; readonly y: number },
): PlacedLabel[] {
  const crossing: readonly Box[] = [
    { left: lines.x - 2, right: lines.x + 2, top: 0, bottom: height },
    { left: 0, right: width, top: lines.y - 1, bottom: lines.y + 1 },
  ];
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  return points.map((point, index) => {
    const free = [...crossing, ...taken.filter((_, other) => other !== index)];
    let best = CANDIDATES[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of CANDIDATES) {
      const box = boxOf(point, candidate);
      const outside =
        Math.max(0, -box.left) +
        Math.max(0, box.right - width) +
        Math.max(0, -box.top) +
        Math.max(0, box.bottom - height);
      const cost = free.reduce((sum, other) => sum + overlap(box, other), 0) + outside * 100;
      if (cost < least) [best, least] = [candidate, cost];
    }
    taken.push(boxOf(point, best));
    return best;
  });
}

function boxOf({ x, y, text }: PointToLabel, { dx, dy, anchor }: PlacedLabel): Box {
  const width = textWidth(text, PLOT_FONT_SIZE);
  const from = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return { left: from, right: from + width, top: y + dy - 7, bottom: y + dy + 7 };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
