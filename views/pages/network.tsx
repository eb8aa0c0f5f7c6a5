/** The network in three steps: the design, one's own contribution, the contributions received. */

import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { type DesignLine, FEWEST_MEMBERS, type ReceivedGroup } from '../network-model.ts';
import { ContributionForm } from '../parts/contribution-form.tsx';
import { DesignFacts, designLine } from '../parts/design-facts.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface NetworkProps {
  readonly view: View;
  readonly designs: readonly DesignLine[];
  readonly groups: readonly ReceivedGroup[];
  /** Files in the folder of contributions that are none. */
  readonly faulty: readonly string[];
  /** What came of files just received, a sentence each. */
  readonly received?: readonly { readonly accepted: boolean; readonly sentence: string }[];
  /** Why what was asked did not happen. */
  readonly refused?: readonly string[];
}

function NextStep({ view, designs, groups }: NetworkProps) {
  const words = view.t.network;
  const own = groups.some(({ lines }) => lines.some((line) => line.own));
  const ready = groups.findIndex(({ members }) => members >= FEWEST_MEMBERS);
  const [text, href, label] =
    ready >= 0
      ? [words.nextCompare, `#group-${ready + 1}`, words.compare]
      : own
        ? [words.nextWait, '#received', words.receivedTitle.replace(/^\d\. /, '')]
        : designs.length > 0
          ? [words.nextContribution, '#own', words.ownTitle.replace(/^\d\. /, '')]
          : [words.nextDesign, '/network/designs/new', words.designNew];
  return (
    <section class="card next-step" aria-labelledby="next-title">
      <h2 id="next-title">{words.nextTitle}</h2>
      <p>{text}</p>
      {view.mayEdit ? (
        <p class="actions">
          <a class="button" href={href}>
            {label}
          </a>
        </p>
      ) : (
        <p class="hint">{words.readOnly}</p>
      )}
    </section>
  );
}

function Designs({ view, designs }: NetworkProps) {
  const words = view.t.network;
  return (
    <section class="card" id="designs" aria-labelledby="designs-title">
      <h2 id="designs-title">{words.designsTitle}</h2>
      <p>{words.designsLead}</p>
      {designs.length === 0 ? (
        <p>{words.designsNone}</p>
      ) : (
        <ul class="plain-list">
          {designs.map(({ name, design }) => (
            <li>
              <a href={`/network/designs/${name}`}>{name}</a>{' '}
              <span class="hint">{design === undefined ? words.designFaulty : designLine(view, design)}</span>
            </li>
          ))}
        </ul>
      )}
      {view.mayEdit ? (
        <>
          <p class="actions spaced">
            <a class="button quiet" href="/network/designs/new">
              {words.designNew}
            </a>
          </p>
          <details>
            <summary>{words.designImport}</summary>
            <form method="post" action="/network/designs/import" enctype="multipart/form-data">
              <div class="field">
                <label for="design-file">{words.designFile}</label>
                <input id="design-file" type="file" name="file" accept=".json" required />
              </div>
              <button type="submit" class="quiet">
                {words.designImportButton}
              </button>
            </form>
          </details>
        </>
      ) : null}
    </section>
  );
}

