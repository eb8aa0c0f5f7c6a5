/** What is compared: own institution, cluster, period, setting, case mix. A plain GET form; locked choices say why. */

import type { BenchmarkState, Filter, FilterOption } from '../benchmark-model.ts';
import { number, share } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

interface Props {
  readonly view: View;
  readonly state: BenchmarkState;
}

function Option({
  view,
  option,
  chosen,
  text,
}: Pick<Props, 'view'> & { readonly option: FilterOption; readonly chosen: string; readonly text?: string }) {
  const value = text ?? option.value;
  const selected = option.value === chosen;
  return (
    <option value={option.value} selected={selected} disabled={option.locked && !selected}>
      {option.locked ? fill(view.t.benchmark.locked, { value, members: option.members }) : value}
    </option>
  );
}

const GROUP = 'supercluster:';

/** Clusters under their supercluster, the whole group first. */
function ClusterOptions({ view, state }: Props) {
  const words = view.t.benchmark;
  const { options = [], chosen } = state.filters.cluster;
  const groups = options.filter((option) => option.value.startsWith(GROUP));
  const rest = options.filter(({ value }) => !value.startsWith(GROUP) && !state.superclusterOf.has(value));
  return (
    <>
      {groups.map((group) => {
        const code = group.value.slice(GROUP.length);
        return (
          <optgroup label={fill(words.clusterGroup, { code })}>
            <Option view={view} option={group} chosen={chosen} text={fill(words.clusterGroupAll, { code })} />
            {options
              .filter(({ value }) => state.superclusterOf.get(value) === code)
              .map((option) => (
                <Option view={view} option={option} chosen={chosen} />
              ))}
          </optgroup>
        );
      })}
      {rest.length === 0 ? null : (
        <optgroup label={words.clusterRest}>
          {rest.map((option) => (
            <Option view={view} option={option} chosen={chosen} />
          ))}
        </optgroup>
      )}
    </>
  );
}

function Select({ view, state, name }: Props & { readonly name: Filter }) {
  const words = view.t.benchmark;
  const { options, chosen } = state.filters[name];
  if (options === undefined) return null;
  // One instrument is no choice.
  if (name === 'instrument' && options.length < 2) return null;
  return (
    <div class="field">
      <label for={`filter-${name}`}>
        {words[name]}
        {name === 'cluster' ? (
          <span class="hint"> {state.typing === 'chosen' ? words.clusterChosen : words.clusterAdvised}</span>
        ) : null}
      </label>
      <select id={`filter-${name}`} name={name}>
        {name === 'instrument' ? null : <option value="">{words.all}</option>}
        {name === 'cluster' ? (
          <ClusterOptions view={view} state={state} />
        ) : (
          options.map((option) => <Option view={view} option={option} chosen={chosen} />)
        )}
      </select>
    </div>
  );
}

/** A column to correct for, in words where it is one that is known. */
export function caseMixLabel(view: View, state: BenchmarkState, column: string): string {
  const option = state.caseMix.options.find((each) => each.column === column);
  return option === undefined ? column : view.t.benchmark.factors[option.factor];
}

function CaseMix({ view, state }: Props) {
  const words = view.t.benchmark;
  const { options, merged } = state.caseMix;
  const label = (column: string): string => caseMixLabel(view, state, column);
  return (
    <fieldset class="ticks">
      <legend class="label">{words.adjust}</legend>
      <input type="hidden" name="adjust" value="" />
      {options.length === 0 ? <p class="hint">{words.adjustNone}</p> : null}
      <div class="row">
        {options.map((option) => (
          <label class="tick">
            <input
              type="checkbox"
              id={`adjust-${option.factor}`}
              name="adjust"
              value={option.column}
              checked={option.ticked}
              disabled={option.whyNot !== undefined}
            />
            {words.factors[option.factor]}
            {option.whyNot === undefined ? (
              option.filled < 0.995 ? (
                <span class="hint">
                  {' '}
                  {fill(words.filledNote, { share: share(option.filled, view.lang) })}
                </span>
              ) : null
            ) : (
              <span class="hint"> {words.whyNot[option.whyNot]}</span>
            )}
          </label>
        ))}
      </div>
      {options.length === 0 ? null : (
        <p class="hint">
          {words.adjustProposed}
          {merged.length === 0
            ? ''
            : ` ${fill(words.adjustMerged, { columns: merged.map(label).join(', ') })}`}
        </p>
      )}
    </fieldset>
  );
}

function OwnInstitution({ view, state }: Props) {
  const words = view.t.benchmark;
  const { name, state: own } = state.own;
  return (
    <div class="own-choice">
      <p>
        <span class="label">{words.own}</span> {own === 'none' ? words.ownNone : <strong>{name}</strong>}{' '}
        <a href={`${state.path}/own${state.query === '' ? '' : `?${state.query}`}`}>
          {own === 'none' ? words.ownChoose : words.ownChange}
        </a>
      </p>
      {own === 'unknown' ? <p class="kind warning">{words.ownUnknown}</p> : null}
      {own === 'left-out' ? <p class="kind warning">{words.ownLeftOut}</p> : null}
    </div>
  );
}

export function BenchmarkFilters({ view, state }: Props) {
  const words = view.t.benchmark;
  const locked = Object.values(state.filters).some(({ options }) => options?.some((option) => option.locked));
  return (
    <section class="card filters" aria-labelledby="filters-title">
      <h2 id="filters-title">{words.filtersTitle}</h2>
      <OwnInstitution view={view} state={state} />
      <form
        method="get"
        action={state.path}
        data-send-on-change
        hx-get={state.path}
        hx-target="#content"
        hx-select="#content"
        hx-select-oob="#language"
        hx-swap="outerHTML"
        hx-push-url="true"
      >
        {state.own.name === '' ? null : <input type="hidden" name="own" value={state.own.name} />}
        <div class="choices">
          <Select view={view} state={state} name="cluster" />
          <Select view={view} state={state} name="period" />
          <Select view={view} state={state} name="setting" />
          <Select view={view} state={state} name="instrument" />
          <div class="field">
            <label for="filter-method">{words.method}</label>
            <select id="filter-method" name="method">
              {(['reml', 'ml'] as const).map((method) => (
                <option value={method} selected={state.method === method}>
                  {words.methods[method]}
                </option>
              ))}
            </select>
          </div>
          {state.has.outcome ? (
            <div class="field">
              <label for="filter-reliability">{words.reliability}</label>
              <input
                id="filter-reliability"
                type="text"
                inputmode="decimal"
                name="r"
                value={state.reliability === undefined ? '' : number(state.reliability, view.lang, 2)}
                size={5}
                maxlength={5}
                aria-describedby="filter-reliability-hint"
              />
            </div>
          ) : null}
        </div>
        {state.has.outcome ? (
          <p class="hint" id="filter-reliability-hint">
            {words.reliabilityHint}
          </p>
        ) : null}
        {locked ? <p class="hint">{words.lockedNote}</p> : null}
        <CaseMix view={view} state={state} />
        <p class="actions">
          <button type="submit">{words.apply}</button>{' '}
          <a
            href={`${state.path}${state.own.name === '' ? '' : `?${new URLSearchParams({ own: state.own.name })}`}`}
          >
            {words.reset}
          </a>
        </p>
      </form>
    </section>
  );
}
