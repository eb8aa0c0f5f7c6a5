/** Accountability: rule sets with status and source, methods in short, what not to conclude, versions. */

import { FIGURE_METHODS, VERSION } from '../../src/index.ts';
import { dayOf } from '../format.ts';
import { Layout } from '../layout.tsx';
import { Outdated } from '../parts/outdated.tsx';
import { RuleForm } from '../parts/rule-form.tsx';
import { fill } from '../text/fill.ts';
import { shippedText } from '../text/shipped.ts';
import type { View } from '../view.ts';
import { FigureMethods } from './figure-method.tsx';

export interface RuleSetLine {
  readonly id: string;
  readonly title: string;
  /** Word of the status, or that it cannot be used. */
  readonly status: string;
  readonly clusters?: number;
  readonly validFrom?: string;
  readonly source: string;
}

/** A figure or table that was taken out, with the address that shows it again. */
export interface RunLine {
  readonly on: string;
  readonly kind: string;
  readonly dataSet: string;
  readonly address: string;
}

interface MethodProps {
  readonly view: View;
  readonly ruleSets: readonly RuleSetLine[];
  readonly runs: readonly RunLine[];
  /** The rule set that was just stored. */
  readonly stored?: {
    readonly id: string;
    readonly official: boolean;
    /** The set that is older than it, to compare it with. */
    readonly against?: string;
  };
}

function Stored({ view, stored }: MethodProps) {
  if (stored === undefined) return null;
  const words = view.t.rules;
  return (
    <div class="notes" role="status">
      <p>
        <strong>{fill(words.stored, { id: stored.id })}</strong>{' '}
        {stored.official ? words.storedOfficial : words.storedLocal}
      </p>
      {stored.against === undefined ? null : (
        <p>
          <a href={`/method/rules/diff?from=${stored.against}&to=${stored.id}`}>
            {fill(words.diffLink, { id: stored.against })}
          </a>
        </p>
      )}
    </div>
  );
}

/** Data sets that were typed with other rule sets than those that apply now, each with its button. */
function OutdatedData({ view }: { view: View }) {
  const outdated = view.dataSets.filter((dataSet) => dataSet.outdated !== undefined);
  if (outdated.length === 0) return null;
  return (
    <section aria-labelledby="outdated-title">
      <h3 id="outdated-title" class="spaced">
        {view.t.rules.outdatedTitle}
      </h3>
      {outdated.map((dataSet) => (
        <Outdated view={view} dataSet={dataSet} />
      ))}
    </section>
  );
}

function Runs({ view, runs }: MethodProps) {
  const words = view.t.method;
  return (
    <section class="card">
      <h2>{words.runsTitle}</h2>
      <p class="hint">{words.runsLead}</p>
      {runs.length === 0 ? (
        <p>{words.runsNone}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={words.runsTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.runKind}</th>
                <th scope="col">{words.runData}</th>
                <th scope="col">{words.runOn}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr>
                  <th scope="row">
                    <a href={run.address}>{run.kind}</a>
                  </th>
                  <td>{run.dataSet}</td>
                  <td>{run.on}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {runs.length === 0 ? null : (
        <p>
          <a href="/method/runs">{words.runsAll}</a>
        </p>
      )}
    </section>
  );
}

export function Method(props: MethodProps) {
  const { view, ruleSets } = props;
  const words = view.t.method;
  const cards: readonly (readonly [string, string])[] = [
    [words.typingTitle, words.typing],
    [words.moneyTitle, words.money],
    [words.uncertaintyTitle, words.uncertainty],
    [words.benchmarkTitle, words.benchmark],
    [words.pricesTitle, words.prices],
    [words.privacyTitle, words.privacy],
  ];
  return (
    <Layout view={view} title={words.title} section="method">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <section class="card">
        <h2>{words.rulesTitle}</h2>
        <p>{words.rulesLead}</p>
        <Stored {...props} />
        <section class="scroll" tabindex={0} aria-label={words.rulesTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.rulesId}</th>
                <th scope="col">{words.rulesStatus}</th>
                <th scope="col" class="number">
                  {words.rulesClusters}
                </th>
                <th scope="col">{words.rulesValid}</th>
                <th scope="col">{words.rulesSource}</th>
              </tr>
            </thead>
            <tbody>
              {ruleSets.map((set) => (
                <tr>
                  <th scope="row">
                    {set.id}
                    <br />
                    <span class="hint">{set.title}</span>
                  </th>
                  <td>{set.status}</td>
                  <td class="number">{set.clusters ?? ''}</td>
                  <td>{set.validFrom === undefined ? words.rulesAlways : dayOf(set.validFrom, view.lang)}</td>
                  <td class="wrap">{shippedText(set.source, view.lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="actions">
          <a class="button quiet" href="/method/rules/diff">
            {view.t.rules.diffTitle}
          </a>
        </p>
        <OutdatedData view={view} />
      </section>
      {view.mayAdminister ? <RuleForm view={view} /> : null}
      <h2>{words.methodsTitle}</h2>
      <div class="grid even">
        {cards.map(([title, text]) => (
          <section class="card">
            <h3>{title}</h3>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <section class="card">
        <h2>{words.notTitle}</h2>
        <ul>
          <li>{words.not1}</li>
          <li>{words.not2}</li>
          <li>{words.not3}</li>
        </ul>
      </section>
      <FigureMethods view={view} methods={FIGURE_METHODS} />
      <Runs {...props} />
      <section class="card">
        <h2>{words.versionsTitle}</h2>
        <dl class="facts">
          <div>
            <dt>{words.version}</dt>
            <dd class="small">{VERSION}</dd>
          </div>
          <div>
            <dt>{words.runtime}</dt>
            <dd class="small">{process.version}</dd>
          </div>
        </dl>
      </section>
    </Layout>
  );
}