function Group({ view, group, at }: { view: View; group: ReceivedGroup; at: number }) {
  const words = view.t.network;
  const { lines, members, design } = group;
  const twice = lines.find((line, index) => lines.findIndex(({ member }) => member === line.member) < index);
  const own = lines.find((line) => line.own);
  const title = fill(words.group, { number: at });
  return (
    <section class="sub" id={`group-${at}`} aria-labelledby={`group-${at}-title`}>
      <h3 id={`group-${at}-title`}>{title}</h3>
      <DesignFacts view={view} design={design} />
      <p>{fill(members >= FEWEST_MEMBERS ? words.groupReady : words.groupShort, { members })}</p>
      {twice === undefined ? null : <p class="hint">{fill(words.groupDouble, { member: twice.member })}</p>}
      <form method="get" action="/network/comparison">
        <section class="scroll" tabindex={0} aria-label={`${title}: ${words.member}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.include}</th>
                <th scope="col">{words.member}</th>
                <th scope="col" class="number">
                  {words.trajects}
                </th>
                <th scope="col">{words.check}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr>
                  <td>
                    <input
                      type="checkbox"
                      name="c"
                      value={line.name}
                      checked={line.chosen}
                      aria-label={`${words.include}: ${line.member}`}
                    />
                  </td>
                  <th scope="row">
                    <a href={`/network/contributions/${line.name}`}>{line.member}</a>
                    {line.own ? <span class="hint"> ({words.own})</span> : null}
                  </th>
                  <td class="number">
                    {typeof line.n === 'number' ? number(line.n, view.lang) : line.n.replace('-', '–')}
                  </td>
                  <td class={line.check === 'wrong' ? 'kind warning' : ''}>{words.checks[line.check]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <div class="choices spaced">
          <div class="field">
            <label for={`own-${at}`}>{words.mine}</label>
            <select id={`own-${at}`} name="own">
              <option value="">{words.mineNobody}</option>
              {[...new Set(lines.map(({ member }) => member))].map((member) => (
                <option value={member} selected={member === own?.member}>
                  {member}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" disabled={members < FEWEST_MEMBERS}>
            {words.compare}
          </button>{' '}
          <button
            type="submit"
            class="quiet"
            formaction="/network/evidence"
            disabled={members < FEWEST_MEMBERS}
          >
            {view.t.evidence.link}
          </button>
        </div>
      </form>
    </section>
  );
}

function Received(props: NetworkProps) {
  const { view, groups, faulty, received = [] } = props;
  const words = view.t.network;
  return (
    <section class="card" id="received" aria-labelledby="received-title">
      <h2 id="received-title">{words.receivedTitle}</h2>
      <p>{words.receivedLead}</p>
      {received.length === 0 ? null : (
        <div class="notes" role="status" aria-label={words.receivedResult}>
          {received.map(({ accepted, sentence }) => (
            <p class={accepted ? '' : 'kind warning'}>{sentence}</p>
          ))}
        </div>
      )}
      {view.mayEdit ? (
        <form method="post" action="/network/contributions" enctype="multipart/form-data">
          <div class="field drop">
            <label for="contributions">{words.receivedFiles}</label>
            <input id="contributions" type="file" name="files" accept=".json" multiple required />
          </div>
          <button type="submit">{words.receivedButton}</button>
        </form>
      ) : null}
      {faulty.map((name) => (
        <p class="kind warning">{fill(words.faultyFile, { name })}</p>
      ))}
      {groups.length === 0 ? <p class="spaced">{words.receivedNone}</p> : null}
      {groups.map((group, at) => (
        <Group view={view} group={group} at={at + 1} />
      ))}
    </section>
  );
}

export function Network(props: NetworkProps) {
  const { view, designs, refused = [] } = props;
  const words = view.t.network;
  return (
    <Layout view={view} title={words.title} section="network">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      {refused.length === 0 ? null : (
        <div class="notes" role="alert">
          {refused.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      <NextStep {...props} />
      <Designs {...props} />
      {view.mayEdit ? (
        <section class="card" id="own" aria-labelledby="own-title">
          <h2 id="own-title">{words.ownTitle}</h2>
          <p>{words.ownLead}</p>
          <ContributionForm
            view={view}
            designs={designs.flatMap(({ name, design }) => (design === undefined ? [] : [name]))}
            chosen={{ dataSet: view.current?.id ?? '', design: '', member: '' }}
          />
        </section>
      ) : null}
      <Received {...props} />
      <p class="card">
        <a href="/network/keys">{words.keysLink}</a> · <a href="/network/releases">{words.releasesLink}</a> ·{' '}
        <a href="/network/improvements">{view.t.evidence.logTitle}</a>
      </p>
    </Layout>
  );
}
