/** Two to five scenarios side by side: the choice, one table of totals, the difference per cluster. */

import type { ReportTable, Status } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { Figure, type FigureDrawing } from '../parts/figure.tsx';
import { SimulationTabs, simulationAddress } from '../parts/simulation-tabs.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { Table } from '../parts/table.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface ScenarioCompareProps {
  readonly view: View;
  /** Data set. */
  readonly id: string;
  /** Of the scenario at hand: kept in the links. */
  readonly query: string;
  readonly choices: readonly { readonly key: string; readonly title: string; readonly chosen: boolean }[];
  /** Address of the choice made, for the figures. */
  readonly chosenQuery: string;
  readonly tables: readonly ReportTable[];
  readonly figures: readonly FigureDrawing[];
  /** Names in the address that no scenario has. */
  readonly unknown: readonly string[];
  readonly failed: readonly { readonly title: string; readonly reason: string }[];
  readonly different: boolean;
  readonly tooMany: boolean;
  readonly stamps: readonly Status[];
}

export function ScenarioCompare(props: ScenarioCompareProps) {
  const { view, id, query, choices } = props;
  const words = view.t.scenarios;
  const path = simulationAddress(id, 'compare', '');
  return (
    <Layout view={view} title={words.compareTitle} section="simulation">
      <SimulationTabs view={view} id={id} query={query} tab="compare" />
      <header class="page-head">
        <h1>{words.compareTitle}</h1>
        <p class="lead">{words.compareLead}</p>
      </header>
      {props.unknown.length === 0 ? null : (
        <p class="notes wrap" role="status">
          {fill(words.compareUnknown, { names: props.unknown.map((name) => `‘${name}’`).join(', ') })}
        </p>
      )}
      <form method="get" action={path} class="card">
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <fieldset class="plain">
          <legend class="label">{words.compareChoose}</legend>
          {choices.map(({ key, title, chosen }) => (
            <label class="pick">
              <input type="checkbox" name="s" value={key} checked={chosen} />
              {title}
            </label>
          ))}
        </fieldset>
        <button type="submit">{words.compareButton}</button>
      </form>
      {props.tooMany ? <p class="notes">{words.compareMany}</p> : null}
      {props.failed.map((each) => (
        <p class="notes">{fill(words.compareFailed, each)}</p>
      ))}
      {props.tables.length === 0 ? (
        <section class="card">
          <p>{words.compareFew}</p>
        </section>
      ) : (
        <>
          {props.figures.map((figure) => (
            <Figure view={view} figure={figure} download={{ path, query: props.chosenQuery }} />
          ))}
          {props.tables.map((table) => (
            <section class="card beside">
              <Table view={view} table={table} />
            </section>
          ))}
          {props.different ? <p class="notes">{words.compareDifferent}</p> : null}
          <StampNotes view={view} stamps={props.stamps} />
        </>
      )}
    </Layout>
  );
}
