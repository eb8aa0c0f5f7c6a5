/** Official tables on their way in: how they were read, every fault at once, and how to store them. */

import type { IssueSummary, TableMapping } from '../../src/index.ts';
import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { IssueTable } from '../parts/issue-table.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

/** What the tables become, against the set that applies now. */
export interface ImportResult {
  readonly items: number;
  readonly clusters: number;
  readonly redRules: number;
  readonly coefficients: number;
  readonly sha256: string;
  readonly against: {
    readonly id: string;
    readonly same: boolean;
    readonly coefficients: number;
    readonly constants: number;
    readonly red: number;
  };
}

/** As typed, for a form that comes back. */
export interface ImportFields {
  readonly id: string;
  readonly status: 'official' | 'local';
  readonly source: string;
  readonly validFrom: string;
  readonly replace: boolean;
}

export interface RuleImportProps {
  readonly view: View;
  readonly id: string;
  readonly files: string;
  readonly mapping: readonly TableMapping[];
  readonly issues: readonly IssueSummary[];
  /** Absent where the tables have faults. */
  readonly result?: ImportResult;
  readonly fields: ImportFields;
  /** Why the form was turned down. */
  readonly refused: readonly string[];
}

export function RuleImport(props: RuleImportProps) {
  const { view, files, issues, result } = props;
  const words = view.t.rules;
  const title = result === undefined ? words.faultTitle : words.pageTitle;
  return (
    <Layout view={view} title={title} section="method">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{result === undefined ? words.faultLead : words.pageLead}</p>
        <p class="hint">
          {words.files}: {files}
        </p>
      </header>
      {result === undefined ? (
        <section class="card" role="alert">
          <IssueTable view={view} issues={issues.filter(({ severity }) => severity !== 'info')} />
          <p class="actions spaced">
            <a class="button" href="/method#tables">
              {words.again}
            </a>
          </p>
        </section>
      ) : (
        <Result view={view} result={result} />
      )}
      <Mapping view={view} mapping={props.mapping} />
      {result === undefined || issues.length === 0 ? null : (
        <section class="card">
          <h2>{words.notes}</h2>
          <IssueTable view={view} issues={issues.filter(({ code }) => code !== 'rules-mapping')} />
        </section>
      )}
      {result === undefined ? null : <StoreForm {...props} />}
    </Layout>
  );
}

function Result({ view, result }: { view: View; result: ImportResult }) {
  const words = view.t.rules;
  const { lang } = view;
  const facts: readonly (readonly [string, number])[] = [
    [words.items, result.items],
    [words.clusters, result.clusters],
    [words.coefficientsCount, result.coefficients],
    [words.redRulesCount, result.redRules],
  ];
  const { against } = result;
  return (
    <section class="card">
      <h2>{words.result}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{number(value, lang)}</dd>
          </div>
        ))}
        <div>
          <dt>{view.t.data.hash}</dt>
          <dd class="small">{result.sha256}</dd>
        </div>
      </dl>
      <h3>{fill(words.comparedTitle, { id: against.id })}</h3>
      {against.same ? (
        <p>{words.comparedSame}</p>
      ) : (
        <p>
          {fill(words.compared, {
            coefficients: number(against.coefficients, lang),
            constants: number(against.constants, lang),
            red: number(against.red, lang),
          })}
        </p>
      )}
    </section>
  );
}

function Mapping({ view, mapping }: { view: View; mapping: readonly TableMapping[] }) {
  const words = view.t.rules;
  if (mapping.length === 0) return null;
  return (
    <section class="card">
      <h2>{words.mapping}</h2>
      <div class="grid even">
        {mapping.map(({ file, table, rows, columns }) => (
          <section class="scroll" tabindex={0} aria-label={words.table[table]}>
            <table>
              <caption>
                {fill(words.mappingCaption, {
                  table: words.table[table],
                  rows: number(rows, view.lang),
                  file,
                })}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{words.header}</th>
                  <th scope="col">{words.role}</th>
                </tr>
              </thead>
              <tbody>
                {columns.map(({ header, role }) => (
                  <tr>
                    <th scope="row">{header}</th>
                    <td>{words.roles[role]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </section>
  );
}

function StoreForm({ view, id, fields, refused }: RuleImportProps) {
  const words = view.t.rules;
  const statuses = ['official', 'local'] as const;
  return (
    <section class="card" aria-labelledby="store-title">
      <h2 id="store-title">{words.storeTitle}</h2>
      {refused.length === 0 ? null : (
        <div class="notes" role="alert">
          {refused.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      <form method="post" action={`/method/rules/${id}`}>
        <div class="field">
          <label for="rules-id">{words.id}</label>
          <input
            id="rules-id"
            type="text"
            name="id"
            value={fields.id}
            maxlength={64}
            pattern="[A-Za-z0-9][A-Za-z0-9_\-]*"
            required
            aria-describedby="rules-id-hint"
          />
          <p class="hint" id="rules-id-hint">
            {words.idHint}
          </p>
        </div>
        <fieldset class="field plain">
          <legend class="label">{words.status}</legend>
          {statuses.map((status) => (
            <label class="pick">
              <input type="radio" name="status" value={status} checked={fields.status === status} />{' '}
              {words[status]}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="rules-source">{words.source}</label>
          <input
            id="rules-source"
            type="text"
            name="source"
            value={fields.source}
            maxlength={400}
            aria-describedby="rules-source-hint"
          />
          <p class="hint" id="rules-source-hint">
            {words.sourceHint}
          </p>
        </div>
        <div class="field">
          <label for="rules-from">{words.validFrom}</label>
          <input
            id="rules-from"
            type="date"
            name="validFrom"
            value={fields.validFrom}
            aria-describedby="rules-from-hint"
          />
          <p class="hint" id="rules-from-hint">
            {words.validFromHint}
          </p>
        </div>
        <div class="field">
          <label class="pick">
            <input type="checkbox" name="replace" value="1" checked={fields.replace} /> {words.replace}
          </label>
        </div>
        <button type="submit">{words.store}</button>
      </form>
    </section>
  );
}
