/** The fields with which every page saves: how, under which title, and what it saw. */

export interface SaveChoice {
  readonly title: string;
  /** Fingerprint of the scenario to write over; absent = a new one. */
  readonly over: string | undefined;
}

export function saveFieldsOf(body: Readonly<Record<string, unknown>>): SaveChoice {
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  const over = text('how') === 'over';
  // Over another title stands only what was typed as one.
  return { title: text('title').trim(), over: over ? text('seen') : undefined };
}

/**
 * What a page shows again that was not saved. As long as it stands there it has seen what it saw: sent once more it is
 * turned down once more, and never written over what somebody else saved meanwhile.
 *
 * @param now fingerprint of the scenario as it is
 */
export function asTyped(
  typed: SaveChoice | undefined,
  now: string | undefined,
): { readonly seen: string; readonly title: string; readonly over: boolean } {
  return {
    seen: typed?.over ?? now ?? '',
    title: typed?.title ?? '',
    over: typed === undefined || typed.over !== undefined,
  };
}

/** A part of the simulation with the scenario just saved. */
export function savedAddress(dataSet: string, part: string, scenario: string): string {
  const query = new URLSearchParams({ scenario, saved: '1' });
  return `/data/${dataSet}/simulation${part === '' ? '' : `/${part}`}?${query}`;
}
