/**
 * The choice of one's own institution. The only page of the benchmark that holds names of members, and it
 * holds nothing else of them.
 */

import { Layout } from '../layout.tsx';
import type { View } from '../view.ts';

export interface BenchmarkOwnProps {
  readonly view: View;
  /** Address of the comparison, and the filters to keep. */
  readonly path: string;
  readonly kept: readonly (readonly [string, string])[];
  readonly members: readonly string[];
  readonly own: string;
}

export function BenchmarkOwn({ view, path, kept, members, own }: BenchmarkOwnProps) {
  const words = view.t.benchmark;
  return (
    <Layout view={view} title={words.chooseTitle} section="benchmark">
      <section class="card">
        <h1>{words.chooseTitle}</h1>
        <p>{words.chooseLead}</p>
        {members.length === 0 ? (
          <p>{words.chooseNoMembers}</p>
        ) : (
          <form method="get" action={path}>
            {kept.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <div class="field">
              <label for="own">{words.own}</label>
              <select id="own" name="own">
                <option value="">{words.chooseNobody}</option>
                {members.map((member) => (
                  <option value={member} selected={member === own}>
                    {member}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit">{words.chooseSubmit}</button>
          </form>
        )}
      </section>
    </Layout>
  );
}
