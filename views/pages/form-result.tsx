/** The outcome of a form: the advice, why the asking stopped, what is certain, and why this cluster. */

import { isComputed, type StepExplanation, type StopRule } from '../../src/index.ts';
import { number, share } from '../format.ts';
import { Layout } from '../layout.tsx';
import { FiredRules, itemName, PointsAgainst } from '../parts/advice-points.tsx';
import { ChanceBars, possibleSentence } from '../parts/chance-bars.tsx';
import { chanceBars, EraseForm, type FormPartProps, questionHref } from '../parts/form-aside.tsx';
import { RatingDots } from '../parts/rating-dots.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';
import { shippedText } from '../text/shipped.ts';

export interface FormResultProps extends FormPartProps {
  readonly rule: StopRule;
  readonly explanation: StepExplanation;
}

const CHANGES_SHOWN = 12;

export function FormResult(props: FormResultProps) {
  const { view, form, explanation } = props;
  const words = view.t.form;
  const { set, step, answers } = form;
  const { comparison } = explanation;
  const finished = isComputed(step.stop);
  const title = finished ? words.resultTitle : words.interimTitle;
  const shown = set.items.map((item, at) => ({
    item: item.code,
    label: item.label,
    name: item.name,
    coefficient: 0,
    rating: answers[at]! >= 0 ? answers[at]! : { undefined: answers[at] === -1 ? 'not-known' : 'not-asked' },
  }));
  return (
    <Layout view={view} title={title} section="form">
      <header class="page-head">
        {finished ? <p class="crumb">{title}</p> : null}
        <h1>{headline(props)}</h1>
        <p class="lead">{stopSentence(props)}</p>
        <p class="hint">
          {fill(words.counted, { asked: step.asked, all: step.asked + step.open, unknown: step.unknown })}{' '}
          {isComputed(step.advised) ? words.freeToChoose : ''}
        </p>
        <div class="actions">
          {isComputed(step.next) ? (
            finished ? (
              <form method="post" action={`/form/${form.id}/stop`}>
                <button type="submit" name="stop" value="all" class="quiet">
                  {words.goOn}
                </button>
              </form>
            ) : (
              <a class="button" href={questionHref(form.id, step.next.item)}>
                {words.toQuestion}
              </a>
            )
          ) : null}
          <a class="button quiet" href={`/form/${form.id}/list`}>
            {words.toList}
          </a>
          <EraseForm view={view} form={form} />
        </div>
      </header>
      <div class="grid">
        <section class="card">
          <h2>{words.answersTitle}</h2>
          <RatingDots view={view} items={shown} />
        </section>
        <div>
          {step.clusters.length === 0 ? null : (
            <section class="card">
              <h2>{view.t.clusters.rankingTitle}</h2>
              <ChanceBars view={view} title={view.t.clusters.rankingTitle} bars={chanceBars(view, form)} />
              {step.open === 0 ? null : (
                <p class="hint chances-note">
                  {step.bound.holds ? '' : `${possibleSentence(view, step.bound.candidates)} `}
                  {words.chanceNote}
                </p>
              )}
            </section>
          )}
          <FiredRules view={view} items={set.items} fired={explanation.redRules} source={set.id} />
        </div>
      </div>
      <div class="grid">
        {isComputed(comparison) ? (
          <PointsAgainst
            view={view}
            {...comparison}
            points={comparison.items}
            total={comparison.lead}
            items={set.items}
            {...(step.open > 0 && isComputed(comparison.leadAtLeast)
              ? { after: { label: words.openTake, value: comparison.leadAtLeast } }
              : {})}
          />
        ) : null}
        <div>
          <Margins view={view} form={form} />
          <Changes {...props} />
        </div>
      </div>
      <StampNotes view={view} stamps={set.status === 'illustrative' ? ['illustrative'] : []} />
      <p class="hint">{words.notOfficial}</p>
      <p class="hint">
        {fill(view.t.clusters.source, { id: set.id, source: shippedText(set.source, view.lang) })}
      </p>
    </Layout>
  );
}

function headline({ view, form }: FormResultProps): string {
  const words = view.t.form;
  const { advised } = form.step;
  const named = (code: string) => ({
    cluster: code,
    name: form.set.clusters.find((cluster) => cluster.code === code)?.name[view.lang] ?? '',
  });
  if (isComputed(advised)) return fill(words.advice, named(advised));
  const { statuses } = view.t.clusters;
  if (advised.undefined !== 'not-finished') {
    return fill(words.noAdvice, { reason: statuses[advised.undefined as keyof typeof statuses] });
  }
  return words.interimTitle;
}

