/**
 * A price list as a table of fields: a row per cluster, a column per unit (and setting, payer or period
 * where the list tells them apart). A field keeps what was typed; a changed price says what it was.
 */

import type { LintFinding, PriceRow } from '../../src/index.ts';
import { day, number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { lintOf } from './lint-marks.ts';

export interface PriceTableProps {
  readonly view: View;
  readonly rows: readonly PriceRow[];
  readonly amounts: ReadonlyMap<number, number>;
  readonly unread: ReadonlyMap<number, string>;
  readonly lint: readonly LintFinding[];
}

function decimals(cents: number): number {
  return cents % 100 === 0 ? 0 : 2;
}

function columnName(row: PriceRow, view: View): string {
  const period = [row.from, row.until].map((each) => (each === undefined ? '' : day(each, view.lang)));
  return [
    view.t.simulation.units[row.unit],
    row.setting,
    row.payer,
    period.every((part) => part === '') ? '' : period.join(' – '),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function Field({
  view,
  rows,
  amounts,
  unread,
  lint,
  row,
  column,
}: PriceTableProps & { row: number; column: number }) {
  const price = rows[row]!;
  const cents = amounts.get(row) ?? price.amountCents;
  const listed = number(price.amountCents / 100, view.lang, decimals(price.amountCents));
  const label = fill(view.t.simulation.priceOf, { cluster: price.cluster, unit: columnName(price, view) });
  const bad = unread.has(row);
  const describedBy = [bad ? 'unread' : '', lintOf(lint, row)].filter((each) => each !== '').join(' ');
  return (
    <input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      name={`p${row}`}
      value={unread.get(row) ?? number(cents / 100, view.lang, decimals(cents))}
      data-column={String(column)}
      data-listed={listed}
      class={amounts.has(row) ? 'price changed' : 'price'}
      aria-label={label}
      {...(bad ? { 'aria-invalid': 'true' as const } : {})}
      {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
    />
  );
}

export function PriceTable(props: PriceTableProps) {
  const { view, rows } = props;
  const columns: string[] = [];
  const byCluster = new Map<string, Map<number, number>>();
  for (const [at, row] of rows.entries()) {
    const name = columnName(row, view);
    if (!columns.includes(name)) columns.push(name);
    const cells = byCluster.get(row.cluster) ?? new Map<number, number>();
    cells.set(columns.indexOf(name), at);
    byCluster.set(row.cluster, cells);
  }
  return (
    <section class="scroll price-list" tabindex={0} aria-label={view.t.simulation.prices}>
      <table>
        <thead>
          <tr>
            <th scope="col">{view.t.simulation.cluster}</th>
            {columns.map((name) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...byCluster].map(([cluster, cells]) => (
            <tr>
              <th scope="row">{cluster}</th>
              {columns.map((_, column) => {
                const row = cells.get(column);
                return (
                  <td class={row !== undefined && lintOf(props.lint, row) !== '' ? 'number noted' : 'number'}>
                    {row === undefined ? '' : <Field {...props} row={row} column={column} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
