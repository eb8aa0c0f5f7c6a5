/** What the address of the benchmark asks for, and back. Unknown values are kept: they select nothing. */

import type { EstimationMethod } from '../../src/index.ts';
import type { Filter } from '../../views/benchmark-model.ts';

export interface Choices {
  /** Name of one's own institution; '' = none chosen, everybody a label. */
  readonly own: string;
  /** `supercluster:X` or a cluster's code; '' = all. */
  readonly cluster: string;
  /** Calendar year of the end; '' = all. */
  readonly period: string;
  readonly setting: string;
  /** '' = the one measured most. */
  readonly instrument: string;
  /** Columns to adjust for; undefined = the proposal. */
  readonly adjust: readonly string[] | undefined;
  readonly method: EstimationMethod;
  /** Of the instrument, strictly between 0 and 1, for the classes of change; undefined = not given. */
  readonly reliability: number | undefined;
}

export const FILTERS: readonly Filter[] = ['cluster', 'period', 'setting', 'instrument'];

/** The longest value an address may hold; a longer one is cut and then selects nothing. */
const LONGEST = 200;

export function readChoices(query: URLSearchParams): Choices {
  const one = (name: string): string => (query.get(name) ?? '').trim().slice(0, LONGEST);
  return {
    own: one('own'),
    cluster: one('cluster'),
    period: one('period'),
    setting: one('setting'),
    instrument: one('instrument'),
    // The form always sends one empty `adjust`, so that nothing ticked differs from nothing asked.
    adjust: query.has('adjust')
      ? [...new Set(query.getAll('adjust').filter((name) => name !== ''))].sort()
      : undefined,
    method: query.get('method') === 'ml' ? 'ml' : 'reml',
    reliability: reliabilityIn(one('r')),
  };
}

/** Written with a point or a comma. */
function reliabilityIn(text: string): number | undefined {
  const value = /^0?[.,]\d{1,3}$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return value > 0 && value < 1 ? value : undefined;
}

/** The shortest query that reads back as these choices. */
export function queryOf(choices: Choices): string {
  const query = new URLSearchParams();
  for (const name of ['own', ...FILTERS] as const) {
    if (choices[name] !== '') query.set(name, choices[name]);
  }
  if (choices.adjust !== undefined) {
    query.append('adjust', '');
    for (const column of choices.adjust) query.append('adjust', column);
  }
  if (choices.method !== 'reml') query.set('method', choices.method);
  if (choices.reliability !== undefined) query.set('r', String(choices.reliability));
  return query.toString();
}
