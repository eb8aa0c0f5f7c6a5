/** Beside a question: the advice as it grows, and the answers given, each of which can be changed. */

import { type AdaptiveStep, isComputed, type RuleItem, type RuleSet } from '../../src/index.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { ChanceBars, possibleSentence } from './chance-bars.tsx';

/** What every page of a form is given. */
export interface FormView {
  readonly id: string;
  readonly set: RuleSet;
  readonly step: AdaptiveStep;
  /** One per item: a rating, -1 = not known, -2 = open. */
  readonly answers: ArrayLike<number>;
  /** Items in the order in which they were answered. */
  readonly order: readonly number[];
}

export interface FormPartProps {
  readonly view: View;
  readonly form: FormView;
}

export function questionHref(id: string, item: RuleItem): string {
  return `/form/${id}/question/${item.code.toLowerCase()}`;
}

export function chanceBars(view: View, { set, step }: FormView) {
  return step.clusters.map(({ cluster, probability }) => ({
    cluster,
    name: set.clusters.find(({ code }) => code === cluster)?.name[view.lang] ?? '',
    probability,
    excluded: step.open > 0 && !step.bound.candidates.includes(cluster),
  }));
}

export function FormAside({ view, form }: FormPartProps) {
  const words = view.t.form;
  const { step } = form;
  return (
    <aside aria-label={words.soFarTitle}>
      <section class="card">
        <h2>{words.soFarTitle}</h2>
        <p class="hint">
          {step.asked === 0 ? words.soFarNone : fill(words.soFarNote, { asked: step.asked })}
        </p>
        <ChanceBars view={view} title={words.soFarTitle} bars={chanceBars(view, form)} />
        {step.bound.holds ? null : (
          <p class="hint chances-note">{possibleSentence(view, step.bound.candidates)}</p>
        )}
        <p class="actions">
          <a href={`/form/${form.id}/result`}>{words.toResult}</a>
        </p>
      </section>
      <GivenAnswers view={view} form={form} />
    </aside>
  );
}

function GivenAnswers({ view, form }: FormPartProps) {
  const words = view.t.form;
  const { set, answers, order } = form;
  return (
    <section class="card">
      <h2>{words.answersTitle}</h2>
      {order.length === 0 ? (
        <p class="hint">{words.answersNone}</p>
      ) : (
        <ol class="given">
          {order.map((at) => {
            const item = set.items[at]!;
            return (
              <li>
                <a href={questionHref(form.id, item)}>
                  {item.label} {item.name[view.lang]}
                  <span class="hidden">{` (${words.change})`}</span>
                </a>
                <strong>{answers[at]! < 0 ? words.unknown : answers[at]}</strong>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** Erasing is a form of its own: it takes no answer along. */
export function EraseForm({ view, form }: FormPartProps) {
  return (
    <form method="post" action={`/form/${form.id}/erase`}>
      <button type="submit" class="danger">
        {isComputed(form.step.stop) ? view.t.form.again : view.t.form.erase}
      </button>
    </form>
  );
}
