/** The start of a form: supercluster, when to stop, and what happens with the answers. */

import type { RuleSet } from '../../src/index.ts';
import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

/** Probabilities offered, in percent. */
const PROBABILITIES = [80, 90, 95, 99];

export interface FormStartProps {
  readonly view: View;
  readonly set: RuleSet;
  /** Hours without use after which answers are gone. */
  readonly hours: number;
  readonly erased: boolean;
}

export function FormStart({ view, set, hours, erased }: FormStartProps) {
  const words = view.t.form;
  const { lang } = view;
  return (
    <Layout view={view} title={words.title} section="form">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {erased ? <p role="status">{words.deleted}</p> : null}
      </header>
      <form method="post" action="/form" class="form-start">
        <fieldset class="card">
          <legend>{words.groupTitle}</legend>
          <p class="hint">{words.groupLead}</p>
          <div class="answer-cards">
            {set.superclusters.map((group, at) => (
              <label class="answer-card">
                <input type="radio" name="supercluster" value={group.code} required checked={at === 0} />
                <span class="answer-value">{group.code}</span>
                <span>{group.name[lang]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset class="card">
          <legend>{words.stopTitle}</legend>
          <label class="pick">
            <input type="radio" name="stop" value="bound" checked />
            <span>
              {words.stopBound} <span class="how">{words.stopBoundHint}</span>
            </span>
          </label>
          <div class="pick">
            <input type="radio" name="stop" value="probability" id="stop-probability" />
            <span>
              <label for="stop-probability" class="inline">
                {words.stopProbability}
              </label>{' '}
              <select name="atLeast" aria-label={words.stopProbability}>
                {PROBABILITIES.map((percent) => (
                  <option value={String(percent / 100)} selected={percent === 90}>
                    {number(percent, lang)}%
                  </option>
                ))}
              </select>{' '}
              <span class="how">{words.stopProbabilityHint}</span>
            </span>
          </div>
          <label class="pick">
            <input type="radio" name="stop" value="all" />
            <span>
              {words.stopAll} <span class="how">{words.stopAllHint}</span>
            </span>
          </label>
        </fieldset>
        <p>
          <button type="submit">{words.start}</button>
        </p>
      </form>
      <p class="hint">{fill(words.privacy, { hours })}</p>
      <p class="hint">{words.notOfficial}</p>
      <p class="hint">{fill(words.rules, { id: set.id, status: view.t.shell.status[set.status] })}</p>
      <StampNotes view={view} stamps={set.status === 'illustrative' ? ['illustrative'] : []} />
    </Layout>
  );
}