/** Why it stopped and what that is worth, in words. */
function stopSentence({ view, form, rule }: FormResultProps): string {
  const words = view.t.form;
  const { lang } = view;
  const { stop, bound, clusters, open, unknown, advised } = form.step;
  const leading = clusters[0];
  const probability = share(leading?.probability ?? 0, lang);
  if (!isComputed(stop)) {
    return fill(words.interimLead, { open, cluster: leading?.cluster ?? '–', probability });
  }
  if (!isComputed(advised)) {
    if (advised.undefined === 'too-many-missing') {
      return fill(words.stopMissingSaid, { unknown, allowed: form.set.maxMissing });
    }
    return stop === 'all' ? words.stopAllNone : fill(words.stopNoneSaid, { open });
  }
  if (stop === 'all') return fill(words.stopAllSaid, { probability });
  if (stop === 'probability') {
    return fill(words.stopProbabilitySaid, {
      asked: share(rule.kind === 'probability' ? rule.atLeast : 0, lang),
      probability,
      open,
      clusters: bound.candidates.join(', '),
    });
  }
  const least = isComputed(bound.probabilityAtLeast) ? bound.probabilityAtLeast : 0;
  return fill(words.stopBoundSaid, {
    open,
    // Rounded down: "at least" must stay true.
    probability: share(Math.floor(least * 1000) / 1000, lang),
    left: bound.unknownsLeft,
  });
}

function Margins({ view, form }: FormPartProps) {
  const words = view.t.form;
  const { step } = form;
  const first = step.clusters[0]?.cluster;
  if (step.open === 0 || first === undefined || step.bound.rivals.length === 0) return null;
  const points = (value: number) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${number(Math.abs(value), view.lang, 2)}`;
  return (
    <section class="card">
      <h2>{words.marginTitle}</h2>
      <p class="hint">{fill(words.marginLead, { first })}</p>
      <section class="scroll" tabindex={0} aria-label={words.marginTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.cluster}</th>
              <th scope="col" class="number">
                {words.marginNow}
              </th>
              <th scope="col" class="number">
                {words.marginWorst}
              </th>
            </tr>
          </thead>
          <tbody>
            {step.bound.rivals.map((rival) => (
              <tr>
                <th scope="row">{rival.cluster}</th>
                <td class="number">{isComputed(rival.lead) ? points(rival.lead) : words.marginOut}</td>
                <td class="number">
                  {isComputed(rival.leadAtLeast) ? points(rival.leadAtLeast) : words.marginOut}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Changes({ view, form, explanation }: FormResultProps) {
  const words = view.t.form;
  if (!form.step.bound.holds || !isComputed(form.step.bound.advised)) return null;
  const changes = explanation.changes.slice(0, CHANGES_SHOWN);
  const { statuses } = view.t.clusters;
  return (
    <section class="card">
      <h2>{words.changesTitle}</h2>
      {changes.length === 0 ? (
        <p>{words.changesNone}</p>
      ) : (
        <>
          <p class="hint">{words.changesLead}</p>
          <section class="scroll" tabindex={0} aria-label={words.changesTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.question}</th>
                  <th scope="col" class="number">
                    {words.from}
                  </th>
                  <th scope="col" class="number">
                    {words.to}
                  </th>
                  <th scope="col">{words.becomes}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ item, from, to, advised, leading, probability }) => (
                  <tr>
                    <th scope="row">{itemName(form.set.items, item, view)}</th>
                    <td class="number">{isComputed(from) ? from : '?'}</td>
                    <td class="number">{to}</td>
                    <td>
                      {isComputed(advised)
                        ? advised
                        : advised.undefined === 'open' && isComputed(leading)
                          ? fill(words.changesUnsettled, {
                              cluster: leading,
                              probability: share(probability, view.lang),
                            })
                          : statuses[advised.undefined as keyof typeof statuses]}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {explanation.changes.length > CHANGES_SHOWN ? (
            <p class="hint">{fill(words.changesMore, { n: explanation.changes.length - CHANGES_SHOWN })}</p>
          ) : null}
        </>
      )}
    </section>
  );
}
