/** What figures with one row per group have in common: labels at the left, one height a row, no frame. */

import type { Markish, ScaleOptions } from '@observablehq/plot';
import { DEFAULT_WIDTH, type FigureContext, isNarrow } from './context.ts';
import { PLOT_FONT_SIZE } from './draw-plot.ts';
import { GREY } from './palette.ts';
import { Plot } from './plot.ts';
import { fitText, labelRoom } from './text-lines.ts';

export interface RowLabel {
  /** Unique; what the marks use as `y`. */
  readonly key: string;
  readonly label: string;
}

export interface RowLayout {
  readonly width: number;
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly y: ScaleOptions;
  readonly rowLabels: Markish;
}

export interface RowRoom {
  readonly rowHeight?: number;
  readonly marginRight?: number;
  readonly marginTop?: number;
  readonly marginBottom?: number;
  /** Share of the width that labels may take. */
  readonly labelShare?: number;
}

export function rowLayout(rows: readonly RowLabel[], context: FigureContext, room: RowRoom = {}): RowLayout {
  const width = context.width ?? DEFAULT_WIDTH;
  const share = room.labelShare ?? (isNarrow(context) ? 0.34 : 0.38);
  const space = labelRoom(
    rows.map((row) => row.label),
    PLOT_FONT_SIZE,
    Math.round(width * share),
  );
  const labels = new Map(rows.map((row) => [row.key, fitText(row.label, space, PLOT_FONT_SIZE)]));
  const marginTop = room.marginTop ?? 4;
  const marginBottom = room.marginBottom ?? 26;
  return {
    width,
    height: rows.length * (room.rowHeight ?? 22) + marginTop + marginBottom,
    marginLeft: space + 12,
    marginRight: room.marginRight ?? 16,
    marginTop,
    marginBottom,
    y: { domain: rows.map((row) => row.key), padding: 0.25, label: null, axis: null, type: 'band' },
    rowLabels: Plot.axisY({
      tickSize: 0,
      tickPadding: 8,
      label: null,
      tickFormat: (key: string) => labels.get(key) ?? '',
    }),
  };
}

/** Values in a column at the right, where no line or interval runs through them. */
export function valueColumn<Row extends { readonly key: string }>(
  rows: readonly Row[],
  layout: RowLayout,
  text: (row: Row) => string,
  fontWeight = 400,
): Markish {
  return Plot.text(rows as Row[], {
    y: 'key',
    frameAnchor: 'right',
    textAnchor: 'end',
    dx: layout.marginRight - 4,
    text,
    fontSize: 11,
    fontWeight,
  });
}

/** Faint vertical grid with numbers under it. */
export function valueAxis(format: (value: number) => string, ticks: number): Markish[] {
  return [
    Plot.gridX({ ticks, stroke: GREY, strokeOpacity: 0.3 }),
    Plot.axisX({ ticks, tickSize: 0, tickFormat: format, label: null, fillOpacity: 0.8 }),
  ];
}
