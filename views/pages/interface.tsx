/** How a program uses the interface: a token, a file in, results out; and every address there is. */

import { Layout } from '../layout.tsx';
import type { Text } from '../text/nl.ts';
import type { View } from '../view.ts';

type Operation = keyof Text['access']['operations'];

interface InterfaceProps {
  readonly view: View;
  /** Where this server is, with `/api/v1`. */
  readonly base: string;
  readonly operations: readonly {
    readonly method: string;
    readonly path: string;
    readonly need: 'anyone' | 'viewer' | 'analyst' | 'administrator';
  }[];
}

function Example({ lead, lines }: { lead: string; lines: readonly string[] }) {
  return (
    <>
      <p class="hint">{lead}</p>
      <section class="scroll" tabindex={0} aria-label={lead}>
        <pre class="example">
          <code>{lines.join('\n')}</code>
        </pre>
      </section>
    </>
  );
}

export function Interface({ view, base, operations }: InterfaceProps) {
  const words = view.t.access;
  const curl = "curl -H 'Authorization: Bearer TOKEN'";
  return (
    <Layout view={view} title={words.interfaceTitle} section="method">
      <header class="page-head">
        <h1>{words.interfaceTitle}</h1>
        <p class="lead">{words.interfaceLead}</p>
      </header>
      <section class="card" aria-labelledby="steps-title">
        <h2 id="steps-title">{words.interfaceSteps}</h2>
        <p>
          {words.interfaceToken} <a href="/account#tokens">{words.tokensTitle}</a>
        </p>
        <Example lead={words.interfacePush} lines={[`${curl} -F file=@export.csv ${base}/data-sets`]} />
        <Example lead={words.interfacePoll} lines={[`${curl} ${base}/jobs/ID`]} />
        <Example
          lead={words.interfacePull}
          lines={[
            `${curl} ${base}/data-sets/ID/score`,
            `${curl} '${base}/data-sets/ID/episodes?limit=10000'`,
          ]}
        />
        <Example
          lead={words.interfaceSimulate}
          lines={[
            `${curl} -H 'Content-Type: application/json' \\`,
            `  -d '{"scenario": "demo-day-prices", "typing": "expected"}' \\`,
            `  ${base}/data-sets/ID/simulation`,
          ]}
        />
      </section>
      <section class="card">
        <h2>{words.interfaceAddresses}</h2>
        <p>
          {words.interfaceDescribed} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>
        </p>
        <section class="scroll" tabindex={0} aria-label={words.interfaceAddresses}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.interfaceAddress}</th>
                <th scope="col">{words.interfaceWhat}</th>
                <th scope="col">{words.tokenRole}</th>
              </tr>
            </thead>
            <tbody>
              {operations.map(({ method, path, need }) => (
                <tr>
                  <th scope="row">
                    <code>{`${method} ${path}`}</code>
                  </th>
                  <td>{words.operations[`${method} ${path}` as Operation]}</td>
                  <td>{need === 'anyone' ? words.interfaceAnyone : words.role[need]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="hint spaced">{words.interfaceRules}</p>
      </section>
    </Layout>
  );
}
