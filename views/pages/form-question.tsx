/** One question a screen: answer cards, why it is asked, and beside it the advice as it grows. */

import {
  type AdaptiveQuestion,
  isComputed,
  REFERENCE_RATING_SHARES,
  SEVERITY_WORDS,
  type StopRule,
} from '../../src/index.ts';
import { share } from '../format.ts';
import { Layout } from '../layout.tsx';
import { ChangedElsewhere } from '../parts/changed-elsewhere.tsx';
import { EraseForm, FormAside, type FormPartProps, questionHref } from '../parts/form-aside.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';

export interface FormQuestionProps extends FormPartProps {
  /** Index of the item asked. */
  readonly at: number;
  readonly rule: StopRule;
  /** Labels of questions that another window answered otherwise. */
  readonly changed: readonly string[];
}

export function FormQuestion({ view, form, at, rule, changed }: FormQuestionProps) {
  const words = view.t.form;
  const { lang } = view;
  const { set, step, answers, order } = form;
  const item = set.items[at]!;
  const given = answers[at]!;
  const title = fill(words.questionTitle, { label: item.label, name: item.name[lang] });
  const answered = given !== -2;
  const before = answered ? order[order.indexOf(at) - 1] : order.at(-1);
  return (
    <Layout view={view} title={title} section="form">
      <div class="grid form-grid">
        <div>
          <section class="card ask" aria-labelledby="question">
            <p class="crumb">
              {fill(words.questionOf, { number: answered ? order.indexOf(at) + 1 : step.asked + 1 })}
              {' · '}
              {fill(words.openLeft, { open: step.open })}
            </p>
            <h1 id="question">{title}</h1>
            <p class="hint">{/^\d+$/.test(item.label) ? words.recent : words.historical}</p>
            <ChangedElsewhere view={view} labels={changed} />
            <form method="post" action={`/form/${form.id}/answer`} data-answer-keys="">
              <input type="hidden" name="item" value={item.code} />
              <input type="hidden" name="seen" value={String(given)} />
              <div class="answer-cards">
                {Array.from({ length: set.severities }, (_, severity) => (
                  <button
                    type="submit"
                    name="answer"
                    value={String(severity)}
                    data-key={String(severity)}
                    class={given === severity ? 'answer-card now' : 'answer-card'}
                  >
                    <span class="answer-value">{severity}</span>
                    <span>
                      {SEVERITY_WORDS[severity]?.[lang]}
                      {given === severity ? <em>{` (${words.nowChosen})`}</em> : null}
                    </span>
                  </button>
                ))}
                <Unknown view={view} form={form} at={at} />
              </div>
              {answered ? (
                <button type="submit" name="answer" value="open" class="quiet">
                  {words.takeBack}
                </button>
              ) : null}
            </form>
            <p class="hint keys">{words.keys}</p>
            <p class="hint">{words.scaleNote}</p>
            <Why view={view} form={form} at={at} rule={rule} />
            <p class="actions">
              {before === undefined ? null : (
                <a href={questionHref(form.id, set.items[before]!)}>{words.back}</a>
              )}
              {answered && isComputed(step.next) ? (
                <a href={questionHref(form.id, step.next.item)}>{words.toQuestion}</a>
              ) : null}
              <a href={`/form/${form.id}/list`}>{words.toList}</a>
            </p>
          </section>
          <div class="form-end">
            <EraseForm view={view} form={form} />
          </div>
        </div>
        <FormAside view={view} form={form} />
      </div>
      <StampNotes view={view} stamps={set.status === 'illustrative' ? ['illustrative'] : []} />
      <p class="hint">{words.notOfficial}</p>
    </Layout>
  );
}

function Unknown({ view, form, at }: FormPartProps & { at: number }) {
  const words = view.t.form;
  const now = form.answers[at] === -1;
  const left = form.set.maxMissing - form.step.unknown + (now ? 1 : 0);
  return (
    <button
      type="submit"
      name="answer"
      value="unknown"
      data-key="?"
      class={now ? 'answer-card unknown now' : 'answer-card unknown'}
    >
      <span class="answer-value">?</span>
      <span>
        {words.unknown}{' '}
        <span class="how">{left > 0 ? fill(words.unknownHint, { left }) : words.unknownLast}</span>
        {now ? <em>{` (${words.nowChosen})`}</em> : null}
      </span>
    </button>
  );
}

function Why({ view, form, at, rule }: Omit<FormQuestionProps, 'changed'>) {
  const words = view.t.form;
  const { lang } = view;
  const { step } = form;
  const question: AdaptiveQuestion | undefined = step.questions.find((each) => each.at === at);
  const best = step.questions[0];
  const shares = REFERENCE_RATING_SHARES.map((each, rating) => `${rating}: ${share(each, lang)}`).join(', ');
  const reason = (): string => {
    if (question === undefined) return words.whyAnswered;
    const gain = share(question.gainShare, lang);
    if (rule.kind === 'all') return fill(words.whyAll, { share: gain });
    if (at === best?.at) return fill(words.whyMost, { share: gain });
    return fill(words.whyOther, { item: `${best!.item.label} ${best!.item.name[lang]}` });
  };
  return (
    <section class="why">
      <h2>{words.whyTitle}</h2>
      <p>{reason()}</p>
      <details>
        <summary>{view.t.shell.whatDoesThisMean}</summary>
        <p>{fill(words.whyMethod, { shares })}</p>
      </details>
    </section>
  );
}
