/** Which findings hold when the analysis is done otherwise: one table a measure, a column a variant. */

import { type Computed, isComputed, type Sensitivity, type SensitivityVariant } from '../../src/index.ts';
import { type BenchmarkState, isCannot } from '../benchmark-model.ts';
import { Layout } from '../layout.tsx';
import { caseMixLabel } from '../parts/benchmark-filters.tsx';
import { reason } from '../parts/benchmark-members.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

interface Props {
  readonly view: View;
  readonly state: BenchmarkState;
  readonly sensitivity: Sensitivity | undefined;
}

type Finding = Sensitivity['findings'][number];

function variantName(view: View, state: BenchmarkState, { kind, detail = '' }: SensitivityVariant): string {
  const said = kind === 'without-column' ? caseMixLabel(view, state, detail) : detail;
  return fill(view.t.benchmark.variants[kind], { detail: said });
}

/** One of three words, so that no colour is needed. */
function Holds({ view, holds }: { view: View; holds: Computed<boolean> | undefined }) {
  const words = view.t.benchmark;
  if (holds === undefined) return <td>–</td>;
  if (!isComputed(holds)) return <td class="faint">{reason(holds, view)}</td>;
  return <td class={holds ? '' : 'strong'}>{holds ? words.holds : words.turns}</td>;
}

function Findings({ view, state, sensitivity, findings }: Props & { findings: readonly Finding[] }) {
  const words = view.t.benchmark;
  const [first] = findings;
  if (first === undefined || sensitivity === undefined) return null;
  const used = new Set(findings.flatMap(({ variants }) => variants.map(({ variant }) => variant)));
  const variants = sensitivity.variants.filter(({ id }) => used.has(id));
  const title = words.findingWord[first.measure];
  return (
    <section class="card">
      <h2>{`${title[0]!.toUpperCase()}${title.slice(1)}`}</h2>
      <section class="scroll" tabindex={0} aria-label={title}>
        <table class="pinned" data-sortable="">
          <thead>
            <tr>
              <th scope="col">{words.member}</th>
              <th scope="col">{words.sensitivityFinding}</th>
              <th scope="col">{words.sensitivityTitle}</th>
              {variants.map((variant) => (
                <th scope="col">{variantName(view, state, variant)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr class={finding.member === state.own.name ? 'own' : ''}>
                <th scope="row">{finding.member}</th>
                <td>{words.verdictWord[finding.verdict]}</td>
                <td>{finding.robust ? words.sensitivityRobust : words.sensitivityFragile}</td>
                {variants.map(({ id }) => (
                  <Holds view={view} holds={finding.variants.find(({ variant }) => variant === id)?.holds} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Orders({ view, state, sensitivity }: Pick<Props, 'view' | 'state'> & { sensitivity: Sensitivity }) {
  const words = view.t.benchmark;
  const name = (id: string) => {
    const variant = sensitivity.variants.find((each) => each.id === id);
    return variant === undefined ? id : variantName(view, state, variant);
  };
  return (
    <section class="card">
      <h2>{words.sensitivityOrder}</h2>
      <ul>
        {sensitivity.orders.map(({ measure, order, variants, robust }) => {
          const turned = variants.flatMap(({ variant, holds }) => (holds === false ? [name(variant)] : []));
          return (
            <li>
              {words.findingWord[measure]}: {order ? words.orderYes : words.orderNo},{' '}
              {robust ? words.sensitivityRobust : `${words.turns}: ${turned.join(', ')}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function BenchmarkSensitivity(props: Props) {
  const { view, state, sensitivity } = props;
  const words = view.t.benchmark;
  const back = state.query === '' ? state.path : `${state.path}?${state.query}`;
  const measures = [...new Set(sensitivity?.findings.map(({ measure }) => measure))];
  return (
    <Layout view={view} title={words.sensitivityTitle} section="benchmark">
      <header class="page-head">
        <h1>{words.sensitivityTitle}</h1>
        <p class="lead">{words.sensitivityLead}</p>
      </header>
      {sensitivity === undefined || isCannot(state.result) ? (
        <p class="card">{words.sensitivityMissing}</p>
      ) : (
        <>
          <p class="card">
            {sensitivity.distinct === 0
              ? words.sensitivityNone
              : fill(words.sensitivityCount, { robust: sensitivity.robust, distinct: sensitivity.distinct })}
          </p>
          {measures.map((measure) => (
            <Findings
              {...props}
              findings={sensitivity.findings.filter((finding) => finding.measure === measure)}
            />
          ))}
          <Orders view={view} state={state} sensitivity={sensitivity} />
        </>
      )}
      <p>
        <a href={back}>{words.sensitivityBack}</a>
      </p>
      <StampNotes view={view} stamps={state.stamps} />
    </Layout>
  );
}
