/** Random rule sets and cases with every edge in them, and what the library says of each case. */

import {
  compileRuleSet,
  createCaseScore,
  type RedRule,
  type RuleSet,
  SCORE_STATUSES,
  scoreCase,
} from '../../src/index.ts';
import { ruleSetSha256 } from '../../src/rules/canonical.ts';
import { lehmer } from '../support/official-tables.ts';

export interface RandomCase {
  readonly patient: string;
  /** As a table would hold them: null, -1 and 9 are missing, 5 and -2 are no ratings. */
  readonly ratings: readonly (number | null)[];
  readonly supercluster: string | null;
  readonly chosen: string | null;
}

export interface ScoredRow {
  readonly patient: string;
  readonly advised_cluster: string | null;
  readonly advised_probability: number | null;
  readonly second_cluster: string | null;
  readonly second_probability: number | null;
  readonly entropy: number | null;
  readonly items_missing: number;
  readonly status: string;
}

/**
 * A rule set over 19 items and 20 clusters.
 * @param step coefficients are multiples of it; a coarse one makes ties, a large one scores that differ by thousands
 * @param redRules how many, a third of them with one item; many leave cases that nothing fits
 */
export function randomRuleSet(base: RuleSet, seed: number, step: number, redRules: number): RuleSet {
  const draw = lehmer(seed);
  const values = (count: number, width: number): Float64Array =>
    Float64Array.from({ length: count }, () => (draw(2 * width + 1) - width) * step);
  const rules = Array.from({ length: redRules }, (_, at): RedRule => {
    const one = { item: draw(19), severity: draw(5), cluster: draw(20) };
    return at % 3 === 0 ? one : { ...one, item2: draw(19), severity2: draw(5) };
  });
  const set = {
    ...base,
    id: `random-${seed}`,
    coefficients: values(base.coefficients.length, 2),
    constants: values(base.constants.length, 3),
    redRules: rules,
  };
  return { ...set, sha256: ruleSetSha256(set) };
}

const GROUPS = ['X', 'x ', 'Y', 'Z', null, '', 'Q'] as const;
const CHOSEN = [null, '', '5', '05', 'ZT12', 'zvt 18', ' 3 ', 'cluster 21', '9', 'ZT99'] as const;

export function randomCases(n: number, seed: number): RandomCase[] {
  const draw = lehmer(seed);
  return Array.from({ length: n }, (_, at) => {
    const missing = [0, 0, 0, 1, 2, 3][draw(6)]!;
    const ratings: (number | null)[] = Array.from({ length: 19 }, () => draw(5));
    for (let count = 0; count < missing; count += 1) ratings[draw(19)] = [null, -1, 9][draw(3)]!;
    if (draw(50) === 0) ratings[draw(19)] = [5, -2, 8][draw(3)]!;
    return {
      patient: `p${at}`,
      ratings,
      // Most rows name their group rightly; the rest take the roads around it.
      supercluster: draw(10) < 7 ? (['X', 'Y', 'Z'] as const)[draw(3)]! : GROUPS[draw(GROUPS.length)]!,
      chosen: CHOSEN[draw(CHOSEN.length)]!,
    };
  });
}

const GROUP_OF: Readonly<Record<string, string>> = {
  '5': 'X',
  '05': 'X',
  '3': 'X',
  ZT12: 'Y',
  'zvt 18': 'Z',
  'cluster 21': 'Z',
};

/** The library's own answer; words and codes for missing are read as the case readers do. */
export function scoredByLibrary(set: RuleSet, cases: readonly RandomCase[]): ScoredRow[] {
  const compiled = compileRuleSet(set);
  const out = createCaseScore(compiled);
  const code = (at: number): string | null => (at < 0 ? null : set.clusters[at]!.code);
  const share = (at: number): number | null => (at < 0 ? null : out.probabilities[at]!);
  return cases.map(({ patient, ratings, supercluster, chosen }) => {
    const words = [supercluster?.trim().toUpperCase() ?? '', chosen?.trim() ?? ''] as const;
    const rejected =
      ratings.some((rating) => rating !== null && ![-1, 9, 0, 1, 2, 3, 4].includes(rating)) ||
      !['', 'X', 'Y', 'Z'].includes(words[0]) ||
      (words[1] !== '' && GROUP_OF[words[1]] === undefined);
    const plain = ratings.map((rating) => (rating === null || rating === 9 ? -1 : rating));
    if (rejected) {
      return { ...NOTHING, patient, items_missing: plain.filter((rating) => rating === -1).length };
    }
    const group = words[0] === '' ? GROUP_OF[words[1]] : words[0];
    scoreCase(compiled, plain, group === undefined ? -1 : compiled.superclusterAt.get(group)!, out);
    return {
      patient,
      advised_cluster: code(out.advised),
      advised_probability: share(out.advised),
      second_cluster: code(out.second),
      second_probability: share(out.second),
      entropy: Number.isNaN(out.entropy) ? null : out.entropy,
      items_missing: out.itemsMissing,
      status: SCORE_STATUSES[out.status]!,
    };
  });
}

const NOTHING = {
  advised_cluster: null,
  advised_probability: null,
  second_cluster: null,
  second_probability: null,
  entropy: null,
  status: 'rejected',
} as const;

/** Statements that make the table `cases` and fill it, in pieces that every engine takes. */
export function tableStatements(cases: readonly RandomCase[]): string[] {
  const items = Array.from({ length: 19 }, (_, at) => `hv${String(at + 1).padStart(2, '0')}`);
  const text = (value: string | null): string => (value === null ? 'null' : `'${value}'`);
  const statements = [
    `create table cases (patient varchar, supercluster varchar, chosen_cluster varchar, ${items.map((item) => `${item} smallint`).join(', ')})`,
  ];
  for (let start = 0; start < cases.length; start += 5000) {
    const rows = cases
      .slice(start, start + 5000)
      .map(
        (one) =>
          `(${[text(one.patient), text(one.supercluster), text(one.chosen), ...one.ratings.map((rating) => rating ?? 'null')].join(',')})`,
      );
    statements.push(`insert into cases values ${rows.join(',')}`);
  }
  return statements;
}

/** The largest difference between two answers; any other word, blank or status counts as infinite. */
export function largestDifference(rows: readonly ScoredRow[], expected: readonly ScoredRow[]): number {
  if (rows.length !== expected.length) return Number.POSITIVE_INFINITY;
  const byPatient = new Map(rows.map((row) => [row.patient, row]));
  let largest = 0;
  for (const right of expected) {
    const row = byPatient.get(right.patient);
    if (row === undefined) return Number.POSITIVE_INFINITY;
    for (const [key, value] of Object.entries(right) as [keyof ScoredRow, string | number | null][]) {
      if (typeof value !== 'number') {
        if (row[key] !== value) return Number.POSITIVE_INFINITY;
      } else {
        const difference = Math.abs(Number(row[key]) - value);
        if (row[key] === null || !(difference <= largest))
          largest = Math.max(largest, row[key] === null ? Infinity : difference);
      }
    }
  }
  return largest;
}
