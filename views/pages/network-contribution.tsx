/** One's own contribution before it leaves: all that would stand in it, or why it cannot leave. */

import type { BenchmarkDesign, ContributionPreview } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { ContributionContent } from '../parts/contribution-content.tsx';
import { ContributionForm, type ContributionFormProps } from '../parts/contribution-form.tsx';
import { DesignFacts } from '../parts/design-facts.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';

export interface NetworkContributionProps extends ContributionFormProps {
  readonly preview?: ContributionPreview & { readonly design: BenchmarkDesign };
  readonly refused: readonly string[];
  /** Several members in the file and none chosen: no fault, a question. */
  readonly asksMember?: boolean;
}

function Release({ view, chosen, preview }: NetworkContributionProps) {
  const words = view.t.network;
  if (preview === undefined) return null;
  return (
    <section class="card" aria-labelledby="release-title">
      <h2 id="release-title">{words.ledgerTitle}</h2>
      <p>{preview.countsTooClose ? words.ledgerCounts : words.ledgerFine}</p>
      <form method="post" action="/network/contribution">
        <input type="hidden" name="data" value={chosen.dataSet} />
        <input type="hidden" name="design" value={chosen.design} />
        <input type="hidden" name="member" value={chosen.member} />
        <input type="hidden" name="expected" value={preview.sha256} />
        <p class="hint">{words.releaseHint}</p>
        <button type="submit">{words.release}</button>
      </form>
    </section>
  );
}

export function NetworkContribution(props: NetworkContributionProps) {
  const { view, preview, refused, asksMember = false } = props;
  const words = view.t.network;
  const member = preview?.open.document.member ?? '';
  const title =
    preview !== undefined
      ? fill(words.previewTitle, { member })
      : refused.length > 0
        ? words.previewRefusedTitle
        : words.ownTitle.replace(/^\d\. /, '');
  const lead =
    preview !== undefined ? words.previewLead : refused.length > 0 ? words.previewRefusedLead : words.ownLead;
  return (
    <Layout view={view} title={title} section="network">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </header>
      {refused.length === 0 ? null : (
        <div class="notes" role="alert">
          {refused.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      {asksMember ? <p class="notes">{words.previewChooseMember}</p> : null}
      {preview === undefined ? null : (
        <>
          <section class="card">
            <DesignFacts view={view} design={preview.design} />
          </section>
          <ContributionContent
            view={view}
            document={preview.open.document}
            mergedNames={preview.open.mergedNames}
            title={words.leavesTitle}
          />
          <Release {...props} />
        </>
      )}
      <section class="card" aria-labelledby="choice-title">
        <h2 id="choice-title">
          {preview === undefined ? words.ownTitle.replace(/^\d\. /, '') : words.otherChoice}
        </h2>
        <ContributionForm {...props} />
      </section>
      <p>
        <a href="/network">{words.fileBack}</a>
      </p>
      <StampNotes view={view} stamps={preview?.open.document.synthetic ? ['synthetic'] : []} />
    </Layout>
  );
}
