/**
 * Which price cell holds for a cluster, a unit, a context and a day. Looked up once per
 * combination and kept: the pass over rows then only walks date segments.
 */

import type { PriceRow, PriceUnit } from '../model/price-list.ts';
import type { PriceOverride } from '../model/scenario.ts';
import { dayFromCalendar } from '../table/day.ts';
import { CellRegistry, type Layer, MEASURES, type Measure, SetRegistry } from './cells.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import { type Context, coversPayer } from './contexts.ts';
import type { FrameSpec } from './frame.ts';

/** From (included) until (not included); cell -1 = no price in these days. */
export interface PricedSegment {
  readonly from: number;
  readonly until: number;
  readonly cell: number;
}

export interface UnitPrices {
  readonly unit: PriceUnit;
  readonly segments: readonly PricedSegment[];
}

const NO_CONTEXT: readonly UnitPrices[] = [];

export class PriceBook {
  readonly cells = new CellRegistry();
  readonly volumeSets: SetRegistry[];
  /** Per layer, the distinct sets of contracts that apply together. */
  readonly atoms: SetRegistry[];
  readonly #spec: FrameSpec;
  readonly #contexts: readonly Context[];
  readonly #rowsByCluster: Map<number, number[]>;
  readonly #match: (code: string) => number;
  readonly #ownPayer: ((payer: string) => boolean)[];
  readonly #units = new Map<number, readonly UnitPrices[]>();
  /** By layer, cluster and context; where a contract holds for a year only, per day. */
  readonly #atomsOn = new Map<number, number>();
  readonly #atomsOnDay = new Map<number, Map<number, number>>();
  readonly #yearly: readonly boolean[];
  readonly #measureCells = new Map<number, number>();
  readonly #mostContracts: number;
  readonly #clusters: number;

