/** How long a data set is kept: the fields of a form, what holds now, and the warning before it goes. */

import { dayFromIso } from '../../src/index.ts';
import { day } from '../format.ts';
import type { DataSet } from '../model.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

/** Terms in months, as the form sends them. */
const TERMS = [
  ['', 'none'],
  ['1', 'month1'],
  ['3', 'month3'],
  ['12', 'month12'],
  ['24', 'month24'],
  ['60', 'month60'],
  ['date', 'date'],
] as const;

/** Days before the end from which it is said on the data set's pages. */
const WARNING_DAYS = 30;

interface RetentionFieldsProps {
  readonly view: View;
  /** ISO day. */
  readonly today: string;
  readonly deleteOn?: string | undefined;
}

export function RetentionFields({ view, today, deleteOn }: RetentionFieldsProps) {
  const words = view.t.data;
  const chosen = deleteOn === undefined ? '' : 'date';
  return (
    <div class="choices">
      <div class="field">
        <label for="keep">{words.retentionKeep}</label>
        <select id="keep" name="keep">
          {TERMS.map(([months, name]) => (
            <option value={months} selected={months === chosen}>
              {words.retentionTerms[name]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="deleteOn">{words.retentionDay}</label>
        <input id="deleteOn" type="date" name="deleteOn" min={today} value={deleteOn ?? ''} />
      </div>
    </div>
  );
}

export function Retention({ view, today, dataSet }: { view: View; today: string; dataSet: DataSet }) {
  const words = view.t.data;
  const { deleteOn } = dataSet;
  return (
    <section class="card" id="retention" aria-labelledby="retention-title">
      <h2 id="retention-title">{words.retentionTitle}</h2>
      <p>
        {deleteOn === undefined
          ? words.retentionNone
          : fill(words.retentionOn, { date: dateOf(deleteOn, view) })}
      </p>
      {view.mayEdit ? (
        <details>
          <summary>{words.retentionSet}</summary>
          <p class="hint">{words.retentionLead}</p>
          <form method="post" action={`/data/${dataSet.id}/retention`}>
            <RetentionFields view={view} today={today} deleteOn={deleteOn} />
            <button type="submit" class="quiet">
              {words.retentionSet}
            </button>
          </form>
        </details>
      ) : null}
    </section>
  );
}

/** Said when the day comes near. */
export function RetentionWarning({ view, today, dataSet }: { view: View; today: string; dataSet: DataSet }) {
  const { deleteOn, name } = dataSet;
  if (deleteOn === undefined || dayFromIso(deleteOn)! - dayFromIso(today)! > WARNING_DAYS) return null;
  return (
    <p class="banner" role="note">
      {fill(view.t.data.retentionSoon, { name, date: dateOf(deleteOn, view) })}
    </p>
  );
}

export function dateOf(iso: string, view: View): string {
  return day(dayFromIso(iso)!, view.lang);
}
