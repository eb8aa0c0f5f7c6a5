/** From case table to prepared simulation: the one place where rows are read. */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import { dayColumn, numberColumn } from '../table/column-access.ts';
import { BLANK_DAY } from '../table/day.ts';
import type { Layer } from './cells.ts';
import { sameShift, shiftOf } from './cluster-shift.ts';
import { clusterCurrent, patientsPerCluster } from './cluster-sums.ts';
import { clusterTriples } from './cluster-triples.ts';
import { contextsOf } from './contexts.ts';
import { type FrameSpec, type FrameTyping, frameSpec, layerOf } from './frame.ts';
import { FrameReader, type FrameReaderInput } from './frame-reader.ts';
import { groupings } from './groups.ts';
import type { SimulationInput } from './input.ts';
import { measuresOf } from './measures.ts';
import { clusterOfCoordinate } from './part-moments.ts';
import { type Participants, participants } from './participants.ts';
import type { FrameTotals, PreparedSide, PreparedSimulation } from './prepared.ts';
import { frameCells, readFrameTotals, readSides, type SideReader } from './read-quantities.ts';
import { sumsOf } from './sums.ts';
import { thirdOrderWhereItPays } from './third-order.ts';
import { TimelineBuilder } from './timeline.ts';
import { TypedRowsBuilder } from './typed-rows.ts';
import { clusterResponses, withResponses } from './volume-response.ts';

/** An episode with so many bed days is a long stay; few of them make intervals unreliable. */
const LONG_STAY_DAYS = 90;

/**
 * Reduces a case table under a scenario and its baseline.
 * @throws Refusal for a column that is missing, open episodes without a valuation date, a cluster
 *   without a review term where the list pays per review period
 */
export function prepareSimulation(input: SimulationInput): PreparedSimulation {
  const { table, typing, scenario } = input;
  const baseline = scenario.baseline === 'current' ? undefined : scenario.baseline;
  if ((baseline?.behaviour?.volumeResponse?.length ?? 0) > 0) throw refuse('behaviour-in-baseline', {});
  const response = clusterResponses(scenario, typing.clusters);
  const responding = withResponses(scenario, typing.clusters, response);
  const shift = shiftOf(scenario);
  const own = frameSpec({
    prices: scenario,
    typing: scenario.typing,
    shift,
    timing: scenario,
    layers: [layerOf(responding)],
  });
  const other =
    baseline &&
    frameSpec({
      prices: baseline,
      typing: baseline.typing,
      shift: shiftOf(baseline),
      timing: baseline,
      layers: [layerOf(baseline)],
    });
  const part = participants(table, typing, other ? [own, other] : [own], baseline === undefined);
  const { withoutBaseline, withoutCluster, withoutStart } = part;
  if (part.rows.length === 0) {
    throw refuse('simulate-nobody-left', { withoutBaseline, withoutCluster, withoutStart });
  }
  const groups = groupings(table, part);
  const context: FrameReaderInput = {
    table,
    typing,
    contexts: contextsOf(table),
    reviewTerms: input.reviewTerms,
  };
  const timeline =
    scenario.contracts.length > 0 && everyStartKnown(table, part) ? new TimelineBuilder() : undefined;

  const reader = new FrameReader(own, context);
  const otherReader = other && new FrameReader(other, context);
  const sides: SideReader[] = [reader, ...(otherReader ? [otherReader] : [])].map((each) => ({
    reader: each,
    byGroup: groups.map(({ values }) => values.map(() => [])),
    byCluster: typing.clusters.map(() => []),
    episodes: [],
    borderline: 0,
    typed: new TypedRowsBuilder(),
    gaps: [],
  }));
  const current = baseline === undefined ? numberColumn(table, 'current_revenue')!.values : undefined;
  const { rows, coordinates, offsets, currentByCluster } = readSides({
    part,
    groups,
    context,
    sides,
    timeline,
    current,
  });
  const [side, baselineSide] = sides.map(
    (each, index): PreparedSide => ({
      frame: frameCells(each.reader, [each.episodes]),
      offset: offsets[index]!,
      counts: { byGroup: each.byGroup, byCluster: each.byCluster },
      typed: each.typed.done(),
      gaps: each.gaps,
      drawn: each.reader.spec.typing === 'expected',
    }),
  );
  const drawnCluster = drawnClusters(side!, baselineSide, coordinates);
  const clusters = typing.clusters.length;
  const patientsOf = (each: PreparedSide) => patientsPerCluster(part, each.typed, clusters);
  const otherPatients = baselineSide && patientsOf(baselineSide);
  return {
    scenario,
    clusters: typing.clusters,
    participants: part,
    fileRows: table.rows,
    groupings: groups,
    population: {
      episodes: part.rows.length,
      patients: part.patientStart.length - 1,
      withoutBaseline,
      withoutCluster,
      withoutStart,
      notStarted: reader.notStarted,
      unpriced: { episodes: reader.unpricedEpisodes, days: reader.unpricedDays },
    },
    unpricedClusters: [...reader.unpricedClusters].sort((a, b) => a - b).map((k) => typing.clusters[k]!),
    side: side!,
    baselineSide,
    coordinates,
    rows,
    sums: sumsOf(rows, part, groups, coordinates, drawnCluster),
    currentByCluster,
    patientsByCluster: patientsOf(side!).map((patients, k) => Math.max(patients, otherPatients?.[k] ?? 0)),
    clusterCurrent:
      current &&
      clusterCurrent({ rows, participants: part, typed: side!.typed, clusters, coordinates, drawnCluster }),
    clusterTriples: clusterTriples({
      rows,
      participants: part,
      typed: side!.typed,
      clusters,
      clusterOf: clusterOfCoordinate({ side: side!, baselineSide, coordinates }),
      current: current !== undefined,
    }),
    thirdOrder: thirdOrderWhereItPays(rows, part, groups, coordinates),
    response,
    borderline: sides[0]!.borderline,
    steps: steps({ ...input, scenario: responding }, own, part, context),
    blankCosts: blankCosts(input, part),
    timeline: timeline?.done(),
    longStayShare: longStayShare(table, part),
  };
}

