/**
 * Members' sums of one model to the network's, on common columns: levels united, the reference dropped,
 * everything centred on the network's means and scaled to unit spread so that no digit is lost below.
 */

import { refuse } from '../issue/refusal.ts';
import type { MemberSums } from '../model/benchmark.ts';
import { positiveDefinite } from '../stats/positive-definite.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';

export interface NetworkMember {
  readonly member: string;
  readonly n: number;
  /** (means - network means) / scale, of (columns, responses). */
  readonly deviation: Float64Array;
}

export interface Network {
  /** `COL` or `COL=value`, without intercept; as many as `width` less the responses. */
  readonly names: readonly string[];
  readonly covariates: number;
  readonly responses: number;
  readonly n: number;
  readonly members: readonly NetworkMember[];
  /** Network means and standard deviations (n), original scale, of (columns, responses). */
  readonly means: Float64Array;
  readonly scales: Float64Array;
  /** Scaled cross-products within members, summed over them; (columns + responses)² row by row. */
  readonly within: readonly (readonly number[])[];
}

/** Rows per level of each category column. */
export type LevelTotals = ReadonlyMap<string, ReadonlyMap<string, number>>;

interface UnitedColumn {
  readonly name: string;
  readonly column: string;
  readonly level?: string;
}

/** Spread below this share of a column's size is rounding: the column does not vary. */
const CONSTANT = 1e-12;

/**
 * @param levelTotals rows per level of each category over the whole network: the largest level present in the
 * model is its reference, the first by code point among equals
 * @throws Refusal `constant-covariate`, `collinear-covariate`, each naming the column
 */
export function unite(
  sums: readonly MemberSums[],
  adjust: readonly string[],
  levelTotals: LevelTotals,
): Network {
  const united = unitedColumns(sums, adjust, levelTotals);
  const responses = sums[0]!.means.length - sums[0]!.columns.length;
  const width = united.length + responses;
  const n = sums.reduce((total, member) => total + member.n, 0);
  const placed = sums.map((member) => ({ member, at: placesOf(member, united, responses) }));

  const raw = placed.map(({ member, at }) => Float64Array.from(at, (k) => (k < 0 ? 0 : member.means[k]!)));
  const means = Float64Array.from({ length: width }, (_, j) =>
    placed.reduce((total, { member }, i) => total + (member.n / n) * raw[i]![j]!, 0),
  );
  const within = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  for (const { member, at } of placed) {
    for (let j = 0; j < width; j++) {
      if (at[j]! < 0) continue;
      for (let l = 0; l < width; l++) {
        if (at[l]! >= 0) within[j]![l]! += member.cross[at[j]! * member.means.length + at[l]!]!;
      }
    }
  }
  const scales = Float64Array.from({ length: width }, (_, j) => {
    const between = placed.reduce((total, { member }, i) => {
      return total + member.n * (raw[i]![j]! - means[j]!) ** 2;
    }, 0);
    const spread = Math.sqrt((within[j]![j]! + between) / n);
    return spread > CONSTANT * Math.abs(means[j]!) ? spread : 0;
  });
  for (const [j, { name }] of united.entries()) {
    if (scales[j] === 0) throw refuse('constant-covariate', { column: name });
  }
  const network: Network = {
    names: united.map((column) => column.name),
    covariates: united.length,
    responses,
    n,
    members: placed.map(({ member }, i) => ({
      member: member.member,
      n: member.n,
      deviation: raw[i]!.map((value, j) => scaled(value - means[j]!, scales[j]!)),
    })),
    means,
    scales,
    within: within.map((row, j) => row.map((value, l) => scaled(scaled(value, scales[j]!), scales[l]!))),
  };
  refuseCollinear(network);
  return network;
}

/** Adds up the members' counts. */
export function levelTotals(counts: readonly LevelTotals[]): LevelTotals {
  const totals = new Map<string, Map<string, number>>();
  for (const member of counts) {
    for (const [column, levels] of member) {
      const total = totals.get(column) ?? new Map<string, number>();
      for (const [level, n] of levels) total.set(level, (total.get(level) ?? 0) + n);
      totals.set(column, total);
    }
  }
  return totals;
}

function unitedColumns(
  sums: readonly MemberSums[],
  adjust: readonly string[],
  levelTotals: LevelTotals,
): UnitedColumn[] {
  return adjust.flatMap((column): UnitedColumn[] => {
    const levels = new Set<string>();
    let numeric = false;
    for (const member of sums) {
      for (const own of member.columns) {
        if (own.column !== column) continue;
        if (own.level === undefined) numeric = true;
        else levels.add(own.level);
      }
    }
    if (numeric) return [{ name: column, column }];
    if (levels.size < 2) throw refuse('constant-covariate', { column });
    const ordered = [...levels].sort(compareCodePoints);
    const size = (level: string) => levelTotals.get(column)?.get(level) ?? 0;
    const reference = ordered.reduce((best, level) => (size(level) > size(best) ? level : best));
    return ordered
      .filter((level) => level !== reference)
      .map((level) => ({ name: `${column}=${level}`, column, level }));
  });
}

/** Where each united column stands in the member's own sums; -1 = it has none of that level. */
function placesOf(member: MemberSums, united: readonly UnitedColumn[], responses: number): number[] {
  const places = united.map((column) =>
    member.columns.findIndex((own) => own.column === column.column && own.level === column.level),
  );
  for (let q = 0; q < responses; q++) places.push(member.columns.length + q);
  return places;
}

function scaled(value: number, scale: number): number {
  return scale === 0 ? 0 : value / scale;
}

function refuseCollinear({ covariates: k, members, within, names }: Network): void {
  const total = within.slice(0, k).map((row) => row.slice(0, k));
  for (const { n, deviation } of members) {
    for (let j = 0; j < k; j++) {
      const row = total[j]!;
      const weighted = n * deviation[j]!;
      for (let l = 0; l <= j; l++) row[l]! += weighted * deviation[l]!;
    }
  }
  const factor = positiveDefinite(total);
  if ('dependent' in factor) throw refuse('collinear-covariate', { column: names[factor.dependent]! });
}
