/** The pass over rows: quantities of both sides into compact rows, or a frame's totals alone. */

import type { Contexts } from './contexts.ts';
import type { FrameReader, FrameReaderInput } from './frame-reader.ts';
import type { Grouping } from './groups.ts';
import { GrowingFloats, GrowingInts } from './grow.ts';
import { MeasureReader } from './measures.ts';
import type { Participants } from './participants.ts';
import type { CompactRows, FrameCells, FrameTotals, PriceGap } from './prepared.ts';
import { RowQuantities } from './row-quantities.ts';
import type { TimelineBuilder } from './timeline.ts';
import type { TypedRowsBuilder } from './typed-rows.ts';

/** A side while it is read; episodes are counted per atom of its first layer. */
export interface SideReader {
  readonly reader: FrameReader;
  readonly byGroup: number[][][];
  readonly byCluster: number[][];
  readonly episodes: number[];
  /** Episodes that are borderline. */
  borderline: number;
  readonly typed: TypedRowsBuilder;
  readonly gaps: PriceGap[];
}

export interface SidesInput {
  readonly part: Participants;
  readonly groups: readonly Grouping[];
  readonly context: FrameReaderInput;
  /** Scenario, then the baseline if it is a scenario. */
  readonly sides: readonly SideReader[];
  readonly timeline: TimelineBuilder | undefined;
  /** Euros per table row, when current revenue is the baseline. */
  readonly current: Float64Array | undefined;
}

interface SidesRead {
  readonly rows: CompactRows;
  readonly coordinates: number;
  /** Where each side's cells start. */
  readonly offsets: readonly number[];
  readonly currentByCluster: Float64Array;
}

/** Cells of the scenario, of the baseline, and current revenue. */
const COORDINATE_KINDS = 3;

/** So many rows are few to copy, and enough to tell what the others will take. */
const TELLING_ROWS = 20_000;

export function readSides({ part, groups, context, sides, timeline, current }: SidesInput): SidesRead {
  const rowStart = new Int32Array(part.rows.length + 1);
  const cell = new GrowingInts();
  const quantity = new GrowingFloats();
  const probability = new GrowingFloats();
  const fromDay = new GrowingInts();
  const untilDay = new GrowingInts();
  const push = (of: number, id: number, amount: number, chance: number, from = 0, until = 0): void => {
    // Where a side's cells start is known once all are met.
    cell.push(id * COORDINATE_KINDS + of);
    quantity.push(amount);
    probability.push(chance);
    fromDay.push(from);
    untilDay.push(until);
  };
  const currentByCluster = new Float64Array(context.typing.clusters.length);
  const quantities = sides.map(({ reader }) => new RowQuantities(reader));
  const measures = sides.map(({ reader }) => new MeasureReader(reader, context.table, context.contexts));
  /** Per side and row of the patient: what was measured, a cell and its amount in turn. */
  const measured = sides.map((): number[][] => []);
  const emit = measured.map((own) => (place: number, id: number, amount: number): void => {
    own[place]!.push(id, amount);
  });
  for (let patient = 0; patient + 1 < part.patientStart.length; patient++) {
    const first = part.patientStart[patient]!;
    const last = part.patientStart[patient + 1]!;
    const own = part.rows.subarray(first, last);
    for (let s = 0; s < sides.length; s++) {
      const { reader, gaps } = sides[s]!;
      quantities[s]!.read(own, (place) => {
        reader.onGap = (cluster, unit, from, until) =>
          gaps.push({ position: first + place, cluster, unit, from, until });
      });
      for (let place = 0; place < own.length; place++) {
        if (place === measured[s]!.length) measured[s]!.push([]);
        measured[s]![place]!.length = 0;
      }
      measures[s]!.read(own, quantities[s]!, emit[s]!);
    }
    for (let place = 0; place < own.length; place++) {
      const row = own[place]!;
      for (let s = 0; s < sides.length; s++) {
        const each = sides[s]!;
        const read = quantities[s]!;
        for (let at = read.rowStart[place]!; at < read.rowStart[place + 1]!; at++) {
          const id = read.cell[at]!;
          const amount = read.quantity[at]!;
          const chance = read.probability[at]!;
          push(s, id, amount, chance, read.from[at]!, read.until[at]!);
          if (s === 0) timeline?.add(id, amount * chance, read.from[at]!, read.until[at]!);
        }
        const count = countEpisode(each, row, first + place, groups, context.contexts);
        if (each.reader.clusters.borderline()) each.borderline += 1;
        if (s === 0 && current !== undefined) {
          const { cluster, probability: chance } = each.reader.clusters;
          const cents = current[row]! * 100;
          for (let i = 0; i < count; i++) currentByCluster[cluster[i]!]! += chance[i]! * cents;
        }
        const found = measured[s]![place]!;
        for (let at = 0; at < found.length; at += 2) push(s, found[at]!, found[at + 1]!, 1);
      }
      if (current !== undefined) push(sides.length, 0, current[row]! * 100, 1);
      rowStart[first + place + 1] = cell.length;
    }
    if (first < TELLING_ROWS && last >= TELLING_ROWS) {
      // The first rows tell how much room all will take, about.
      const size = Math.ceil((1.1 * cell.length * part.rows.length) / last);
      for (const column of [cell, quantity, probability, fromDay, untilDay]) column.reserve(size);
      for (const { typed } of sides) typed.reserve(part.rows.length);
    }
  }
  const offsets = [0];
  for (const { reader } of sides) offsets.push(offsets.at(-1)! + reader.book.cells.cells.length);
  const cells = cell.done();
  for (let at = 0; at < cells.length; at++) {
    const id = cells[at]!;
    cells[at] = Math.floor(id / COORDINATE_KINDS) + offsets[id % COORDINATE_KINDS]!;
  }
  return {
    rows: {
      rowStart,
      cell: cells,
      quantity: quantity.done(),
      probability: probability.done(),
      from: fromDay.done(),
      until: untilDay.done(),
    },
    coordinates: offsets.at(-1)! + 1,
    offsets,
    currentByCluster,
  };
}