  constructor(spec: FrameSpec, clusters: readonly string[], contexts: readonly Context[]) {
    this.#spec = spec;
    this.#contexts = contexts;
    this.#clusters = clusters.length;
    this.#yearly = spec.layers.map(({ contracts }) => contracts.some(({ year }) => year !== undefined));
    this.#mostContracts = Math.max(0, ...spec.layers.map(({ contracts }) => contracts.length));
    this.#match = clusterMatcher(clusters);
    this.volumeSets = spec.layers.map(() => new SetRegistry());
    this.atoms = spec.layers.map(() => new SetRegistry());
    this.#ownPayer = spec.layers.map(
      (layer) => (payer) =>
        layer.contracts.some(
          (contract) => contract.payer !== '*' && coversPayer(contract.payer, payer, layer.payerGroups),
        ),
    );
    this.#rowsByCluster = new Map();
    const { asOf = Number.POSITIVE_INFINITY } = spec.list;
    for (const [position, row] of spec.list.rows.entries()) {
      if (row.published !== undefined && row.published > asOf) continue;
      const cluster = this.#match(row.cluster);
      this.#rowsByCluster.set(cluster, [...(this.#rowsByCluster.get(cluster) ?? []), position]);
    }
  }

  /** Prices of a cluster in a context, one entry per unit that has a row; empty = not priced. */
  unitPrices(cluster: number, context: number): readonly UnitPrices[] {
    const key = context * this.#clusters + cluster;
    let found = this.#units.get(key);
    if (found === undefined) {
      found = this.#lookUp(cluster, this.#contexts[context]!);
      this.#units.set(key, found);
    }
    return found;
  }

  /** Cell of a measure that a contract looks at, split by volume factors. */
  measureCell(measure: Measure, layer: number, contract: number, cluster: number, context: number): number {
    const looked = (layer * this.#mostContracts + contract) * MEASURES.length + MEASURES.indexOf(measure);
    const key = (looked * this.#clusters + cluster) * this.#contexts.length + context;
    const known = this.#measureCells.get(key);
    if (known !== undefined) return known;
    const where = this.#contexts[context]!;
    const id = this.cells.idOf({
      row: -1,
      override: -1,
      cluster: -1,
      measure,
      contract,
      layer,
      index: this.#spec.layers.map(() => -1),
      volume: this.#spec.layers.map((_, l) => this.#volumeSet(l, cluster, where)),
      atom: this.#spec.layers.map(() => 0),
    });
    this.#measureCells.set(key, id);
    return id;
  }

  /** Set of contracts on a day. */
  atomOn(layer: number, cluster: number, context: number, day: number): number {
    if (this.#spec.layers[layer]!.contracts.length === 0) return 0;
    const place = (layer * this.#clusters + cluster) * this.#contexts.length + context;
    let known = this.#atomsOn;
    let key = place;
    if (this.#yearly[layer] === true) {
      known = this.#atomsOnDay.get(place) ?? new Map();
      this.#atomsOnDay.set(place, known);
      key = day;
    }
    let atom = known.get(key);
    if (atom === undefined) {
      atom = this.#atom(layer, cluster, this.#contexts[context]!, day);
      known.set(key, atom);
    }
    return atom;
  }

  #lookUp(cluster: number, where: Context): readonly UnitPrices[] {
    const rows = (this.#rowsByCluster.get(cluster) ?? []).filter((position) => {
      const row = this.#spec.list.rows[position]!;
      return (
        (row.setting === '' || row.setting === where.setting) &&
        (row.payer === '' || row.payer === where.payer)
      );
    });
    if (rows.length === 0) return NO_CONTEXT;
    const units = [...new Set(rows.map((position) => this.#spec.list.rows[position]!.unit))];
    return units.map((unit) => ({
      unit,
      segments: this.#segments(
        rows.filter((position) => this.#spec.list.rows[position]!.unit === unit),
        cluster,
        unit,
        where,
      ),
    }));
  }

  #segments(rows: readonly number[], cluster: number, unit: PriceUnit, where: Context): PricedSegment[] {
    const { list, overrides, layers, payerGroups } = this.#spec;
    const touching = overrides
      .map((override, position) => ({ override, position }))
      .filter(({ override }) => this.#touches(override, cluster, unit, where, payerGroups));
    const ranges = [
      ...rows.map((position) => list.rows[position]!),
      ...touching.map(({ override }) => override),
    ];
    const cuts = new Set<number>();
    for (const range of ranges) {
      if (range.from !== undefined) cuts.add(range.from);
      if (range.until !== undefined) cuts.add(range.until + 1);
    }
    for (const day of layers.flatMap(layerCuts)) cuts.add(day);
    const starts = [Number.NEGATIVE_INFINITY, ...[...cuts].sort((a, b) => a - b)];
    const segments: PricedSegment[] = [];
    for (const [i, from] of starts.entries()) {
      const until = starts[i + 1] ?? Number.POSITIVE_INFINITY;
      const cell = this.#cellOn(from, rows, touching, cluster, where);
      const last = segments.at(-1);
      if (last !== undefined && last.cell === cell) segments[segments.length - 1] = { ...last, until };
      else segments.push({ from, until, cell });
    }
    return segments;
  }

  #cellOn(
    day: number,
    rows: readonly number[],
    touching: readonly { readonly override: PriceOverride; readonly position: number }[],
    cluster: number,
    where: Context,
  ): number {
    // The row with more of setting and payer filled wins, then the one published last; a tie was
    // refused when the list was read.
    let row = -1;
    let best = -1;
    for (const position of rows) {
      const candidate = this.#spec.list.rows[position]!;
      const filled = (candidate.setting === '' ? 0 : 1) + (candidate.payer === '' ? 0 : 1);
      if (!holdsOn(candidate, day) || filled < best) continue;
      if (filled > best || publishedOf(candidate) > publishedOf(this.#spec.list.rows[row]!)) {
        row = position;
        best = filled;
      }
    }
    if (row < 0) return -1;
    const { layers } = this.#spec;
    return this.cells.idOf({
      row,
      override: touching.findLast(({ override }) => holdsOn(override, day))?.position ?? -1,
      cluster,
      measure: undefined,
      contract: -1,
      layer: -1,
      index: layers.map((layer) => indexOn(layer, day)),
      volume: layers.map((_, l) => this.#volumeSet(l, cluster, where)),
      atom: layers.map((_, l) => this.#atom(l, cluster, where, day)),
    });
  }

  #touches(
    override: PriceOverride,
    cluster: number,
    unit: PriceUnit,
    where: Context,
    groups: Layer['payerGroups'],
  ): boolean {
    return (
      (override.cluster === undefined || this.#match(override.cluster) === cluster) &&
      (override.unit === undefined || override.unit === unit) &&
      (override.setting === undefined || override.setting === where.setting) &&
      coversPayer(override.payer, where.payer, groups)
    );
  }

  #volumeSet(layer: number, cluster: number, where: Context): number {
    const { volume, payerGroups } = this.#spec.layers[layer]!;
    const matching = [...volume.keys()].filter((position) => {
      const entry = volume[position]!;
      return (
        (entry.cluster === undefined || this.#match(entry.cluster) === cluster) &&
        (entry.site === undefined || entry.site === where.site) &&
        coversPayer(entry.payer, where.payer, payerGroups)
      );
    });
    return this.volumeSets[layer]!.idOf(matching);
  }

  #covers(layer: number, contract: number, cluster: number, where: Context): boolean {
    const { contracts, payerGroups } = this.#spec.layers[layer]!;
    const { payer, scope } = contracts[contract]!;
    const forPayer =
      payer === '*' ? !this.#ownPayer[layer]!(where.payer) : coversPayer(payer, where.payer, payerGroups);
    return (
      forPayer &&
      (scope?.setting === undefined || scope.setting === where.setting) &&
      (scope?.site === undefined || scope.site === where.site) &&
      (scope?.cluster === undefined || this.#match(scope.cluster) === cluster)
    );
  }

  #atom(layer: number, cluster: number, where: Context, day: number): number {
    const { contracts } = this.#spec.layers[layer]!;
    const applying = [...contracts.keys()].filter((position) => {
      const { year } = contracts[position]!;
      const inYear =
        year === undefined || (day >= dayFromCalendar(year, 1, 1) && day < dayFromCalendar(year + 1, 1, 1));
      return inYear && this.#covers(layer, position, cluster, where);
    });
    return this.atoms[layer]!.idOf(applying);
  }
}

function publishedOf({ published }: PriceRow): number {
  return published ?? Number.NEGATIVE_INFINITY;
}

function holdsOn(
  range: { readonly from?: number | undefined; readonly until?: number | undefined },
  day: number,
) {
  return (range.from === undefined || day >= range.from) && (range.until === undefined || day <= range.until);
}

/** Last entry on or before the day, whatever their order in the file. */
function indexOn(layer: Layer, day: number): number {
  let best = -1;
  for (const [position, entry] of layer.index.entries()) {
    if (entry.from <= day && (best < 0 || entry.from >= layer.index[best]!.from)) best = position;
  }
  return best;
}

function layerCuts(layer: Layer): number[] {
  const years = layer.contracts.flatMap(({ year }) =>
    year === undefined ? [] : [dayFromCalendar(year, 1, 1), dayFromCalendar(year + 1, 1, 1)],
  );
  return [...layer.index.map((entry) => entry.from), ...years];
}
