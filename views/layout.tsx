/** The frame of every page: head, navigation, data set, language, footer. No inline script or style. */

import type { Child } from 'hono/jsx';
import { VERSION } from '../src/index.ts';
import { DemoBanner } from './parts/demo-banner.tsx';
import { LanguageLink } from './parts/language-link.tsx';
import { MethodCard } from './parts/method-card.tsx';
import { Outdated } from './parts/outdated.tsx';
import { FootLinks, UserMenu } from './parts/user-menu.tsx';
import { fill } from './text/fill.ts';
import type { Section, View } from './view.ts';

const SECTIONS: readonly { readonly section: Section; readonly path: string }[] = [
  { section: 'overview', path: '' },
  { section: 'data', path: '/data' },
  { section: 'clusters', path: '/clusters' },
  { section: 'form', path: '/form' },
  { section: 'simulation', path: '/simulation' },
  { section: 'benchmark', path: '/benchmark' },
  { section: 'network', path: '/network' },
  { section: 'method', path: '/method' },
];

/** Pages about one data set carry it in their address; the others are the same for all. */
function hrefOf(section: Section, path: string, view: View): string {
  if (section === 'overview') return view.current === undefined ? '/' : `/?data=${view.current.id}`;
  if (section === 'data' || section === 'form' || section === 'network' || section === 'method') return path;
  return view.current === undefined ? path : `/data/${view.current.id}${path}`;
}

function Navigation({ view, section }: { view: View; section: Section | undefined }) {
  return (
    <nav class="sections" aria-label={view.t.shell.navigation}>
      <ul>
        {SECTIONS.filter(({ section: each }) => each !== 'form' || view.mayEdit).map((entry) => (
          <li>
            <a
              href={hrefOf(entry.section, entry.path, view)}
              {...(entry.section === section ? { 'aria-current': 'page' as const } : {})}
            >
              {view.t.shell[entry.section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The data set in view, and the same page for another one. */
function DataSetMenu({ view, section }: { view: View; section: Section | undefined }) {
  const { current, t } = view;
  if (current === undefined) return null;
  const others = view.dataSets.filter((dataSet) => dataSet.id !== current.id);
  const suffix = section === 'clusters' || section === 'simulation' || section === 'benchmark' ? section : '';
  const chip = (
    <>
      <span class="chip-label">{t.shell.currentData}</span> <span class="chip-name">{current.name}</span>
    </>
  );
  if (others.length === 0) {
    return (
      <a class="chip" href={`/data/${current.id}`}>
        {chip}
      </a>
    );
  }
  return (
    <details class="menu">
      <summary class="chip" title={t.shell.switchData}>
        {chip}
      </summary>
      <ul>
        {others.slice(0, 12).map((dataSet) => (
          <li>
            <a href={suffix === '' ? `/?data=${dataSet.id}` : `/data/${dataSet.id}/${suffix}`}>
              {dataSet.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * Styles of indicators are ours; Back loads the page anew instead of a copy; what a reader opened stays
 * open when a part is swapped.
 */
const HTMX_CONFIG = JSON.stringify({
  includeIndicatorCSS: false,
  history: 'reload',
  morphIgnore: ['data-htmx-powered', 'open'],
});

export interface LayoutProps {
  readonly view: View;
  readonly title: string;
  readonly section?: Section | undefined;
  readonly children: Child;
}

export function Layout({ view, title, section, children }: LayoutProps) {
  const { t, lang } = view;
  // Pages that are not about the data set in view.
  const withoutData = section === 'data' || section === 'form' || section === 'method';
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {view.refresh === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(view.refresh)} />
          </noscript>
        )}
        <title>{`${title} · ${t.shell.product}`}</title>
        <meta name="htmx-config" content={HTMX_CONFIG} />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={view.asset('style.css')} />
        <script src={view.asset('htmx.js')} defer />
        <script src={view.asset('app.js')} defer />
        <script
          src={view.asset('tools.js')}
          data-copy={t.shell.copyTable}
          data-copied={t.shell.tableCopied}
          defer
        />
      </head>
      <body>
        <a class="skip" href="#content">
          {t.shell.skip}
        </a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="/">
              <span class="mark" aria-hidden="true" />
              {t.shell.product}
            </a>
            {view.user.role === 'nobody' ? null : <Navigation view={view} section={section} />}
            <div class="tools">
              <DataSetMenu view={view} section={section} />
              <UserMenu view={view} />
              <LanguageLink view={view} />
            </div>
          </div>
        </header>
        <main id="content" tabindex={-1}>
          {view.current?.origin === 'demo' && !withoutData ? <DemoBanner view={view} /> : null}
          {view.current === undefined || withoutData ? null : <Outdated view={view} dataSet={view.current} />}
          {children}
          {view.user.role === 'nobody' ? null : <MethodCard view={view} section={section} />}
        </main>
        <footer class="foot">
          <p>{fill(t.shell.footer, { version: VERSION })}</p>
          <FootLinks view={view} />
        </footer>
      </body>
    </html>
  );
}
