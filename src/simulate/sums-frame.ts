/** Coordinates of a file of sums as the cells of one frame: the price book looks up what each is paid. */

import type { SumsLine, SumsPlan, SumsSide } from '../model/sums.ts';
import type { Measure } from './cells.ts';
import type { Context } from './contexts.ts';
import type { FrameSpec } from './frame.ts';
import type { FrameCells, PreparedSide } from './prepared.ts';
import { PriceBook } from './price-book.ts';
import type { SumsGroups } from './sums-groups.ts';

export interface SumsFrameInput {
  readonly spec: FrameSpec;
  /** Position in the plan's frames. */
  readonly frame: number;
  /** Whose list pays, and per layer of the spec whose contracts it has. */
  readonly list: SumsSide;
  readonly layers: readonly SumsSide[];
}

export class SumsFrameCells {
  readonly #input: SumsFrameInput;
  readonly #plan: SumsPlan;
  readonly #clusters: ReadonlyMap<string, number>;
  readonly #contexts: ReadonlyMap<string, number>;
  readonly book: PriceBook;

  constructor(
    input: SumsFrameInput,
    plan: SumsPlan,
    clusters: readonly string[],
    clusterOf: ReadonlyMap<string, number>,
    contexts: readonly Context[],
  ) {
    this.#input = input;
    this.#plan = plan;
    this.#clusters = clusterOf;
    this.#contexts = new Map(contexts.map((context, at) => [contextKey(context), at]));
    this.book = new PriceBook(input.spec, clusters, contexts);
  }

  /** Looks up every price that episodes meet, also where nothing of them is paid: checks of the list count on it. */
  lookUp(episodes: readonly SumsLine[]): void {
    for (const line of episodes) {
      if (line.frame !== this.#input.frame || line.item !== 'started') continue;
      this.book.unitPrices(this.#clusters.get(line.cluster)!, this.#contexts.get(contextKey(line))!);
    }
  }

  /** The cell that pays or measures a coordinate; undefined = none of this frame. */
  cellOf(line: SumsLine): number | undefined {
    if (line.frame !== this.#input.frame) return undefined;
    const cluster = this.#clusters.get(line.cluster)!;
    const context = this.#contexts.get(contextKey(line))!;
    if (line.contract !== '') return this.#measureCell(line, cluster, context);
    const unit = this.book.unitPrices(cluster, context).find((one) => one.unit === line.item);
    const day = this.#firstDay(line.segment);
    const cell = unit?.segments.find(({ from, until }) => day >= from && day < until)?.cell ?? -1;
    return cell < 0 ? undefined : cell;
  }

  #measureCell(line: SumsLine, cluster: number, context: number): number | undefined {
    const { list, layers } = this.#input;
    const layer = layers.findIndex((side) => line.contract.startsWith(`${list}${side}`));
    if (layer < 0) return undefined;
    return this.book.measureCell(
      line.item as Measure,
      layer,
      Number(line.contract.slice(2)),
      cluster,
      context,
    );
  }

  #firstDay(segment: number): number {
    return segment === 0 ? Number.NEGATIVE_INFINITY : this.#plan.cuts[segment - 1]!;
  }

  /** Episodes per atom of each layer, for all, per group and per cluster of the first layer. */
  countEpisodes(
    lines: readonly SumsLine[],
    groups: SumsGroups,
    size: number,
  ): { readonly frame: FrameCells; readonly counts: PreparedSide['counts'] } {
    const { spec, frame } = this.#input;
    const episodes = spec.layers.map((): number[] => []);
    const byGroup = groups.groupings.map(({ values }) => values.map((): number[] => []));
    const byCluster = Array.from({ length: size }, (): number[] => []);
    for (const line of lines) {
      if (line.frame !== frame) continue;
      const cluster = this.#clusters.get(line.cluster)!;
      const context = this.#contexts.get(contextKey(line))!;
      for (const [layer, counts] of episodes.entries()) {
        const atom = this.book.atomOn(layer, cluster, context, this.#firstDay(line.segment));
        addAt(counts, atom, line.value);
        if (layer > 0) continue;
        addAt(byCluster[cluster]!, atom, line.value);
        for (const g of groups.groupings.keys()) addAt(byGroup[g]![groups.of(g, line)]!, atom, line.value);
      }
    }
    return { frame: this.#frameCells(episodes), counts: { byGroup, byCluster } };
  }

  #frameCells(episodes: readonly (readonly number[])[]): FrameCells {
    return {
      spec: this.#input.spec,
      cells: this.book.cells.cells,
      volumeSets: this.book.volumeSets.map(({ sets }) => sets),
      atoms: this.book.atoms.map(({ sets }) => sets),
      episodes,
    };
  }
}

export function contextKey({ setting, payer, site }: Context): string {
  return JSON.stringify([setting, payer, site]);
}

function addAt(list: number[], at: number, amount: number): void {
  while (list.length <= at) list.push(0);
  list[at]! += amount;
}
