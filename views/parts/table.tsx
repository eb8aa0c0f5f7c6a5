/** A result's table as HTML: headers in scope, numbers aligned, its own scroll on a narrow screen. */

import { type ReportTable, readableTable } from '../../src/index.ts';
import type { View } from '../view.ts';

/** Rows from which a table scrolls in its own box, under its header. */
const LONG = 18;
/** Columns from which a narrow window cannot show all: the first stays in view. */
const MANY = 6;

export interface TableProps {
  readonly view: View;
  readonly table: ReportTable;
  /** Address per row, where a row leads somewhere; on its first cell. */
  readonly href?: (row: number) => string | undefined;
  /** Marks one row as the reader's own. */
  readonly own?: (row: number) => boolean;
  readonly captionHidden?: boolean;
}

export function Table({ view, table, href, own, captionHidden }: TableProps) {
  const cells = readableTable(table, view.lang);
  return (
    <section
      class={table.rows.length > LONG ? 'scroll tall' : 'scroll'}
      tabindex={0}
      aria-label={table.title}
    >
      <table class={table.columns.length >= MANY ? 'pinned' : ''} data-sortable="">
        <caption class={captionHidden ? 'hidden' : ''}>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" class={column.kind === 'text' ? '' : 'number'}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.length === 0 ? (
            <tr>
              <td colspan={table.columns.length}>{view.t.shell.empty}</td>
            </tr>
          ) : (
            table.rows.map((row, at) => (
              <tr class={own?.(at) ? 'own' : ''}>
                {table.columns.map((column, index) => {
                  const { text: words, iso } = cells[index]![at]!;
                  // A day keeps its ISO form: it is sorted and copied by that.
                  const text = iso === undefined ? words : <time datetime={iso}>{words}</time>;
                  const link = index === 0 ? href?.(at) : undefined;
                  const content = link === undefined ? text : <a href={link}>{text}</a>;
                  return index === 0 && column.kind === 'text' ? (
                    <th scope="row">{content}</th>
                  ) : (
                    <td class={typeof row[index] === 'number' ? 'number' : ''}>{content}</td>
                  );
                })}
              </tr>
            ))
          )}
        </tbody>
      </table>
    </section>
  );
}
