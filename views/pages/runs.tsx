/** Runs: what was taken out, of what, by whom, when; and the record to make it again. */

import { dayOf, number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

/** A run as its page tells it. */
export interface RunRow {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly address: string;
  /** Name of whoever made it; blank where it is not known any more. */
  readonly who: string;
  readonly version: string;
  /** Name of the data set; absent where it is deleted or where there was none. */
  readonly dataSet?: string;
  readonly fromContributions: boolean;
  readonly input?: { readonly sha256: string; readonly rows: number };
  readonly rules?: string;
  /** Address of the result that `simulate --verify` takes, of a simulation. */
  readonly verify?: string;
  /** The data set is not what it was. */
  readonly stale: boolean;
}

export function Runs({ view, runs }: { view: View; runs: readonly RunRow[] }) {
  const words = view.t.method;
  const { lang } = view;
  return (
    <Layout view={view} title={words.runsPageTitle} section="method">
      <header class="page-head">
        <h1>{words.runsPageTitle}</h1>
        <p class="lead">{words.runsPageLead}</p>
      </header>
      <section class="card">
        {runs.length === 0 ? (
          <p>{words.runsNone}</p>
        ) : (
          <section class="scroll" tabindex={0} aria-label={words.runsPageTitle}>
            <table data-sortable="">
              <thead>
                <tr>
                  <th scope="col">{words.runKind}</th>
                  <th scope="col">{words.runInput}</th>
                  <th scope="col">{words.runRules}</th>
                  <th scope="col">{words.runWho}</th>
                  <th scope="col">{words.runOn}</th>
                  <th scope="col">{words.runRecord}</th>
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => {
                  const on = dayOf(run.at, lang);
                  const here = run.dataSet !== undefined || run.fromContributions;
                  return (
                    <tr>
                      <th scope="row">{here ? <a href={run.address}>{run.kind}</a> : run.kind}</th>
                      <td>
                        {run.fromContributions ? words.runContributions : (run.dataSet ?? words.runGone)}
                        {run.stale ? (
                          <span class="stamp" title={words.runChanged}>
                            {words.runStale}
                          </span>
                        ) : null}
                        {run.input === undefined ? null : (
                          <>
                            <br />
                            <span class="hint">
                              {fill(words.runPrinted, {
                                hash: run.input.sha256.slice(0, 12),
                                rows: number(run.input.rows, lang),
                              })}
                            </span>
                          </>
                        )}
                      </td>
                      <td>{run.rules ?? ''}</td>
                      <td>{run.who}</td>
                      <td class="unbroken">{on}</td>
                      <td>
                        <a
                          href={`/method/runs/${run.id}.json`}
                          download
                          aria-label={fill(words.runRecordOf, { kind: run.kind, on })}
                        >
                          JSON
                        </a>
                        {run.verify === undefined ? null : (
                          <>
                            {' · '}
                            <a href={run.verify} download>
                              simulate --verify
                            </a>
                          </>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        )}
      </section>
      <p>
        <a href="/method">{words.title}</a>
      </p>
    </Layout>
  );
}
