/** A file on its way in: how far it is, or why it was refused or stopped. Polls as a part; without script the page refreshes. */

import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface Under {
  readonly id: string;
  readonly name: string;
  readonly waiting: boolean;
  readonly rowsRead: number;
  readonly issues: number;
  readonly phase: 'reading' | 'typing' | 'storing';
  /** Share of the whole that is done, 0-1. */
  readonly share?: number;
  readonly secondsLeft?: number;
}

export function ProgressPart({ view, job }: { view: View; job: Under }) {
  const words = view.t.data;
  return (
    <div
      id="progress"
      class="card"
      role="status"
      hx-get={`/data/${job.id}/progress`}
      hx-trigger="every 700ms"
      hx-swap="outerHTML"
    >
      <progress
        aria-label={words.progressTitle}
        {...(job.share === undefined ? {} : { value: job.share, max: 1 })}
      />
      <p>
        {job.waiting ? words.waiting : words.phase[job.phase]}{' '}
        {job.secondsLeft === undefined ? null : timeLeft(view, job.secondsLeft)}
      </p>
      <dl class="facts">
        <div>
          <dt>{words.progressRows}</dt>
          <dd>{number(job.rowsRead, view.lang)}</dd>
        </div>
        <div>
          <dt>{words.progressIssues}</dt>
          <dd>{number(job.issues, view.lang)}</dd>
        </div>
      </dl>
      {job.phase === 'storing' || !view.mayEdit ? null : (
        <form method="post" action={`/data/${job.id}/cancel`}>
          <button type="submit" class="quiet">
            {words.cancel}
          </button>
        </form>
      )}
    </div>
  );
}

export function DataProgress({ view, job }: { view: View; job: Under }) {
  const words = view.t.data;
  return (
    <Layout view={{ ...view, refresh: 2 }} title={words.progressTitle} section="data">
      <header class="page-head">
        <h1>{words.progressTitle}</h1>
        <p class="lead">{job.name}</p>
      </header>
      <ProgressPart view={view} job={job} />
      <p class="hint">{words.closeTab}</p>
    </Layout>
  );
}

/** Rounded upwards: a guess that is met early pleases, one that is missed does not. */
function timeLeft(view: View, seconds: number): string {
  const words = view.t.data;
  if (seconds > 90) return `${fill(words.minutesLeft, { n: Math.ceil(seconds / 60) })}.`;
  return `${fill(words.secondsLeft, { n: Math.max(5, Math.ceil(seconds / 5) * 5) })}.`;
}

export function DataCancelled({ view, name }: { view: View; name: string }) {
  const words = view.t.data;
  return (
    <Layout view={view} title={words.cancelledTitle} section="data">
      <header class="page-head">
        <h1>{words.cancelledTitle}</h1>
        <p class="lead">{name}</p>
      </header>
      <section class="card">
        <p>{words.cancelledLead}</p>
        <p class="actions">
          <a class="button" href="/data#upload">
            {words.tryAgain}
          </a>
        </p>
      </section>
    </Layout>
  );
}

export interface RefusedFile {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** What stands of a file that names people: its columns, and how long it waits. */
export interface HeldFile {
  readonly id: string;
  readonly columns: readonly { readonly kind: IdentityKind; readonly column: string }[];
  readonly minutes: number;
}

export type IdentityKind = keyof View['t']['data']['heldSteps'];

function Held({ view, held }: { view: View; held: HeldFile }) {
  const words = view.t.data;
  return (
    <section class="card" aria-labelledby="held-title">
      <h2 id="held-title">{words.heldTitle}</h2>
      <p>{words.heldLead}</p>
      <ul>
        {held.columns.map(({ kind, column }) => (
          <li>{fill(words.heldSteps[kind], { column })}</li>
        ))}
        <li>{words.heldPatient}</li>
      </ul>
      <p class="hint">{fill(words.heldGone, { minutes: String(held.minutes) })}</p>
      <div class="actions">
        <form method="post" action={`/data/${held.id}/pseudonymise`}>
          <button type="submit">{words.heldSubmit}</button>
        </form>
        <form method="post" action={`/data/${held.id}/discard`}>
          <button type="submit" class="quiet">
            {words.heldDiscard}
          </button>
        </form>
      </div>
    </section>
  );
}

interface DataRefusedProps {
  readonly view: View;
  readonly file: RefusedFile;
  /** Where the file can be read again with other choices. */
  readonly columns?: string;
  /** The same patient and episode stood in several rows. */
  readonly doubles?: boolean;
  /** The file is on hold: what names people can be taken out. */
  readonly held?: HeldFile;
}

export function DataRefused({ view, file, columns, doubles, held }: DataRefusedProps) {
  const words = view.t.data;
  return (
    <Layout view={view} title={words.refusedTitle} section="data">
      <header class="page-head">
        <h1>{words.refusedTitle}</h1>
        <p class="lead">{file.name}</p>
      </header>
      <section class="card" role="alert">
        {file.sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {doubles ? <p>{words.duplicatesHint}</p> : null}
        {held === undefined ? (
          <p class="hint">{columns === undefined ? words.refusedLead : view.t.columns.refusedLead}</p>
        ) : null}
        <p class="actions">
          {columns === undefined ? null : (
            <a class="button" href={columns}>
              {view.t.columns.correct}
            </a>
          )}
          <a
            class={columns === undefined && held === undefined ? 'button' : 'button quiet'}
            href="/data#upload"
          >
            {columns === undefined && held === undefined ? words.tryAgain : view.t.columns.otherFile}
          </a>
        </p>
      </section>
      {held === undefined ? null : <Held view={view} held={held} />}
    </Layout>
  );
}
