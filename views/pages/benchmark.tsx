/** The benchmark: what is compared, and the comparison, or why there is none. */

import { type BenchmarkState, isCannot } from '../benchmark-model.ts';
import { Layout } from '../layout.tsx';
import { BenchmarkCannot } from '../parts/benchmark-cannot.tsx';
import { BenchmarkFilters } from '../parts/benchmark-filters.tsx';
import { BenchmarkResult } from '../parts/benchmark-result.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { WithTerms } from '../parts/with-terms.tsx';
import type { View } from '../view.ts';

interface Props {
  readonly view: View;
  readonly state: BenchmarkState;
}

export function Benchmark(props: Props) {
  const { view, state } = props;
  const words = view.t.benchmark;
  const { result } = state;
  return (
    <Layout view={view} title={words.title} section="benchmark">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">
          <WithTerms view={view} text={words.lead} at="lead" />
        </p>
      </header>
      <BenchmarkFilters {...props} />
      {isCannot(result) ? (
        <BenchmarkCannot view={view} state={state} cannot={result} />
      ) : (
        <>
          <BenchmarkResult {...props} result={result} />
          {state.reliability === undefined && state.has.outcome ? (
            <p class="card">{words.classesAsk}</p>
          ) : null}
          <p class="card">
            <a href={`${state.path}/sensitivity${state.query === '' ? '' : `?${state.query}`}`}>
              {words.sensitivityLink}
            </a>
          </p>
        </>
      )}
      <StampNotes view={view} stamps={state.stamps} />
    </Layout>
  );
}
