/** The choice behind one's own contribution: data set, design, name. A plain GET form: looking changes nothing. */

import type { View } from '../view.ts';

export interface ContributionFormProps {
  readonly view: View;
  readonly designs: readonly string[];
  readonly chosen: { readonly dataSet: string; readonly design: string; readonly member: string };
  /** Members in the data set, where it holds several: then one of them is chosen. */
  readonly members?: readonly string[];
}

export function ContributionForm({ view, designs, chosen, members = [] }: ContributionFormProps) {
  const words = view.t.network;
  if (designs.length === 0) {
    return (
      <p>
        {words.ownNeedsDesign} {view.mayEdit ? <a href="/network/designs/new">{words.designNew}</a> : null}
      </p>
    );
  }
  if (view.dataSets.length === 0) {
    return (
      <p>
        {words.ownNeedsData} <a href="/data#upload">{view.t.shell.ownFile}</a>
      </p>
    );
  }
  return (
    <form method="get" action="/network/contribution">
      <div class="choices">
        <div class="field">
          <label for="contribution-data">{words.dataSet}</label>
          <select id="contribution-data" name="data">
            {view.dataSets.map(({ id, name }) => (
              <option value={id} selected={id === chosen.dataSet}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="contribution-design">{words.design}</label>
          <select id="contribution-design" name="design">
            {designs.map((name) => (
              <option value={name} selected={name === chosen.design}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="contribution-member">{words.memberName}</label>
          {members.length > 1 ? (
            <select id="contribution-member" name="member">
              <option value="">{words.chooseMember}</option>
              {members.map((name) => (
                <option value={name} selected={name === chosen.member}>
                  {name}
                </option>
              ))}
            </select>
          ) : (
            <input
              id="contribution-member"
              type="text"
              name="member"
              value={chosen.member}
              maxlength={120}
              aria-describedby="contribution-member-hint"
            />
          )}
          {members.length > 1 ? null : (
            <p class="hint" id="contribution-member-hint">
              {words.memberNameHint}
            </p>
          )}
        </div>
      </div>
      <button type="submit">{words.look}</button>
    </form>
  );
}
