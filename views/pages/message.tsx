/** Pages that only say something: not found, refused, a fault, being prepared, nothing there yet. */

import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { fill } from '../text/fill.ts';
import type { Section, View } from '../view.ts';

interface MessageProps {
  readonly view: View;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly action?: { readonly href: string; readonly label: string };
  readonly section?: Section;
  /** Asks again by itself, with or without script. */
  readonly busy?: boolean;
  /** Where it asks; by default about the example network. */
  readonly status?: string;
}

function Message({ view, title, sentences, action, section, busy, status = '/status' }: MessageProps) {
  return (
    <Layout view={view} title={title} section={section}>
      <div
        class="message"
        id="message"
        {...(busy ? { 'hx-get': status, 'hx-trigger': 'every 1s', 'hx-swap': 'none' } : {})}
      >
        <h1>{title}</h1>
        {busy ? <progress aria-label={title} /> : null}
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {action === undefined ? null : (
          <p>
            <a class="button" href={action.href}>
              {action.label}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}

export function NotFound({ view }: { view: View }) {
  const { shell } = view.t;
  return (
    <Message
      view={view}
      title={shell.notFoundTitle}
      sentences={[shell.notFound]}
      action={{ href: '/', label: shell.toOverview }}
    />
  );
}

/** A form that was erased, expired, or belongs to somebody else. */
export function FormGone({ view }: { view: View }) {
  const { form } = view.t;
  return (
    <Message
      view={view}
      title={form.goneTitle}
      sentences={[form.gone]}
      action={{ href: '/form', label: form.again }}
      section="form"
    />
  );
}

/** The role of whoever asks is not enough for this. */
export function OtherRole({ view, need }: { view: View; need: 'viewer' | 'analyst' | 'administrator' }) {
  const { access, shell } = view.t;
  return (
    <Message
      view={view}
      title={access.otherRoleTitle}
      sentences={[fill(access.otherRole, { role: access.role[need] })]}
      action={{ href: '/', label: shell.toOverview }}
    />
  );
}

/** The address names a scenario that is not here. */
export function ScenarioGone({ view, id }: { view: View; id: string }) {
  const words = view.t.scenarios;
  return (
    <Message
      view={view}
      title={words.goneTitle}
      sentences={[fill(words.gone, { id })]}
      action={{ href: '/scenarios', label: words.back }}
      section="simulation"
    />
  );
}

/** The row stands in the file but not among the usable ones. */
export function RowRejected({ view, id, row }: { view: View; id: string; row: number }) {
  const { data } = view.t;
  return (
    <Message
      view={view}
      title={fill(data.rowRejectedTitle, { row: number(row, view.lang) })}
      sentences={[data.rowRejected]}
      action={{ href: `/data/${id}`, label: data.rowRejectedReport }}
    />
  );
}

interface RefusedProps {
  readonly view: View;
  readonly sentences: readonly string[];
  /** The page on which it was asked, where that is known. */
  readonly from?: string;
}

export function Refused({ view, sentences, from }: RefusedProps) {
  const { shell } = view.t;
  const data = { href: '/data', label: shell.toData };
  return (
    <Message
      view={view}
      title={shell.refusedTitle}
      sentences={sentences}
      action={from === undefined ? data : { href: from, label: shell.backToPage }}
    />
  );
}

export function Fault({ view, reference }: { view: View; reference: string }) {
  const { shell } = view.t;
  return (
    <Message
      view={view}
      title={shell.faultTitle}
      sentences={[fill(shell.fault, { reference })]}
      action={{ href: '/', label: shell.toOverview }}
    />
  );
}

export function Preparing({ view }: { view: View }) {
  const { shell } = view.t;
  return (
    <Message
      view={{ ...view, refresh: 1 }}
      title={shell.preparingTitle}
      sentences={[shell.preparing]}
      action={{ href: view.path, label: shell.reload }}
      busy
    />
  );
}

/** A large data set is being simulated; the page shows the answer as soon as it is there. */
export function Computing({
  view,
  section = 'simulation',
}: {
  view: View;
  section?: 'simulation' | 'benchmark';
}) {
  const { shell } = view.t;
  const words = view.t[section];
  return (
    <Message
      view={{ ...view, refresh: 2 }}
      title={words.computingTitle}
      sentences={[words.computing]}
      action={{ href: view.path, label: shell.reload }}
      section={section}
      status="/simulation/status"
      busy
    />
  );
}

export function NoData({ view, section }: { view: View; section: Section }) {
  const { shell } = view.t;
  return (
    <Message
      view={view}
      title={shell.noDataTitle}
      sentences={[shell.noData]}
      action={{ href: '/data#upload', label: shell.ownFile }}
      section={section}
    />
  );
}
