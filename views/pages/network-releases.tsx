/** The register of releases: when, about what; never who, never how many. */

import { dayOf } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { ReleaseLine } from '../network-model.ts';
import { designLine } from '../parts/design-facts.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export function NetworkReleases({ view, releases }: { view: View; releases: readonly ReleaseLine[] }) {
  const words = view.t.network;
  const known: Readonly<Record<string, string>> = words.modelWords;
  return (
    <Layout view={view} title={words.releasesTitle} section="network">
      <header class="page-head">
        <h1>{words.releasesTitle}</h1>
        <p class="lead">{words.releasesLead}</p>
      </header>
      <section class="card">
        {releases.length === 0 ? (
          <p>{words.releasesNone}</p>
        ) : (
          <section class="scroll" tabindex={0} aria-label={words.releasesTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.releasedOn}</th>
                  <th scope="col">{words.releasedAs}</th>
                  <th scope="col">{words.models}</th>
                </tr>
              </thead>
              <tbody>
                {releases.map(({ at, models, file }) => (
                  <tr>
                    <th scope="row">{dayOf(at, view.lang)}</th>
                    <td>
                      {file === undefined ? (
                        <span class="hint">{words.releasedGone}</span>
                      ) : (
                        <>
                          <a href={`/network/contributions/${file.name}`}>
                            {fill(words.openContribution, { member: file.member })}
                          </a>
                          <br />
                          <span class="hint">{designLine(view, file.design)}</span>
                        </>
                      )}
                    </td>
                    <td>{models.map((model) => known[model] ?? model).join(', ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
      <p>
        <a href="/network">{words.fileBack}</a>
      </p>
    </Layout>
  );
}
