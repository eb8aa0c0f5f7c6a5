/** The payer's conditions as a checklist with their evidence; and the improvement log behind one of them. */

import { type EvidenceDocument, evidenceTables, type ImprovementEntry } from '../../src/index.ts';
import { dayOf, number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { Table } from '../parts/table.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

interface EvidenceProps {
  readonly view: View;
  readonly document: EvidenceDocument;
  /** Names of the contributions. */
  readonly files: readonly string[];
  readonly minResponse: number | undefined;
  /** The query that rebuilds the page. */
  readonly query: string;
}

export function NetworkEvidence({ view, document, files, minResponse, query }: EvidenceProps) {
  const words = view.t.evidence;
  const { counts } = document;
  const download = (name: string) => `/network/evidence/${name}?${query}`;
  return (
    <Layout view={view} title={words.title} section="network">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">
          {fill(words.lead, {
            met: counts.met,
            notMet: counts['not-met'],
            notSeen: counts['not-seen'],
          })}
        </p>
      </header>
      <section class="card">
        <form method="get" action="/network/evidence">
          {files.map((name) => (
            <input type="hidden" name="c" value={name} />
          ))}
          <div class="field">
            <label for="min-response">{words.minResponse}</label>
            <input
              id="min-response"
              type="number"
              name="min"
              min={1}
              max={99}
              value={minResponse === undefined ? '' : String(Math.round(minResponse * 100))}
              aria-describedby="min-response-hint"
            />
            <p class="hint" id="min-response-hint">
              {words.minResponseHint}
            </p>
          </div>
          <button type="submit" class="quiet">
            {view.t.benchmark.apply}
          </button>
        </form>
      </section>
      {evidenceTables(document, view.lang).map((table) => (
        <section class="card">
          <h2>{table.title}</h2>
          <Table view={view} table={table} captionHidden />
        </section>
      ))}
      <section class="card">
        <ul>
          {document.notes.map((note) => (
            <li>{note}</li>
          ))}
          <li>{words.peers}</li>
        </ul>
        <p class="actions">
          <a class="button quiet" href={download('evidence.html')} download>
            {words.downloadHtml}
          </a>{' '}
          <a class="button quiet" href={download('evidence.json')} download>
            {words.downloadJson}
          </a>{' '}
          <a class="button quiet" href="/network/improvements">
            {words.logTitle}
          </a>
        </p>
      </section>
      <p>
        <a href="/network">{view.t.network.fileBack}</a>
      </p>
      <StampNotes view={view} stamps={document.meta.stamps} />
    </Layout>
  );
}

interface LogProps {
  readonly view: View;
  readonly entries: readonly ImprovementEntry[];
  readonly fields: Readonly<Record<string, string>>;
  readonly refused: readonly string[];
}

function LogForm({ view, fields }: LogProps) {
  const words = view.t.evidence;
  const field = (name: string, label: string, type: 'text' | 'date', required: boolean) => (
    <div class="field">
      <label for={`log-${name}`}>{label}</label>
      <input
        id={`log-${name}`}
        type={type}
        name={name}
        value={fields[name] ?? ''}
        maxlength={500}
        required={required}
      />
    </div>
  );
  return (
    <>
      <form method="post" action="/network/improvements">
        <div class="choices">
          {field('member', view.t.network.member, 'text', true)}
          {field('date', words.date, 'date', true)}
        </div>
        {field('finding', words.finding, 'text', true)}
        {field('action', words.action, 'text', true)}
        <div class="choices">
          {field('followUpDate', words.followUpDate, 'date', false)}
          {field('followUp', words.followUp, 'text', false)}
        </div>
        <p class="hint">{words.noNames}</p>
        <button type="submit">{words.add}</button>
      </form>
      <form method="post" action="/network/improvements/import" enctype="multipart/form-data" class="spaced">
        <div class="field">
          <label for="log-file">{words.file}</label>
          <input id="log-file" type="file" name="file" accept=".csv,.json,.txt" required />
        </div>
        <button type="submit" class="quiet">
          {words.fileButton}
        </button>
      </form>
    </>
  );
}

export function Improvements(props: LogProps) {
  const { view, entries, refused } = props;
  const words = view.t.evidence;
  return (
    <Layout view={view} title={words.logTitle} section="network">
      <header class="page-head">
        <h1>{words.logTitle}</h1>
        <p class="lead">{words.logLead}</p>
      </header>
      {refused.length === 0 ? null : (
        <div class="notes" role="alert">
          {refused.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      <section class="card">
        {entries.length === 0 ? (
          <p>{words.logNone}</p>
        ) : (
          <section class="scroll" tabindex={0} aria-label={words.logTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{view.t.network.member}</th>
                  <th scope="col">{words.date}</th>
                  <th scope="col">{words.finding}</th>
                  <th scope="col">{words.action}</th>
                  <th scope="col">{words.followUp}</th>
                  {view.mayEdit ? <th scope="col">{view.t.network.remove}</th> : null}
                </tr>
              </thead>
              <tbody>
                {entries.map((entry, at) => (
                  <tr>
                    <th scope="row">{entry.member}</th>
                    <td class="unbroken">{dayOf(entry.date, view.lang)}</td>
                    <td>{entry.finding}</td>
                    <td>{entry.action}</td>
                    <td>
                      {entry.followUp === undefined
                        ? words.open
                        : `${entry.followUpDate === undefined ? '' : dayOf(entry.followUpDate, view.lang)} ${entry.followUp}`}
                    </td>
                    {view.mayEdit ? (
                      <td>
                        <form method="post" action={`/network/improvements/${at}/delete`}>
                          <button
                            type="submit"
                            class="link"
                            aria-label={fill(words.removeEntry, { number: number(at + 1, view.lang) })}
                          >
                            {view.t.network.remove}
                          </button>
                        </form>
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
      {view.mayEdit ? (
        <section class="card" aria-labelledby="add-title">
          <h2 id="add-title">{words.addTitle}</h2>
          <LogForm {...props} />
        </section>
      ) : null}
      <p>
        <a href="/network">{view.t.network.fileBack}</a>
      </p>
    </Layout>
  );
}
