/** The audit trail: what was done, by whom, with which data set; newest first. */

import { dayOf, number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface AuditLine {
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  readonly action: string;
  /** Name of the account, or the id that the trail keeps. */
  readonly who: string;
  /** Name and value, in words of the schema. */
  readonly detail: readonly (readonly [name: string, value: string])[];
  /** Id; blank where it is about no data set. */
  readonly dataSet: string;
  /** Blank where the data set is no longer there. */
  readonly dataSetName: string;
}

interface AuditProps {
  readonly view: View;
  readonly lines: readonly AuditLine[];
  /** Of which data set; blank = of all. */
  readonly dataSet: string;
  /** The next page begins below this number. */
  readonly next?: number;
  /** The first entry that does not follow from the one before it. */
  readonly broken?: number;
}

/** The moment in the Netherlands, to the minute. */
function moment(iso: string, view: View): string {
  return new Intl.DateTimeFormat(view.lang === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(iso));
}

function actionOf(action: string, view: View): string {
  const { actions } = view.t.audit;
  return action in actions ? actions[action as keyof typeof actions] : action;
}

/** In words where there are any; else as the trail has it. */
function detailOf(name: string, value: string, view: View): string {
  const { details, places, whats, active } = view.t.audit;
  // A name says what it is.
  if (name === 'name') return value;
  const label = wordOf(details, name) ?? name;
  // What was done says enough without its label; what has no words of its own is a figure.
  if (name === 'what' && value in whats) return wordOf(whats, value) ?? value;
  const words: Readonly<Record<string, object>> = { place: places, active, role: view.t.access.role };
  const said = name === 'until' ? untilOf(value, view) : (wordOf(words[name] ?? {}, value) ?? value);
  return `${label} ${said}`;
}

function wordOf(words: object, key: string): string | undefined {
  return Object.hasOwn(words, key) ? String(words[key as keyof typeof words]) : undefined;
}

function untilOf(day: string, view: View): string {
  return day === '' ? view.t.data.keptForever : dayOf(day, view.lang);
}

function whoOf(who: string, view: View): string {
  const { people } = view.t.audit;
  return who in people ? people[who as keyof typeof people] : who;
}

function Entry({ view, line }: { view: View; line: AuditLine }) {
  return (
    <tr>
      <td class="number">{number(line.number, view.lang)}</td>
      <td>
        <time datetime={line.at}>{moment(line.at, view)}</time>
      </td>
      <td>{whoOf(line.who, view)}</td>
      <td>{actionOf(line.action, view)}</td>
      <td class="wrap">
        {line.dataSet === '' ? null : (
          <a href={`/audit?data=${encodeURIComponent(line.dataSet)}`}>
            {line.dataSetName || fill(view.t.audit.gone, { id: line.dataSet })}
          </a>
        )}
      </td>
      <td class="wrap">
        {line.detail
          .filter(([name, value]) => name === 'until' || value !== '')
          .map(([name, value]) => detailOf(name, value, view))
          .join(', ')}
      </td>
    </tr>
  );
}

export function Audit({ view, lines, dataSet, next, broken }: AuditProps) {
  const words = view.t.audit;
  const more = new URLSearchParams({
    ...(dataSet === '' ? {} : { data: dataSet }),
    ...(next === undefined ? {} : { before: String(next) }),
  });
  return (
    <Layout view={view} title={words.title} section="method">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      {broken === undefined ? null : (
        <p class="banner" role="alert">
          {fill(words.broken, { number: number(broken, view.lang) })}
        </p>
      )}
      <section class="card scroll" tabindex={0} aria-label={words.title}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.number}
              </th>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.action}</th>
              <th scope="col">{words.dataSet}</th>
              <th scope="col">{words.detail}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Entry view={view} line={line} />
            ))}
          </tbody>
        </table>
        {lines.length === 0 ? <p>{words.none}</p> : null}
      </section>
      <p class="actions">
        {next === undefined ? null : (
          <a class="button quiet" href={`/audit?${more}`}>
            {words.older}
          </a>
        )}
        {dataSet === '' ? null : (
          <a class="button quiet" href="/audit">
            {words.all}
          </a>
        )}
        <a class="button quiet" href="/audit.csv" download>
          {words.download}
        </a>
      </p>
      {broken === undefined ? <p class="hint">{words.whole}</p> : null}
    </Layout>
  );
}
