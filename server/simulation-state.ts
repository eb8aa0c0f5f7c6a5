/**
 * What a reader chose on the simulation page, to and from the address. Invariants: only differences
 * from the list stand in the canonical address (`c<row>` = cents, `list` = the list they are counted in),
 * so that reloading or sending it rebuilds the page or says that the list has changed; form fields (`p<row>` = euros as typed) are turned into it.
 */

import type { GroupDimension, IntervalTarget, Lang, PriceList, Typing } from '../src/index.ts';
import { parseAmount } from './parse-amount.ts';

export interface SimulationState {
  readonly scenario: string;
  /** `list` = this scenario at the prices of its list, else a scenario's id; absent = the scenario's own. */
  readonly baseline?: string;
  readonly typing?: Typing;
  readonly by?: GroupDimension;
  readonly target: IntervalTarget;
  /** Changed amounts in cents by index of the price-list row. */
  readonly amounts: ReadonlyMap<number, number>;
  /** Rows whose field could not be read, with what was typed. */
  readonly unread: ReadonlyMap<number, string>;
  /** The address holds prices of a list that has changed since: they are left out. */
  readonly stale: boolean;
}

/** Fingerprint of a list as it stands in an address beside changed prices. */
function listMark({ sha256 }: PriceList): string {
  return sha256.slice(0, 8);
}

const TYPINGS: readonly Typing[] = ['chosen', 'advised', 'expected'];
const DIMENSIONS: readonly GroupDimension[] = ['member', 'site', 'team', 'payer', 'setting'];
const TARGETS: readonly IntervalTarget[] = ['population', 'these-patients', 'next-year'];

function oneOf<T extends string>(allowed: readonly T[], value: string | null): T | undefined {
  return allowed.find((each) => each === value);
}

/** Half a cent: two amounts closer than this are the same price. */
const SAME = 0.005;

/**
 * @param list the scenario's price list, against which fields count as changed or not
 * @param baselines what may be compared with, besides the scenario's own baseline
 */
export function readState(
  query: URLSearchParams,
  scenario: string,
  list: PriceList,
  lang: Lang,
  baselines: readonly string[] = [],
): SimulationState {
  const amounts = new Map<number, number>();
  const unread = new Map<number, string>();
  // Fields of another scenario's list say nothing about this one.
  const shown = query.get('shown');
  const marked = query.get('list') ?? listMark(list);
  const stale = marked !== listMark(list);
  if ((shown === null || shown === scenario) && !stale) {
    for (const [row, { amountCents }] of list.rows.entries()) {
      const cents = query.get(`c${row}`);
      const typed = query.get(`p${row}`);
      const value = typed === null ? (cents === null ? undefined : Number(cents)) : parseAmount(typed, lang);
      if (typed !== null && value === undefined) unread.set(row, typed);
      if (value === undefined || !Number.isFinite(value) || Math.abs(value) > 1e12) continue;
      if (Math.abs(value - amountCents) > SAME) amounts.set(row, value);
    }
  }
  const typing = oneOf(TYPINGS, query.get('typing'));
  const by = oneOf(DIMENSIONS, query.get('by'));
  const baseline = oneOf(baselines, query.get('baseline'));
  return {
    scenario,
    target: oneOf(TARGETS, query.get('target')) ?? 'population',
    ...(baseline === undefined ? {} : { baseline }),
    ...(typing === undefined ? {} : { typing }),
    ...(by === undefined ? {} : { by }),
    amounts,
    unread,
    stale,
  };
}

/** What holds where the address says nothing. */
export interface SimulationDefaults {
  readonly typing: Typing;
  readonly by: GroupDimension | undefined;
}

/** The address's query that gives this state again; what holds anyway is left out. */
export function stateQuery(state: SimulationState, list: PriceList, defaults: SimulationDefaults): string {
  const query = new URLSearchParams();
  // Always named: what comes first in the list changes when one is saved.
  query.set('scenario', state.scenario);
  if (state.baseline !== undefined) query.set('baseline', state.baseline);
  if (state.typing !== undefined && state.typing !== defaults.typing) query.set('typing', state.typing);
  if (state.by !== undefined && state.by !== defaults.by) query.set('by', state.by);
  if (state.target !== 'population') query.set('target', state.target);
  if (state.amounts.size > 0) query.set('list', listMark(list));
  for (const [row, cents] of state.amounts) query.set(`c${row}`, String(cents));
  return query.toString();
}

/** True for a form's own submission: its fields become the canonical address. */
export function isSubmission(query: URLSearchParams): boolean {
  return query.has('shown');
}
