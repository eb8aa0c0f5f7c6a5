/** How the columns of a file were read, each with what it holds in words; the ratings together, folded away. */

import type { RuleItem } from '../../src/index.ts';
import type { Recognised } from '../model.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { itemName } from './advice-points.tsx';

type Read = Recognised['columns'][number];

/** Without a column of patients every row counts for one; a number of patients would be a guess. */
export function hasPatients({ columns }: Recognised): boolean {
  return columns.some(({ canonical }) => canonical === 'patient');
}

interface ColumnsReadProps {
  readonly view: View;
  readonly recognised: Recognised;
  readonly items: readonly RuleItem[];
}

export function ColumnsRead({ view, recognised, items }: ColumnsReadProps) {
  const words = view.t.columns;
  const isRating = ({ canonical }: Read): boolean => /^hv\d/.test(canonical);
  const ratings = recognised.columns.filter(isRating);
  const rest = recognised.columns.filter((column) => !isRating(column));
  const names: Readonly<Record<string, string>> = words.names;
  return (
    <>
      {rest.length === 0 ? null : (
        <ColumnTable view={view} label={words.main} columns={rest} nameOf={(name) => names[name] ?? ''} />
      )}
      {ratings.length === 0 ? null : (
        <details>
          <summary>
            {words.ratings}: {fill(words.ratingsRead, { found: String(ratings.length) })}
          </summary>
          <ColumnTable
            view={view}
            label={words.ratings}
            columns={ratings}
            nameOf={(name) => itemName(items, name, view)}
          />
        </details>
      )}
    </>
  );
}

interface ColumnTableProps {
  readonly view: View;
  readonly label: string;
  readonly columns: readonly Read[];
  readonly nameOf: (canonical: string) => string;
}

function ColumnTable({ view, label, columns, nameOf }: ColumnTableProps) {
  const words = view.t.data;
  return (
    <div class="scroll">
      <table>
        <caption class="hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.recognisedColumn}</th>
            <th scope="col">{words.recognisedAs}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, canonical }) => (
            <tr>
              <th scope="row">{header}</th>
              <td>
                {nameOf(canonical)} {header === canonical ? null : <code>{canonical}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
