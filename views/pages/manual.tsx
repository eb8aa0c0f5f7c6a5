/** The manual for controllers and quality officers. It is in Dutch; in English the page says so. */

import { raw } from 'hono/html';
import { Layout } from '../layout.tsx';
import type { View } from '../view.ts';

interface ManualPageProps {
  readonly view: View;
  readonly chapters: readonly { readonly id: string; readonly text: string }[];
  /** Made of our own document. */
  readonly html: string;
}

export function ManualPage({ view, chapters, html }: ManualPageProps) {
  const words = view.t.manual;
  return (
    <Layout view={view} title={words.title} section="method">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <nav class="card" aria-labelledby="manual-contents">
        <h2 id="manual-contents">{words.contents}</h2>
        <ol lang="nl">
          {chapters.map(({ id, text }) => (
            <li>
              <a href={`#${id}`}>{raw(text)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <article class="card manual" lang="nl">
        {raw(html)}
      </article>
    </Layout>
  );
}
