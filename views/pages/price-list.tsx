/** A price list as a table to edit: every row with its validity, setting, payer, status and source. Without script a form. */

import type { Severity } from '../../src/index.ts';
import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { Refusals } from '../parts/done.tsx';
import { SaveFields, type SaveFieldsProps } from '../parts/save-fields.tsx';
import { SimulationTabs, simulationAddress } from '../parts/simulation-tabs.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export type PriceColumn =
  | 'cluster'
  | 'unit'
  | 'setting'
  | 'payer'
  | 'from'
  | 'until'
  | 'amount'
  | 'status'
  | 'source'
  | 'published';

/** A row as typed. */
export type DraftRow = Readonly<Record<PriceColumn, string>>;

export interface ListFinding {
  readonly severity: Severity;
  readonly message: string;
  /** Counted from 0; absent = of the whole list. */
  readonly row?: number;
  readonly column?: PriceColumn;
}

export interface PriceListProps extends SaveFieldsProps {
  readonly view: View;
  /** Data set. */
  readonly id: string;
  readonly query: string;
  readonly draft: readonly DraftRow[];
  readonly findings: readonly ListFinding[];
  /** Whether it can be kept as it is. */
  readonly sound: boolean;
  readonly refused: readonly string[];
  /** What was just done to it. */
  readonly note: string | undefined;
  readonly pasteText: string;
  readonly pasteUnit: string;
}

const COLUMNS: readonly PriceColumn[] = [
  'cluster',
  'unit',
  'amount',
  'setting',
  'payer',
  'from',
  'until',
  'status',
  'source',
  'published',
];
const UNITS = ['episode', 'day', 'bed-day', 'review-period', 'year', 'assessment'] as const;
const STATUSES = ['official', 'local', 'derived', 'hypothetical', 'synthetic'] as const;

