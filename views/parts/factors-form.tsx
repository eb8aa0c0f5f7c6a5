/** Fields of index, volume and prices that depart from the list; a form that the address holds, without script too. */

import { QueryFields } from '../pages/simulation-answer.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { simulationAddress } from './simulation-tabs.tsx';

const UNITS = ['episode', 'day', 'bed-day', 'review-period', 'year', 'assessment'] as const;

type Column = 'cluster' | 'unit' | 'setting' | 'payer' | 'site' | 'from' | 'until' | 'amount' | 'change';
type Block = 'index' | 'volume' | 'override';

export interface FactorBlock {
  readonly block: Block;
  readonly columns: readonly Column[];
  readonly lines: readonly Readonly<Partial<Record<Column, string>>>[];
}

interface FactorsFormProps {
  readonly view: View;
  /** Data set. */
  readonly id: string;
  readonly query: string;
  readonly blocks: readonly FactorBlock[];
  /** Codes of the data set, to choose from; others may be typed. */
  readonly known: Readonly<Record<'cluster' | 'payer' | 'setting' | 'site', readonly string[]>>;
}

function Field(props: { view: View; name: string; column: Column; value: string; label: string }) {
  const { view, name, column, value, label } = props;
  const shared = { name, 'aria-label': label };
  if (column === 'unit') {
    return (
      <select {...shared} class="cell">
        <option value="">{view.t.factors.every}</option>
        {UNITS.map((unit) => (
          <option value={unit} selected={unit === value}>
            {view.t.scenarios.unitChoice[unit]}
          </option>
        ))}
      </select>
    );
  }
  const days = column === 'from' || column === 'until';
  const amounts = column === 'amount' || column === 'change';
  return (
    <input
      {...shared}
      type={days ? 'date' : 'text'}
      value={value}
      autocomplete="off"
      class={amounts ? 'cell price' : 'cell'}
      {...(amounts ? { inputmode: 'decimal' as const } : days ? {} : { list: `known-${column}` })}
    />
  );
}

function Lines({ view, block, columns, lines }: FactorBlock & { view: View }) {
  const words = view.t.factors;
  return (
    <div class="card">
      <h2>{words.title[block]}</h2>
      <p class="hint">{words.hint[block]}</p>
      <section class="scroll factors" tabindex={0} aria-label={words.title[block]}>
        <table class={block}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={column === 'amount' || column === 'change' ? 'number' : ''}>
                  {words.column[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr>
                {columns.map((column) => (
                  <td class={column === 'amount' || column === 'change' ? 'number' : ''}>
                    <Field
                      view={view}
                      name={`f.${block}.${at}.${column}`}
                      column={column}
                      value={line[column] ?? ''}
                      label={`${fill(words.line[block], { n: at + 1 })}: ${words.column[column]}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

export function FactorsForm({ view, id, query, blocks, known }: FactorsFormProps) {
  const words = view.t.factors;
  return (
    <form method="get" action={simulationAddress(id, 'factors', '')}>
      <QueryFields query={query} />
      <input type="hidden" name="f.sent" value="1" />
      {Object.entries(known).map(([column, codes]) => (
        <datalist id={`known-${column}`}>
          {codes.map((code) => (
            <option value={code} />
          ))}
        </datalist>
      ))}
      {blocks.map((block) => (
        <Lines view={view} {...block} />
      ))}
      <p class="actions">
        <button type="submit">{view.t.answers.calculate}</button> <span class="hint">{words.more}</span>
      </p>
    </form>
  );
}
