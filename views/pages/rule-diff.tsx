/** Two rule sets against each other: the choice, what it does to the advices, what changed. */

import {
  type AdviceChanges,
  formatCell,
  isComputed,
  type ReportTable,
  type Status,
} from '../../src/index.ts';
import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { Table } from '../parts/table.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface RuleDiffProps {
  readonly view: View;
  readonly choices: {
    readonly ruleSets: readonly string[];
    readonly from: string;
    readonly to: string;
    /** Id of the data set; '' = none. */
    readonly data: string;
  };
  readonly result?: {
    readonly title: string;
    readonly tables: readonly ReportTable[];
    readonly notes: readonly string[];
    readonly stamps: readonly Status[];
    readonly advice?: AdviceChanges;
  };
}

export function RuleDiff(props: RuleDiffProps) {
  const { view, choices, result } = props;
  const words = view.t.rules;
  const title = result?.title ?? words.diffTitle;
  return (
    <Layout view={view} title={title} section="method">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{result?.advice === undefined ? words.diffLead : flips(view, result.advice)}</p>
      </header>
      {choices.ruleSets.length < 2 ? (
        <section class="card">
          <p>{words.diffOne}</p>
          <p class="actions">
            <a class="button" href="/method#tables">
              {words.formTitle}
            </a>
          </p>
        </section>
      ) : (
        <Choice {...props} />
      )}
      {result === undefined ? null : <Result view={view} choices={choices} result={result} />}
    </Layout>
  );
}

function flips(view: View, advice: AdviceChanges): string {
  const words = view.t.rules;
  if (!isComputed(advice.share)) return words.diffNoAdvice;
  const n = number(advice.n, view.lang);
  if (advice.flipped === 0) return fill(words.diffNoFlips, { n });
  const share = formatCell(advice.share, 'share', view.lang);
  return fill(words.diffFlips, { n, flipped: number(advice.flipped, view.lang), share: `${share}%` });
}

function Choice({ view, choices }: RuleDiffProps) {
  const words = view.t.rules;
  const ruleSets = choices.ruleSets.map((id) => [id, id] as const);
  const data = [['', words.diffNoData] as const, ...view.dataSets.map(({ id, name }) => [id, name] as const)];
  const select = (name: string, label: string, options: typeof ruleSets, chosen: string) => (
    <div class="field">
      <label for={`diff-${name}`}>{label}</label>
      <select id={`diff-${name}`} name={name}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form method="get" action="/method/rules/diff" class="card">
      <div class="choices">
        {select('from', words.diffFrom, ruleSets, choices.from)}
        {select('to', words.diffTo, ruleSets, choices.to)}
        {select('data', words.diffData, data, choices.data)}
      </div>
      <button type="submit">{words.diffButton}</button>
    </form>
  );
}

/** What it does to the advices first: that is what people come for. */
const FIRST: readonly string[] = ['advice', 'flips'];
/** Nothing but zeros where there is no advice. */
const OF_ADVICES: readonly string[] = ['advice', 'flips', 'clusters'];
/** The report of the data set has these. */
const ELSEWHERE: readonly string[] = ['rows', 'issues'];

function Result({ view, choices, result }: Required<RuleDiffProps>) {
  const none = result.advice !== undefined && !isComputed(result.advice.share);
  const shown = result.tables.filter(
    ({ id, rows }) => rows.length > 0 && !ELSEWHERE.includes(id) && !(none && OF_ADVICES.includes(id)),
  );
  const ordered = [
    ...shown.filter(({ id }) => FIRST.includes(id)),
    ...shown.filter(({ id }) => !FIRST.includes(id)),
  ];
  const query = new URLSearchParams({ from: choices.from, to: choices.to });
  return (
    <>
      <StampNotes view={view} stamps={result.stamps} />
      {result.notes.map((note) => (
        <p class="notes">{note}</p>
      ))}
      {ordered.map((table) => (
        <section class="card">
          <Table view={view} table={table} />
        </section>
      ))}
      <p class="actions">
        <a class="button quiet" href={`/method/rules/diff/changes.csv?${query}`} download>
          {view.t.rules.diffDownload}
        </a>
      </p>
    </>
  );
}
