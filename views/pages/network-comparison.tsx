/** The comparison from contributions: the figures of the benchmark, and what the gates did. */

import type { CombinedDocument } from '../../src/index.ts';
import type { ComparisonState } from '../benchmark-model.ts';
import { Layout } from '../layout.tsx';
import { BenchmarkResult } from '../parts/benchmark-result.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

interface Props {
  readonly view: View;
  readonly state: ComparisonState;
  readonly document: CombinedDocument;
  /** Names of the files, to keep while another choice is made. */
  readonly files: readonly string[];
  /** How many of them are not here. */
  readonly missing: number;
}

/** The network page holds the names; this one holds none but one's own. */
function Choices({ view, state, files }: Props) {
  const words = view.t.network;
  const own = view.t.benchmark;
  return (
    <section class="card filters" aria-labelledby="choices-title">
      <h2 id="choices-title">{own.filtersTitle}</h2>
      <p>
        <span class="label">{own.own}</span>{' '}
        {state.own.name === '' ? own.ownNone : <strong>{state.own.name}</strong>}{' '}
        <a href="/network#received">{words.comparisonOther}</a>
      </p>
      {state.own.state === 'unknown' ? <p class="kind warning">{own.ownUnknown}</p> : null}
      {state.own.state === 'left-out' ? <p class="kind warning">{own.ownLeftOut}</p> : null}
      <form method="get" action={state.path} data-send-on-change>
        {files.map((name) => (
          <input type="hidden" name="c" value={name} />
        ))}
        {state.own.name === '' ? null : <input type="hidden" name="own" value={state.own.name} />}
        <div class="choices">
          <div class="field">
            <label for="filter-method">{words.methodField}</label>
            <select id="filter-method" name="method">
              {(['reml', 'ml'] as const).map((method) => (
                <option value={method} selected={state.method === method}>
                  {own.methods[method]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" class="quiet">
            {own.apply}
          </button>
        </div>
      </form>
    </section>
  );
}

export function NetworkComparison(props: Props) {
  const { view, state, document } = props;
  const words = view.t.network;
  const { touched } = document.disclosure;
  const members = document.members.length;
  return (
    <Layout view={view} title={words.comparisonTitle} section="network">
      <header class="page-head">
        <h1>{words.comparisonTitle}</h1>
        <p class="lead">{fill(words.comparisonLead, { members })}</p>
        {props.missing === 0 ? null : (
          <p class="kind warning">{fill(words.comparisonMissing, { missing: props.missing })}</p>
        )}
      </header>
      <Choices {...props} />
      <BenchmarkResult view={view} state={state} result={document} />
      <section class="card">
        <p>{touched === 0 ? words.comparisonGateNone : fill(words.comparisonGate, { touched, members })}</p>
        <p class="hint">{words.comparisonLabels}</p>
      </section>
      <StampNotes view={view} stamps={state.stamps} />
    </Layout>
  );
}

interface NoComparisonProps {
  readonly view: View;
  /** Why they do not go together; none where nothing was chosen. */
  readonly sentences: readonly string[];
  /** Chosen they were, but they are not here any more. */
  readonly gone?: boolean;
}

/** No comparison: why, and where to choose again. */
export function NoComparison({ view, sentences, gone = false }: NoComparisonProps) {
  const words = view.t.network;
  const title = sentences.length === 0 ? words.comparisonNoneTitle : words.comparisonRefusedTitle;
  const why = gone ? words.comparisonGone : words.comparisonNothing;
  return (
    <Layout view={view} title={title} section="network">
      <section class="card cannot" role="alert">
        <h1>{title}</h1>
        {(sentences.length === 0 ? [why] : sentences).map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p class="actions">
          <a class="button" href="/network#received">
            {words.comparisonOther}
          </a>
        </p>
      </section>
    </Layout>
  );
}
