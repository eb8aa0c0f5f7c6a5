/** No comparison: what is needed, what is there, and the one thing to do. */

import type { BenchmarkState, Cannot } from '../benchmark-model.ts';
import { RESPONSE_COLUMNS } from '../benchmark-model.ts';
import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

interface Props {
  readonly view: View;
  readonly state: BenchmarkState;
  readonly cannot: Cannot;
}

function needs({ view, cannot }: Props): string[] {
  const words = view.t.benchmark;
  switch (cannot.why) {
    case 'no-member-column':
      return [words.needColumn, words.needMembers];
    case 'nothing-to-compare':
      return [words.needOutcome, words.needDuration];
    case 'empty-selection':
      return [words.needRows];
    case 'too-few-members':
      return [words.needMembers];
    case 'refused':
      return [];
  }
}

function haves({ view, state, cannot }: Props): string[] {
  const words = view.t.benchmark;
  const { lang } = view;
  const rows = fill(words.haveRows, {
    n: number(state.rows.selected, lang),
    of: number(state.rows.usable, lang),
  });
  const present = RESPONSE_COLUMNS.filter((name) => state.columns.includes(name));
  const columns =
    present.length === 0 ? words.haveNothing : fill(words.haveColumns, { columns: present.join(', ') });
  switch (cannot.why) {
    case 'no-member-column':
    case 'nothing-to-compare':
      return [columns];
    case 'empty-selection':
      return [rows];
    case 'too-few-members':
      return [fill(words.haveMembers, { n: cannot.members }), rows];
    case 'refused':
      return [];
  }
}

/** Filters cannot be the cause where there are none. */
function needsFile({ state, cannot }: Props): boolean {
  const filtered = Object.entries(state.filters).some(
    ([name, { chosen }]) => name !== 'instrument' && chosen !== '',
  );
  return (
    cannot.why === 'no-member-column' ||
    cannot.why === 'nothing-to-compare' ||
    (cannot.why === 'too-few-members' && !filtered)
  );
}

export function BenchmarkCannot(props: Props) {
  const { view, state, cannot } = props;
  const words = view.t.benchmark;
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : (
      <div>
        <h3>{title}</h3>
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    );
  const ownQuery = state.own.name === '' ? '' : `?${new URLSearchParams({ own: state.own.name })}`;
  return (
    <section class="card cannot" aria-labelledby="cannot-title">
      <h2 id="cannot-title">{words.cannotTitle}</h2>
      <p>{words.cannot[cannot.why]}</p>
      {cannot.why === 'refused' ? cannot.sentences.map((sentence) => <p>{sentence}</p>) : null}
      <div class="grid">
        {list(words.cannotNeed, needs(props))}
        {list(words.cannotHave, haves(props))}
      </div>
      <p class="actions">
        {needsFile(props) ? (
          <a class="button" href="/data#upload">
            {words.toData}
          </a>
        ) : (
          <a class="button quiet" href={`${state.path}${ownQuery}`}>
            {words.reset}
          </a>
        )}{' '}
        {cannot.why === 'too-few-members' ? (
          <a class="button quiet" href="/network">
            {words.toNetwork}
          </a>
        ) : null}
        {cannot.why === 'refused' && state.caseMix.options.some(({ ticked }) => ticked) ? (
          <a class="button quiet" href={`${state.path}?${state.withoutAdjust}`}>
            {words.withoutAdjust}
          </a>
        ) : null}
      </p>
    </section>
  );
}
