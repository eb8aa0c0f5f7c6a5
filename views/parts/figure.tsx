/**
 * A figure with its equal table, its stamps and its downloads. The SVG is our own, made on the server,
 * once for a screen and once laid out for a telephone; the style sheet shows the one that fits.
 */

import { raw } from 'hono/html';
import type { Figure as FigureData } from '../../src/index.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { Stamps } from './stamps.tsx';
import { Table } from './table.tsx';

/** One figure in two layouts; same numbers, same table. */
export interface FigureDrawing {
  readonly wide: FigureData;
  readonly narrow: FigureData;
}

export function Drawing({ figure }: { figure: FigureDrawing }) {
  return (
    <div class="drawing">
      <div class="wide">{raw(figure.wide.svg)}</div>
      <div class="narrow">{raw(figure.narrow.svg)}</div>
    </div>
  );
}

export interface FigureProps {
  readonly view: View;
  readonly figure: FigureDrawing;
  /** Address of the figure's downloads without `.svg` / `.csv`, and the query that rebuilds it. */
  readonly download: { readonly path: string; readonly query?: string };
  /** Sentences on what it means and what not. */
  readonly meaning?: readonly string[];
  /** Over those sentences, where they are more than a remark. */
  readonly meaningTitle?: string;
}

/** Stamps and downloads under a drawing. */
export function FigureFoot({ view, figure, download }: Pick<FigureProps, 'view' | 'figure' | 'download'>) {
  const { t } = view;
  const { id, title, stamps } = figure.wide;
  const link = (extension: 'svg' | 'csv') =>
    `${download.path}/${id}.${extension}${download.query ? `?${download.query}` : ''}`;
  return (
    <div class="under">
      <Stamps view={view} stamps={stamps} />
      <p class="downloads">
        <a href={link('svg')} download aria-label={fill(t.shell.download, { what: title, format: 'SVG' })}>
          {t.shell.downloadSvg}
        </a>
        <a href={link('csv')} download aria-label={fill(t.shell.download, { what: title, format: 'CSV' })}>
          {t.shell.downloadCsv}
        </a>
      </p>
    </div>
  );
}

export function Figure({ view, figure, download, meaning = [], meaningTitle }: FigureProps) {
  const { id, title, subtitle, table } = figure.wide;
  return (
    <figure class="figure" id={`figure-${id}`}>
      <figcaption>
        <h2>{title}</h2>
        <p>{subtitle}</p>
      </figcaption>
      <div class="figure-body">
        <Drawing figure={figure} />
        {meaning.length === 0 ? null : (
          <div class="meaning">
            {meaningTitle === undefined ? null : <h3>{meaningTitle}</h3>}
            {meaning.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </div>
        )}
      </div>
      <FigureFoot view={view} figure={figure} download={download} />
      <details>
        <summary>{view.t.shell.table}</summary>
        <Table view={view} table={table} captionHidden />
      </details>
    </figure>
  );
}
