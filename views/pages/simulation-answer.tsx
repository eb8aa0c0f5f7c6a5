/** A part of the simulation that answers a question of its own: what is asked, then figures and tables. */

import type { Child } from 'hono/jsx';
import type { ReportTable, Status } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { Done, Refusals } from '../parts/done.tsx';
import { Figure, type FigureDrawing } from '../parts/figure.tsx';
import {
  ScenarioLine,
  type SimulationTab,
  SimulationTabs,
  simulationAddress,
} from '../parts/simulation-tabs.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { Table } from '../parts/table.tsx';
import { TermRow } from '../parts/term-row.tsx';
import type { View } from '../view.ts';

export interface AnswerProps {
  readonly view: View;
  /** Data set. */
  readonly id: string;
  readonly query: string;
  readonly tab: SimulationTab;
  readonly title: string;
  readonly lead: string;
  readonly scenario: { readonly title: string; readonly baseline: string; readonly edits: number };
  /** The form, and what stands before the answer. */
  readonly children?: Child;
  readonly refused?: readonly string[];
  readonly done?: string | undefined;
  /** Each with sentences on what it means. */
  readonly figures?: readonly { readonly figure: FigureDrawing; readonly means?: readonly string[] }[];
  readonly tables?: readonly ReportTable[];
  readonly notes?: readonly string[];
  readonly stamps?: readonly Status[];
  /** Part of the address under which the figures are files, and its query. */
  readonly download?: { readonly part: string; readonly query: string };
  /** After the answer: what may be done with it. */
  readonly after?: Child;
}

export function SimulationAnswer(props: AnswerProps) {
  const { view, id, query, title, figures = [], tables = [], notes = [], stamps = [] } = props;
  const { part, query: fileQuery } = props.download ?? { part: '', query };
  return (
    <Layout view={view} title={title} section="simulation">
      <SimulationTabs view={view} id={id} query={query} tab={props.tab} />
      <header class="page-head">
        <h1>{title}</h1>
        <ScenarioLine
          view={view}
          scenario={props.scenario.title}
          baseline={props.scenario.baseline}
          edits={props.scenario.edits}
        />
        <p class="hint">{props.lead}</p>
        <TermRow
          view={view}
          page={props.tab === 'years' || props.tab === 'search' ? props.tab : 'simulation'}
        />
      </header>
      <Done done={props.done} />
      <Refusals view={view} refused={props.refused ?? []} />
      {props.children}
      {figures.map(({ figure, means = [] }) => (
        <Figure
          view={view}
          figure={figure}
          download={{ path: simulationAddress(id, part, ''), query: fileQuery }}
          means={means}
        />
      ))}
      {tables.map((table) => (
        <section class="card beside">
          <Table view={view} table={table} />
        </section>
      ))}
      {notes.map((note) => (
        <p class="notes">{note}</p>
      ))}
      {props.after}
      <StampNotes view={view} stamps={stamps} />
    </Layout>
  );
}

/** The query of the page as fields of a form that asks something more. */
export function QueryFields({ query }: { query: string }) {
  return (
    <>
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** One field with its label and hint. */
export function TextField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly numeric?: boolean;
}) {
  const { name, label, value, hint, numeric = true } = props;
  const id = `field-${name.replaceAll('.', '-')}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        name={name}
        value={value}
        autocomplete="off"
        {...(numeric ? { inputmode: 'decimal' as const } : {})}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      />
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
