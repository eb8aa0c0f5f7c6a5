/** One contribution that is here: what it holds, whose it is, and its file. */

import type { ContributionDocument } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import type { SignatureCheck } from '../network-model.ts';
import { ContributionContent } from '../parts/contribution-content.tsx';
import { DesignFacts } from '../parts/design-facts.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface NetworkFileProps {
  readonly view: View;
  readonly name: string;
  readonly document: ContributionDocument;
  readonly own: boolean;
  readonly check: SignatureCheck;
  /** Just released. */
  readonly released: boolean;
}

export function NetworkFile({ view, name, document, own, check, released }: NetworkFileProps) {
  const words = view.t.network;
  const { member, design, period, instrument, conversion } = document;
  const title = fill(words.fileTitle, { member });
  return (
    <Layout view={view} title={title} section="network">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{words.checks[check]}</p>
      </header>
      {released ? (
        <div class="notes" role="status">
          <p>{words.fileReleased}</p>
        </div>
      ) : null}
      <section class="card">
        <DesignFacts view={view} design={{ ...design, period, instrument, conversion }} />
        {view.mayEdit ? (
          <p class="actions">
            <a class="button" href={`/network/contributions/${name}.json`} download>
              {words.fileDownload}
            </a>
          </p>
        ) : null}
      </section>
      <ContributionContent
        view={view}
        document={document}
        mergedNames={new Map()}
        banded={!own}
        title={words.fileWhat}
      />
      {view.mayEdit ? (
        <section class="card">
          <form method="post" action={`/network/contributions/${name}/delete`}>
            <button type="submit" class="quiet">
              {words.fileDelete}
            </button>
            <p class="hint">{words.fileDeleteHint}</p>
          </form>
        </section>
      ) : null}
      <p>
        <a href="/network">{words.fileBack}</a>
      </p>
      <StampNotes view={view} stamps={document.synthetic ? ['synthetic'] : []} />
    </Layout>
  );
}
