/** A column's header that orders the list by its column: a link, so that the address holds the order and no script is needed. */

import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface Sorting {
  readonly by: string;
  /** Largest or last first. */
  readonly down: boolean;
}

/** `name` or `-name`; what is none of the names sorts nothing. */
export function readSorting(text: string | undefined, names: readonly string[]): Sorting | undefined {
  const down = text?.startsWith('-') ?? false;
  const by = names.find((name) => name === (down ? text?.slice(1) : text));
  return by === undefined ? undefined : { by, down };
}

export function sortingText({ by, down }: Sorting): string {
  return `${down ? '-' : ''}${by}`;
}

interface SortHeadProps {
  readonly view: View;
  readonly name: string;
  readonly label: string;
  readonly sorting: Sorting | undefined;
  /** The list's address with this order. */
  readonly href: (sorting: Sorting) => string;
  readonly number?: boolean;
}

export function SortHead({ view, name, label, sorting, href, number = false }: SortHeadProps) {
  const own = sorting?.by === name ? sorting : undefined;
  const next = { by: name, down: own !== undefined && !own.down };
  const words = view.t.shell;
  const say = fill(next.down ? words.sortDown : words.sortUp, { column: label });
  const state =
    own === undefined ? {} : { 'aria-sort': own.down ? ('descending' as const) : ('ascending' as const) };
  return (
    <th scope="col" class={number ? 'number' : ''} {...state}>
      <a class="sort" href={href(next)} title={say}>
        {label}
        {own === undefined ? null : <span aria-hidden="true">{own.down ? ' ↓' : ' ↑'}</span>}
      </a>
    </th>
  );
}
