/** The pass over rows: quantities of both sides into compact rows, or a frame's totals alone. */

import type { Contexts } from './contexts.ts';
import type { FrameReader, FrameReaderInput } from './frame-reader.ts';
import type { Grouping } from './groups.ts';
import { GrowingFloats, GrowingInts } from './grow.ts';
import { MeasureReader } from './measures.ts';
import type { Participants } from './participants.ts';
import type { CompactRows, FrameCells, FrameTotals, PriceGap } from './prepared.ts';
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

export function readSides({ part, groups, context, sides, timeline, current }: SidesInput): SidesRead {
  const rowStart = new Int32Array(part.rows.length + 1);
  const cell = new GrowingInts();
  const side = new GrowingInts();
  const quantity = new GrowingFloats();
  const probability = new GrowingFloats();
  const fromDay = new GrowingInts();
  const untilDay = new GrowingInts();
  const push = (of: number, id: number, amount: number, chance: number, from = 0, until = 0): void => {
    side.push(of);
    cell.push(id);
    quantity.push(amount);
    probability.push(chance);
    fromDay.push(from);
    untilDay.push(until);
  };
  const currentByCluster = new Float64Array(context.typing.clusters.length);
  const measures = sides.map(({ reader }) => new MeasureReader(reader, context.table, context.contexts));
  for (let patient = 0; patient + 1 < part.patientStart.length; patient++) {
    const first = part.patientStart[patient]!;
    const last = part.patientStart[patient + 1]!;
    const measured = measures.map((each) => measuredRows(each, part.rows.subarray(first, last)));
    for (let position = first; position < last; position++) {
      const row = part.rows[position]!;
      for (const [s, each] of sides.entries()) {
        each.reader.onGap = (cluster, unit, from, until) =>
          each.gaps.push({ position, cluster, unit, from, until });
        each.reader.read(row, (id, amount, chance, from, until) => {
          push(s, id, amount, chance, from, until);
          if (s === 0) timeline?.add(id, amount * chance, from, until);
        });
        if (each.reader.clusters.borderline()) each.borderline += 1;
        countEpisode(each, row, position, groups, context.contexts);
        if (s === 0 && current !== undefined) {
          const { cluster, probability: chance } = each.reader.clusters;
          const count = each.reader.clusters.read(row);
          const cents = current[row]! * 100;
          for (let i = 0; i < count; i++) currentByCluster[cluster[i]!]! += chance[i]! * cents;
        }
        for (const { id, amount } of measured[s]!.get(row) ?? []) push(s, id, amount, 1);
      }
      if (current !== undefined) push(sides.length, 0, current[row]! * 100, 1);
      rowStart[position + 1] = cell.length;
    }
  }
  const offsets = [0];
  for (const { reader } of sides) offsets.push(offsets.at(-1)! + reader.book.cells.cells.length);
  const cells = cell.done();
  const ofSide = side.done();
  for (let at = 0; at < cells.length; at++) cells[at]! += offsets[ofSide[at]!]!;
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
  const add = (id: number, amount: number): void => addAt(totals, id, amount);
  for (let patient = 0; patient + 1 < part.patientStart.length; patient++) {
    const rows = part.rows.subarray(part.patientStart[patient]!, part.patientStart[patient + 1]!);
    measures.read(rows, (_row, id, amount) => add(id, amount));
    for (const row of rows) {
      reader.read(row, (id, amount, chance) => add(id, amount * chance));
      for (const [layer, counts] of episodes.entries()) {
        eachAtom(reader, row, layer, context.contexts, (atom, _cluster, chance) =>
          addAt(counts, atom, chance),
        );
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

function measuredRows(measures: MeasureReader, rows: Int32Array) {
  const found = new Map<number, { id: number; amount: number }[]>();
  measures.read(rows, (row, id, amount) => {
    const list = found.get(row);
    if (list === undefined) found.set(row, [{ id, amount }]);
    else list.push({ id, amount });
  });
  return found;
}

function countEpisode(
  side: SideReader,
  row: number,
  position: number,
  groups: readonly Grouping[],
  contexts: Contexts,
): void {
  eachAtom(side.reader, row, 0, contexts, (atom, cluster, chance) => {
    addAt(side.episodes, atom, chance);
    addAt(side.byCluster[cluster]!, atom, chance);
    side.typed.add(cluster, atom, chance);
    for (const [g, grouping] of groups.entries()) {
      addAt(side.byGroup[g]![grouping.ofPosition[position]!]!, atom, chance);
    }
  });
  side.typed.endRow();
}

/** Contracts that a row falls under on its first day, per cluster. */
function eachAtom(
  reader: FrameReader,
  row: number,
  layer: number,
  contexts: Contexts,
  visit: (atom: number, cluster: number, chance: number) => void,
): void {
  const count = reader.clusters.read(row);
  for (let i = 0; i < count; i++) {
    const cluster = reader.clusters.cluster[i]!;
    const atom = reader.book.atomOn(layer, cluster, contexts.ofRow[row]!, reader.startOf(row));
    visit(atom, cluster, reader.clusters.probability[i]!);
  }
}

function addAt(list: number[], at: number, amount: number): void {
  while (list.length <= at) list.push(0);
  list[at]! += amount;
}
