/**
 * The rows that the filters let through, and for every value of every filter whether a comparison is
 * possible there: at least three members with ten measured patients each, the other filters as they are.
 */

import type { Filter, FilterOption, FilterState } from '../../views/benchmark-model.ts';
import { type Choices, FILTERS } from './choices.ts';
import { type Facet, type Facts, factsOf } from './facts.ts';
import type { BenchmarkRows } from './rows.ts';

export const FEWEST_MEMBERS = 3;
const FEWEST_PATIENTS = 10;
/** More values than this make no usable list. */
const MOST_OPTIONS = 60;
const SUPERCLUSTER = 'supercluster:';

export interface Selection {
  readonly rows: readonly number[];
  readonly filters: Readonly<Record<Filter, FilterState>>;
  /** Filled in where the file has several instruments and none was asked for. */
  readonly instrument: string;
  readonly typing: Facts['typing'];
}

export function selectionOf(loaded: BenchmarkRows, choices: Choices): Selection {
  const facts = factsOf(loaded);
  const instrument = choices.instrument || mostMeasured(facts);
  const chosen = { ...pick(choices), instrument };
  return loaded.memo(`benchmark selection ${JSON.stringify(chosen)}`, () => {
    const passes = new Map(FILTERS.map((name) => [name, passesOf(name, chosen[name], facts)]));
    const rows: number[] = [];
    for (let row = 0; row < loaded.table.n; row += 1) {
      if (FILTERS.every((name) => passes.get(name)!(row))) rows.push(row);
    }
    const filter = (name: Filter): FilterState => ({
      chosen: chosen[name],
      options: optionsOf(name, facts, passes, chosen[name]),
    });
    return {
      rows,
      filters: {
        cluster: filter('cluster'),
        period: filter('period'),
        setting: filter('setting'),
        instrument: filter('instrument'),
      },
      instrument,
      typing: facts.typing,
    };
  });
}

function pick(choices: Choices): Record<Filter, string> {
  const { cluster, period, setting, instrument } = choices;
  return { cluster, period, setting, instrument };
}

/** Scores of two instruments cannot be compared: unless asked otherwise, the one measured most. */
function mostMeasured(facts: Facts): string {
  const facet = facts.facets.instrument;
  if (facet === undefined) return '';
  const counts = new Float64Array(facet.values.length);
  for (let row = 0; row < facet.codes.length; row += 1) {
    const code = facet.codes[row]!;
    if (code >= 0 && facts.compared[row] === 1) counts[code]! += 1;
  }
  const used = new Set(facet.codes);
  if ([...used].filter((code) => code >= 0).length < 2) return '';
  return facet.values[counts.indexOf(Math.max(...counts))] ?? '';
}

function passesOf(name: Filter, value: string, facts: Facts): (row: number) => boolean {
  const facet = facts.facets[name];
  if (value === '') return () => true;
  if (facet === undefined) return () => false;
  const allowed = codesOf(name, value, facet, facts);
  // Rows without an instrument were never measured twice: they count for the response of any instrument.
  if (name === 'instrument') return (row) => facet.codes[row]! < 0 || allowed.has(facet.codes[row]!);
  return (row) => allowed.has(facet.codes[row]!);
}

function codesOf(name: Filter, value: string, facet: Facet, facts: Facts): Set<number> {
  const wanted =
    name === 'cluster' && value.startsWith(SUPERCLUSTER)
      ? (word: string) => facts.superclusterOf.get(word) === value.slice(SUPERCLUSTER.length)
      : (word: string) => word === value;
  return new Set(facet.values.flatMap((word, code) => (wanted(word) ? [code] : [])));
}

function optionsOf(
  name: Filter,
  facts: Facts,
  passes: ReadonlyMap<Filter, (row: number) => boolean>,
  chosen: string,
): FilterOption[] | undefined {
  const facet = facts.facets[name];
  if (facet === undefined) return undefined;
  const others = FILTERS.filter((each) => each !== name).map((each) => passes.get(each)!);
  const counts = new Map<string, Map<number, Set<number>>>();
  // Values that the other filters shut out stay in the list, locked: a choice must not make others vanish.
  for (const code of new Set(facet.codes)) {
    if (code < 0) continue;
    for (const value of valuesAt(name, facet.values[code]!, facts)) counts.set(value, new Map());
  }
  for (let row = 0; row < facet.codes.length; row += 1) {
    const code = facet.codes[row]!;
    if (code < 0 || others.some((passing) => !passing(row))) continue;
    for (const value of valuesAt(name, facet.values[code]!, facts)) {
      const members = counts.get(value) ?? new Map<number, Set<number>>();
      counts.set(value, members);
      if (facts.compared[row] === 1) count(members, facts, row);
    }
  }
  if (chosen !== '' && !counts.has(chosen)) counts.set(chosen, new Map());
  return [...counts]
    .map(([value, members]): FilterOption => {
      const enough = [...members.values()].filter((patients) => patients.size >= FEWEST_PATIENTS).length;
      return { value, members: enough, locked: enough < FEWEST_MEMBERS };
    })
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .slice(0, MOST_OPTIONS);
}

function valuesAt(name: Filter, value: string, facts: Facts): string[] {
  const group = name === 'cluster' ? facts.superclusterOf.get(value) : undefined;
  return group === undefined ? [value] : [value, `${SUPERCLUSTER}${group}`];
}

function count(members: Map<number, Set<number>>, facts: Facts, row: number): void {
  const member = facts.member?.codes[row] ?? -1;
  if (member < 0) return;
  const patients = members.get(member) ?? new Set<number>();
  members.set(member, patients);
  if (patients.size >= FEWEST_PATIENTS) return;
  const patient = facts.patient?.codes[row] ?? -1;
  // Without a pseudonym every episode is a patient of its own: below -1, so that none is taken for another.
  patients.add(patient < 0 ? -2 - row : patient);
}