function Cell({ view, draft, findings, row, column }: PriceListProps & { row: number; column: PriceColumn }) {
  const words = view.t.scenarios;
  const value = draft[row]![column];
  const found = findings.filter((each) => each.row === row && (each.column ?? 'amount') === column);
  const bad = found.some(({ severity }) => severity === 'error');
  const attributes = {
    name: `r.${row}.${column}`,
    'data-column': String(COLUMNS.indexOf(column)),
    'aria-label': fill(words.cellOf, { column: words.column[column], row: row + 1 }),
    ...(bad ? { 'aria-invalid': 'true' as const } : {}),
    ...(found.length === 0 ? {} : { 'aria-describedby': `said-${row}` }),
  };
  if (column === 'unit' || column === 'status') {
    const options: readonly (readonly [string, string])[] =
      column === 'unit'
        ? UNITS.map((unit) => [unit, words.unitChoice[unit]])
        : [['', words.statusNone], ...STATUSES.map((each) => [each, view.t.shell.status[each]] as const)];
    return (
      <select {...attributes} class="cell">
        {options.map(([each, text]) => (
          <option value={each} selected={each === value}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  const type = ['from', 'until', 'published'].includes(column) ? 'date' : 'text';
  return (
    <input
      {...attributes}
      type={type}
      value={value}
      autocomplete="off"
      class={`cell ${column === 'amount' ? 'price' : column}`}
      {...(column === 'amount' ? { inputmode: 'decimal' as const } : {})}
    />
  );
}

function Rows(props: PriceListProps) {
  const { view, draft, findings } = props;
  const words = view.t.scenarios;
  const noted = (row: number) => findings.filter((each) => each.row === row && each.severity !== 'info');
  return (
    <section class="scroll price-list sheet" tabindex={0} aria-label={words.list}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">{words.rowActions}</span>
            </th>
            {COLUMNS.map((column) => (
              <th scope="col" class={column === 'amount' ? 'number' : ''}>
                {words.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.map((_, row) => (
            <>
              <tr class={noted(row).length > 0 ? 'noted' : ''}>
                <td>
                  <button
                    type="submit"
                    class="link"
                    name="do"
                    value={`remove-${row}`}
                    aria-label={fill(words.removeRow, { row: row + 1 })}
                  >
                    ×
                  </button>
                </td>
                {COLUMNS.map((column) => (
                  <td class={column === 'amount' ? 'number' : ''}>
                    <Cell {...props} row={row} column={column} />
                  </td>
                ))}
              </tr>
              <tr class="said-row">
                <td colspan={COLUMNS.length + 1}>
                  <span class="said" id={`said-${row}`}>
                    {noted(row)
                      .map(({ message }) => message)
                      .join(' ')}
                  </span>
                </td>
              </tr>
            </>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is wrong and what stands out; swapped while one types. */
export function ListFindings({ view, findings, sound }: Pick<PriceListProps, 'view' | 'findings' | 'sound'>) {
  const words = view.t.scenarios;
  const shown = findings.filter(({ severity }) => severity !== 'info');
  // Remarks hold for whole columns: beside a fault they would only be in the way.
  const remarks = sound ? findings.filter(({ severity }) => severity === 'info') : [];
  return (
    <div id="list-findings" role="status" data-sound={sound ? 'yes' : 'no'}>
      <p class={sound ? 'hint' : 'notes'}>{sound ? words.listSound : words.listFaults}</p>
      {shown.length === 0 ? null : (
        <ul class="findings">
          {shown.map(({ severity, message, row, column }) => (
            <li
              {...(row === undefined || severity === 'info'
                ? {}
                : { 'data-row': String(row), 'data-cell': `r.${row}.${column ?? 'amount'}` })}
              data-severity={severity}
            >
              <span class={`kind ${severity}`}>{view.t.data.severity[severity]}:</span>{' '}
              <span class="text">{message}</span>
            </li>
          ))}
        </ul>
      )}
      {remarks.length === 0 ? null : (
        <details>
          <summary>{fill(words.listRemarks, { n: number(remarks.length, view.lang) })}</summary>
          <ul class="findings">
            {remarks.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export function PriceListPage(props: PriceListProps) {
  const { view, id, query, draft } = props;
  const words = view.t.scenarios;
  const path = simulationAddress(id, 'list', query);
  const units = UNITS.filter((unit) => draft.some((row) => row.unit === unit));
  return (
    <Layout view={view} title={words.listTitle} section="simulation">
      <script src={view.asset('sheet.js')} defer />
      <SimulationTabs view={view} id={id} query={query} tab="prices" />
      <header class="page-head">
        <h1>{words.listTitle}</h1>
        <p class="lead">{words.listLead}</p>
      </header>
      <Refusals view={view} refused={props.refused} />
      {props.note === undefined ? null : (
        <p class="done" role="status">
          {props.note}
        </p>
      )}
      <form method="post" action={path} id="list-form">
        {/* The first button is what Enter does in a field without script. */}
        <button type="submit" name="do" value="check" class="hidden" tabindex={-1}>
          {words.check}
        </button>
        <section class="card">
          <p class="hint">
            {fill(words.rowsCount, { n: number(draft.length, view.lang) })}
            <span id="pasted" role="status" data-left={words.pasteLeft} />
          </p>
          <Rows {...props} />
          <p class="actions">
            <button type="submit" class="quiet" name="do" value="add">
              {words.addRow}
            </button>{' '}
            <button
              type="submit"
              class="quiet"
              name="do"
              value="check"
              hx-post={path}
              hx-target="#list-findings"
              hx-swap="outerHTML"
              hx-sync="this:replace"
              hx-trigger="click, change delay:150ms from:#list-form, sheet:set delay:150ms from:#list-form"
            >
              {words.check}
            </button>{' '}
            <button type="submit" class="quiet" name="do" value="csv" data-download="">
              {words.csv}
            </button>{' '}
            <a class="button quiet" href={path}>
              {words.resetList}
            </a>
          </p>
          <ListFindings {...props} />
        </section>
        <details class="card">
          <summary>{words.pasteTitle}</summary>
          <div class="field">
            <label for="paste-text">{words.pasteLabel}</label>
            <p class="hint" id="paste-hint">
              {words.pasteHint}
            </p>
            <textarea id="paste-text" name="paste" rows={6} aria-describedby="paste-hint" spellcheck={false}>
              {props.pasteText}
            </textarea>
          </div>
          {units.length < 2 ? (
            <input type="hidden" name="pasteUnit" value={units[0] ?? 'day'} />
          ) : (
            <div class="field">
              <label for="paste-unit">{words.pasteSeveral}</label>
              <select id="paste-unit" name="pasteUnit">
                {units.map((unit) => (
                  <option value={unit} selected={unit === props.pasteUnit}>
                    {words.unitChoice[unit]}
                  </option>
                ))}
              </select>
            </div>
          )}
          <button type="submit" class="quiet" name="do" value="paste">
            {words.pasteButton}
          </button>
        </details>
        <section class="card">
          <h2>{words.saveTitle}</h2>
          <SaveFields {...props} />
          <p class="actions">
            <button type="submit" name="do" value="save">
              {words.save}
            </button>{' '}
            <a class="button quiet" href={simulationAddress(id, '', query)}>
              {words.cancel}
            </a>
          </p>
        </section>
      </form>
    </Layout>
  );
}
