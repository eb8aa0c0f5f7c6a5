/** What a contribution holds, in plain words: sums, counts, and what the gate kept at home and why. */

import {
  type ContributionDocument,
  contributionTables,
  countBand,
  type ReportTable,
} from '../../src/index.ts';
import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { Table } from './table.tsx';
import { WithTerms } from './with-terms.tsx';

type Document = Omit<ContributionDocument, 'sha256' | 'signature'>;

export interface ContributionContentProps {
  readonly view: View;
  readonly document: Document;
  /** Levels merged, per column: for the member's own eyes, before it leaves. */
  readonly mergedNames: ReadonlyMap<string, readonly string[]>;
  /** Numbers of episodes as bands: of another member. */
  readonly banded?: boolean;
  readonly title: string;
}

/** Numbers in the sums: n, the means, and the half of the symmetric products that says all. */
function numbersIn({ sums }: Document): number {
  return Object.values(sums).reduce((total, { means }) => {
    const width = means.length;
    return total + 1 + width + (width * (width + 1)) / 2;
  }, 0);
}

function counts({ view, document }: ContributionContentProps): string[] {
  const words = view.t.network;
  const { levels, response, rows, disclosure } = document;
  const columns = Object.keys(levels);
  const tens = disclosure.suppressed.some(({ what }) => what === 'response-counts');
  return [
    ...(columns.length === 0 ? [] : [fill(words.countsLevels, { columns: columns.join(', ') })]),
    ...('undefined' in response ? [] : [tens ? words.countsResponseTens : words.countsResponse]),
    ...('undefined' in rows ? [] : [words.countsRows]),
  ];
}

function inBands(table: ReportTable): ReportTable {
  const at = table.columns.findIndex(({ key }) => key === 'n');
  return {
    ...table,
    columns: table.columns.map((column, index) => (index === at ? { ...column, kind: 'text' } : column)),
    rows: table.rows.map((row) =>
      row.map((cell, index) =>
        index === at && typeof cell === 'number' ? countBand(cell).replace('-', '–') : cell,
      ),
    ),
  };
}

/** A line a finding: what, where, which values, and why. */
function KeptList({ gate }: { gate: ReportTable }) {
  return (
    <ul class="kept">
      {gate.rows.map(([what, where, levels, why]) => (
        <li>
          <strong>
            {[where, what].filter((part) => part !== '').join(': ')}
            {levels === '' ? '' : ` (${levels})`}
          </strong>
          <br />
          {why}
        </li>
      ))}
    </ul>
  );
}

export function ContributionContent(props: ContributionContentProps) {
  const { view, document, mergedNames, banded = false, title } = props;
  const words = view.t.network;
  // The tables read neither hash nor signature.
  const tables = contributionTables({ ...document, sha256: '' }, mergedNames, view.lang);
  const sent = tables.find(({ id }) => id === 'sent')!;
  const gate = tables.find(({ id }) => id === 'gate');
  const listed = counts(props);
  return (
    <>
      <section class="card">
        <h2>{title}</h2>
        <p>
          <WithTerms
            view={view}
            text={fill(words.leavesLead, { numbers: number(numbersIn(document), view.lang) })}
            at="leaves"
          />
        </p>
        <Table view={view} table={banded ? inBands(sent) : sent} captionHidden />
        <p>
          {words.leavesCounts} {listed.length === 0 ? words.countsNone : null}
        </p>
        {listed.length === 0 ? null : (
          <ul>
            {listed.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
      </section>
      <section class="card" aria-labelledby="kept-title">
        <h2 id="kept-title">{words.keptTitle}</h2>
        {gate === undefined ? <p>{words.keptNone}</p> : <KeptList gate={gate} />}
        {mergedNames.size === 0 ? null : <p class="hint">{words.keptOnlyYou}</p>}
        <p class="hint">
          <WithTerms view={view} text={words.gateRules} at="gate" />
        </p>
      </section>
    </>
  );
}