/** Without one of them production could not be followed through the year. */
function everyStartKnown(table: CaseTable, { rows }: Participants): boolean {
  const starts = dayColumn(table, 'start')?.values;
  return starts !== undefined && rows.every((row) => starts[row] !== BLANK_DAY);
}

function drawnClusters(
  side: PreparedSide,
  baselineSide: PreparedSide | undefined,
  coordinates: number,
): Int16Array {
  const drawn = new Int16Array(coordinates).fill(-1);
  for (const each of [side, baselineSide]) {
    if (each?.drawn !== true) continue;
    for (const [id, cell] of each.frame.cells.entries()) drawn[each.offset + id] = cell.cluster;
  }
  return drawn;
}

/**
 * Frames between baseline and scenario. Against current revenue the first step pays the chosen
 * clusters; against a scenario every step swaps one block, the baseline's contracts staying until last.
 */
function steps(input: SimulationInput, own: FrameSpec, part: Participants, context: FrameReaderInput) {
  const { scenario } = input;
  const totals = (spec: FrameSpec): FrameTotals =>
    readFrameTotals(new FrameReader(spec, context), part, context);
  if (scenario.baseline === 'current') {
    // With typing `chosen` and nothing shifted the scenario's own quantities serve.
    if (scenario.typing === 'chosen' && own.shift === undefined)
      return { price: undefined, volume: undefined, typing: undefined };
    const typing: FrameTyping = { chosenElse: scenario.typing };
    const price = totals({ ...own, typing, shift: undefined });
    return { price, volume: price, typing: undefined };
  }
  const { baseline } = scenario;
  const layers: readonly Layer[] = [layerOf(baseline), layerOf(scenario)];
  const before = shiftOf(baseline);
  const price = totals(
    frameSpec({ prices: scenario, typing: baseline.typing, shift: before, timing: baseline, layers }),
  );
  const sameTiming =
    baseline.valuationDate === scenario.valuationDate &&
    baseline.period?.from === scenario.period?.from &&
    baseline.period?.until === scenario.period?.until;
  const volume = sameTiming
    ? price
    : totals(
        frameSpec({ prices: scenario, typing: baseline.typing, shift: before, timing: scenario, layers }),
      );
  const typing =
    baseline.typing === scenario.typing && sameShift(before, own.shift)
      ? volume
      : totals(
          frameSpec({
            prices: scenario,
            typing: scenario.typing,
            shift: own.shift,
            timing: scenario,
            layers,
          }),
        );
  return { price, volume, typing };
}

function blankCosts({ table, scenario }: SimulationInput, { rows }: Participants): number {
  const costs = numberColumn(table, 'cost')?.values;
  const looks = scenario.contracts.some((contract) => measuresOf(contract).includes('cost'));
  if (!looks || costs === undefined) return 0;
  return rows.reduce((count, row) => count + (Number.isNaN(costs[row]!) ? 1 : 0), 0);
}

function longStayShare(table: CaseTable, { rows }: Participants): number | undefined {
  const bedDays = numberColumn(table, 'bed_days')?.values;
  if (bedDays === undefined || rows.length === 0) return undefined;
  let long = 0;
  for (const row of rows) if (bedDays[row]! >= LONG_STAY_DAYS) long += 1;
  return long / rows.length;
}