/** Totals of a frame without its rows. */
export function readFrameTotals(
  reader: FrameReader,
  part: Participants,
  context: FrameReaderInput,
): FrameTotals {
  const totals: number[] = [];
  const episodes = reader.spec.layers.map((): number[] => []);
  const measures = new MeasureReader(reader, context.table, context.contexts);
  const read = new RowQuantities(reader);
  const addMeasured = (_place: number, id: number, amount: number): void => addAt(totals, id, amount);
  for (let patient = 0; patient + 1 < part.patientStart.length; patient++) {
    const rows = part.rows.subarray(part.patientStart[patient]!, part.patientStart[patient + 1]!);
    read.read(rows);
    measures.read(rows, read, addMeasured);
    const entries = read.rowStart[rows.length]!;
    for (let at = 0; at < entries; at++) {
      addAt(totals, read.cell[at]!, read.quantity[at]! * read.probability[at]!);
    }
    for (const row of rows) {
      const { cluster, probability } = reader.clusters;
      const count = reader.clusters.read(row);
      for (const [layer, counts] of episodes.entries()) {
        for (let i = 0; i < count; i++) {
          addAt(counts, atomOf(reader, row, layer, cluster[i]!, context.contexts), probability[i]!);
        }
      }
    }
  }
  const quantities = Float64Array.from(reader.book.cells.cells, (_, id) => totals[id] ?? 0);
  return { ...frameCells(reader, episodes), quantities };
}

/** What a reader has registered, once its pass is over. */
export function frameCells(reader: FrameReader, episodes: readonly (readonly number[])[]): FrameCells {
  return {
    spec: reader.spec,
    cells: reader.book.cells.cells,
    volumeSets: reader.book.volumeSets.map(({ sets }) => sets),
    atoms: reader.book.atoms.map(({ sets }) => sets),
    episodes,
  };
}

/** Counts a row under each of its clusters, which stand in the reader afterwards; returns how many. */
function countEpisode(
  side: SideReader,
  row: number,
  position: number,
  groups: readonly Grouping[],
  contexts: Contexts,
): number {
  const { cluster, probability } = side.reader.clusters;
  const count = side.reader.clusters.read(row);
  for (let i = 0; i < count; i++) {
    const chance = probability[i]!;
    const atom = atomOf(side.reader, row, 0, cluster[i]!, contexts);
    addAt(side.episodes, atom, chance);
    addAt(side.byCluster[cluster[i]!]!, atom, chance);
    side.typed.add(cluster[i]!, atom, chance);
    for (let g = 0; g < groups.length; g++) {
      addAt(side.byGroup[g]![groups[g]!.ofPosition[position]!]!, atom, chance);
    }
  }
  side.typed.endRow();
  return count;
}

/** Contracts that a row falls under on its first day, if it is of the cluster. */
function atomOf(
  reader: FrameReader,
  row: number,
  layer: number,
  cluster: number,
  contexts: Contexts,
): number {
  return reader.book.atomOn(layer, cluster, contexts.ofRow[row]!, reader.startOf(row));
}

function addAt(list: number[], at: number, amount: number): void {
  while (list.length <= at) list.push(0);
  list[at]! += amount;
}
