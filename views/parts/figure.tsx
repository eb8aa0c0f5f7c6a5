/**
 * A figure with its equal table, its stamps and its downloads. The SVG is our own, made on the server,
 * once for a screen and once laid out for a telephone; the style sheet shows the one that fits.
 */

import { raw } from 'hono/html';
import { type Figure as FigureData, methodOfFigure } from '../../src/index.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { Stamps } from './stamps.tsx';
import { Table } from './table.tsx';

/** One figure in two layouts; same numbers, same table. Without the second the first is laid out for this screen. */
export interface FigureDrawing {
  readonly wide: FigureData;
  readonly narrow?: FigureData;
}

export function Drawing({ figure }: { figure: FigureDrawing }) {
  if (figure.narrow === undefined) {
    return (
      <div class="drawing">
        <div class="alone">{raw(figure.wide.svg)}</div>
      </div>
    );
  }
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
  /** Sentences on what it means, and on what may not be concluded from it: part of the figure. */
  readonly means?: readonly string[];
  readonly not?: readonly string[];
  readonly notTitle?: string;
}

/** Stamps and downloads under a drawing. */
export function FigureFoot({ view, figure, download }: Pick<FigureProps, 'view' | 'figure' | 'download'>) {
  const { t } = view;
  const { id, title, stamps } = figure.wide;
  const method = methodOfFigure(id);
  const link = (extension: 'svg' | 'csv') =>
    `${download.path}/${id}.${extension}${download.query ? `?${download.query}` : ''}`;
  return (
    <div class="under">
      <Stamps view={view} stamps={stamps} />
      <p class="downloads">
        {method === undefined ? null : (
          <a href={`/method/${method.id}`} aria-label={fill(t.method.figureLinkOf, { title })}>
            {t.method.figureLink}
          </a>
        )}
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

function Meaning({ view, means = [], not = [], notTitle }: FigureProps) {
  const words = view.t.benchmark;
  if (means.length + not.length === 0) return null;
  const part = (title: string, sentences: readonly string[]) =>
    sentences.length === 0 ? null : (
      <>
        <h3>{title}</h3>
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </>
    );
  return (
    <div class="meaning">
      {part(words.meansTitle, means)}
      {part(notTitle ?? words.meansNotTitle, not)}
    </div>
  );
}

export function Figure(props: FigureProps) {
  const { view, figure, download } = props;
  const { id, title, subtitle, table } = figure.wide;
  return (
    <figure class="figure" id={`figure-${id}`}>
      <figcaption>
        <h2>{title}</h2>
        <p>{subtitle}</p>
      </figcaption>
      <div class="figure-body">
        <Drawing figure={figure} />
        <Meaning {...props} />
      </div>
      <FigureFoot view={view} figure={figure} download={download} />
      <details>
        <summary>{view.t.shell.table}</summary>
        <Table view={view} table={table} captionHidden />
      </details>
    </figure>
  );
}
