/** Keys of members, one's own, and conversion tables. */

import type { ConversionTable } from '../../src/index.ts';
import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface NetworkKeysProps {
  readonly view: View;
  readonly ownKey?: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly conversions: readonly { readonly name: string; readonly table?: ConversionTable }[];
  readonly refused?: readonly string[];
}

function MemberKeys({ view, keys }: NetworkKeysProps) {
  const words = view.t.network;
  return (
    <section class="card" aria-labelledby="member-keys-title">
      <h2 id="member-keys-title">{words.memberKeysTitle}</h2>
      {keys.size === 0 ? (
        <p>{words.memberKeysNone}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={words.memberKeysTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.member}</th>
                <th scope="col">{words.key}</th>
                {view.mayEdit ? <th scope="col">{words.remove}</th> : null}
              </tr>
            </thead>
            <tbody>
              {[...keys].map(([member, key]) => (
                <tr>
                  <th scope="row">{member}</th>
                  <td>
                    <code class="key">{key}</code>
                  </td>
                  {view.mayEdit ? (
                    <td>
                      <form method="post" action="/network/keys/delete">
                        <input type="hidden" name="member" value={member} />
                        <button type="submit" class="link" aria-label={fill(words.removeKey, { member })}>
                          {words.remove}
                        </button>
                      </form>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {view.mayEdit ? (
        <>
          <form method="post" action="/network/keys" class="spaced">
            <div class="choices">
              <div class="field">
                <label for="key-member">{words.member}</label>
                <input id="key-member" type="text" name="member" maxlength={120} required />
              </div>
              <div class="field">
                <label for="key-value">{words.key}</label>
                <input id="key-value" type="text" name="key" maxlength={60} required autocomplete="off" />
              </div>
            </div>
            <button type="submit" class="quiet">
              {words.keyAdd}
            </button>
          </form>
          <form method="post" action="/network/keys/import" enctype="multipart/form-data" class="spaced">
            <div class="field">
              <label for="key-file">{words.keyFile}</label>
              <input id="key-file" type="file" name="file" accept=".json" required />
            </div>
            <button type="submit" class="quiet">
              {words.keyFileButton}
            </button>
          </form>
        </>
      ) : null}
    </section>
  );
}

function Conversions({ view, conversions }: NetworkKeysProps) {
  const words = view.t.network;
  return (
    <section class="card" aria-labelledby="conversions-title">
      <h2 id="conversions-title">{words.conversionsTitle}</h2>
      <p>{words.conversionsLead}</p>
      {conversions.length === 0 ? (
        <p>{words.conversionsNone}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={words.conversionsTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.conversionsTitle}</th>
                <th scope="col" class="number">
                  {words.scores}
                </th>
                <th scope="col">{words.source}</th>
                {view.mayEdit ? <th scope="col">{words.remove}</th> : null}
              </tr>
            </thead>
            <tbody>
              {conversions.map(({ name, table }) => (
                <tr>
                  <th scope="row">
                    {table === undefined
                      ? `${name} (${words.designFaulty})`
                      : `${table.instrument}@${table.version}`}
                  </th>
                  <td class="number">{table === undefined ? '' : number(table.raw.length, view.lang)}</td>
                  <td>{table?.source ?? ''}</td>
                  {view.mayEdit ? (
                    <td>
                      <form method="post" action={`/network/conversions/${name}/delete`}>
                        <button
                          type="submit"
                          class="link"
                          aria-label={fill(words.removeConversion, { name })}
                        >
                          {words.remove}
                        </button>
                      </form>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {view.mayEdit ? (
        <form method="post" action="/network/conversions" enctype="multipart/form-data" class="spaced">
          <div class="field">
            <label for="conversion-file">{words.conversionFile}</label>
            <input id="conversion-file" type="file" name="file" accept=".csv,.txt" required />
          </div>
          <button type="submit" class="quiet">
            {words.conversionButton}
          </button>
        </form>
      ) : null}
    </section>
  );
}

export function NetworkKeys(props: NetworkKeysProps) {
  const { view, ownKey, refused = [] } = props;
  const words = view.t.network;
  return (
    <Layout view={view} title={words.keysTitle} section="network">
      <header class="page-head">
        <h1>{words.keysTitle}</h1>
        <p class="lead">{words.keysLead}</p>
      </header>
      {refused.length === 0 ? null : (
        <div class="notes" role="alert">
          {refused.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      <section class="card" aria-labelledby="own-key-title">
        <h2 id="own-key-title">{words.ownKeyTitle}</h2>
        {ownKey === undefined ? (
          <p>{words.ownKeyNone}</p>
        ) : (
          <>
            <p>{words.ownKeyLead}</p>
            <p>
              <code class="key">{ownKey}</code>
            </p>
          </>
        )}
      </section>
      <MemberKeys {...props} />
      <Conversions {...props} />
      <p>
        <a href="/network">{words.fileBack}</a>
      </p>
    </Layout>
  );
}
