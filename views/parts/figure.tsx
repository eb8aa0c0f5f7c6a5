/** A figure with its equal table, its stamps and its downloads. The SVG is our own, made on the server. */

import { raw } from 'hono/html';
import type { Figure as FigureData } from '../../src/index.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { Stamps } from './stamps.tsx';
import { Table } from './table.tsx';

export interface FigureProps {
  readonly view: View;
  readonly figure: FigureData;
  /** Address of the figure's downloads without `.svg` / `.csv`, and the query that rebuilds it. */
  readonly download?: { readonly path: string; readonly query?: string };
  /** Sentences on what it means and what not. */
  readonly meaning?: readonly string[];
  readonly level?: 2 | 3;
}

export function Figure({ view, figure, download, meaning, level = 2 }: FigureProps) {
  const { t } = view;
  const Heading = level === 2 ? 'h2' : 'h3';
  const link = (extension: 'svg' | 'csv') =>
    `${download?.path}/${figure.id}.${extension}${download?.query ? `?${download.query}` : ''}`;
  return (
    <figure class="figure" id={`figure-${figure.id}`}>
      <figcaption>
        <Heading>{figure.title}</Heading>
        <p>{figure.subtitle}</p>
      </figcaption>
      <section class="drawing scroll" tabindex={0} aria-label={figure.title}>
        {raw(figure.svg)}
      </section>
      {meaning === undefined || meaning.length === 0 ? null : (
        <div class="meaning">
          {meaning.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      <div class="under">
        <Stamps view={view} stamps={figure.stamps} />
        {download === undefined ? null : (
          <p class="downloads">
            <a
              href={link('svg')}
              download
              aria-label={fill(t.shell.download, { what: figure.title, format: 'SVG' })}
            >
              {t.shell.downloadSvg}
            </a>
            <a
              href={link('csv')}
              download
              aria-label={fill(t.shell.download, { what: figure.title, format: 'CSV' })}
            >
              {t.shell.downloadCsv}
            </a>
          </p>
        )}
      </div>
      <details>
        <summary>{t.shell.table}</summary>
        <Table view={view} table={figure.table} captionHidden />
      </details>
    </figure>
  );
}
