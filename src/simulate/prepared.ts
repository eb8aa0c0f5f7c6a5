/**
 * A data set reduced under one scenario and its baseline: quantities, sums and compact patient rows.
 * From here any amounts, factors and contract terms give a result without reading the case table.
 */

import type { PriceUnit } from '../model/price-list.ts';
import type { ResolvedScenario } from '../model/scenario.ts';
import type { SimulationPopulation } from '../model/simulation.ts';
import type { Cell } from './cells.ts';
import type { FrameSpec } from './frame.ts';
import type { Grouping } from './groups.ts';
import type { DirectedProducts, PairProducts } from './pair-products.ts';
import type { Participants } from './participants.ts';
import type { Timeline } from './timeline.ts';
import type { ClusterResponse } from './volume-response.ts';

/** Cells of one frame, and what their positions mean. */
export interface FrameCells {
  readonly spec: FrameSpec;
  readonly cells: readonly Cell[];
  /** Per layer. */
  readonly volumeSets: readonly (readonly (readonly number[])[])[];
  readonly atoms: readonly (readonly (readonly number[])[])[];
  /** Per layer, episodes per atom (weighted by probability). */
  readonly episodes: readonly (readonly number[])[];
}

/** A frame of which only totals are kept: a step of the waterfall. */
export interface FrameTotals extends FrameCells {
  readonly quantities: Float64Array;
}

/** Episodes per atom within each group of a dimension, and within each cluster. */
export interface SideCounts {
  readonly byGroup: readonly (readonly (readonly number[])[])[];
  readonly byCluster: readonly (readonly number[])[];
}

/** One side of the comparison that is paid by a list. Its cells stand at `offset` in the joint coordinates. */
export interface PreparedSide {
  readonly frame: FrameCells;
  readonly offset: number;
  readonly counts: SideCounts;
  readonly typed: TypedRows;
  /** In order of position. */
  readonly gaps: readonly PriceGap[];
  /** Whether its clusters are drawn (typing `expected`). */
  readonly drawn: boolean;
}

/** Compact rows in participant order: entries of row r are `rowStart[r]` to `rowStart[r + 1]`. */
export interface CompactRows {
  readonly rowStart: Int32Array;
  readonly cell: Int32Array;
  /** Quantity if the row is of the cell's cluster. */
  readonly quantity: Float64Array;
  readonly probability: Float64Array;
  /** Days over which the quantity falls, [from, until); 0 and 0 for a measure. */
  readonly from: Int32Array;
  readonly until: Int32Array;
}

/** Clusters of each row under a side's typing: entries of row r are `rowStart[r]` to `rowStart[r + 1]`. */
export interface TypedRows {
  readonly rowStart: Int32Array;
  readonly cluster: Int32Array;
  /** Contracts that a row falls under on its first day, if it is of this cluster. */
  readonly atom: Int32Array;
  readonly probability: Float64Array;
}

/** Days of a row, if it is of the cluster, for which the list has no price; no unit = no price at all. */
export interface PriceGap {
  /** Row, in participant order. */
  readonly position: number;
  readonly cluster: number;
  readonly unit: PriceUnit | undefined;
  readonly from: number;
  readonly until: number;
}

export interface Sums {
  /** Expected quantity per coordinate. */
  readonly quantities: Float64Array;
  /** Sum over patients of z z'. */
  readonly overPatients: PairProducts;
  /** D - E: covariance of quantities when clusters are drawn per rating. */
  readonly typing: PairProducts;
  /** Per grouping, groups x coordinates. */
  readonly byGroup: readonly Float64Array[];
  /** Per grouping and group. */
  readonly groups: readonly (readonly GroupSums[])[];
}

/** Products of a group's part of each patient (or rating) with itself, and with the rest of that patient. */
export interface GroupSums {
  readonly patients: PairProducts;
  readonly patientsWithRest: DirectedProducts;
  readonly typing: PairProducts;
  readonly typingWithRest: DirectedProducts;
}

/** Sums of products of three coordinates: skewness without rows. */
export interface ThirdOrder {
  /** Sum over patients of their total under the prices, cubed; and of what each group has of a patient. */
  cubes(prices: Float64Array): { readonly total: number; readonly perGroup: readonly Float64Array[] };
}

/** What sums that were made elsewhere can say; there are no rows then. */
export interface FromSums {
  /** Sums or products were withheld because too few patients stand behind them. */
  readonly withheld: boolean;
  /** Among them quantities: what is paid under the scenario is then not known, only what is left of it. */
  readonly incomplete: boolean;
}

/** Current revenue split over clusters: its products over patients, and within ratings where clusters are drawn. */
export interface ClusterCurrent {
  readonly overPatients: ClusterProducts;
  readonly typing: ClusterProducts;
}

interface ClusterProducts {
  /** Clusters x coordinates. */
  readonly withCoordinates: Float64Array;
  /** Per cluster, with itself. */
  readonly squares: Float64Array;
}

export interface ClusterTriples {
  /** Per cluster, the sum over patients of their payment in it, cubed. */
  cubes(prices: Float64Array): Float64Array;
}

export interface PreparedSimulation {
  readonly scenario: ResolvedScenario;
  readonly clusters: readonly string[];
  readonly participants: Participants;
  /** Data row in the file, per row of the table. */
  readonly fileRows: Int32Array;
  readonly groupings: readonly Grouping[];
  readonly population: Omit<SimulationPopulation, 'topPercentShare'>;
  readonly unpricedClusters: readonly string[];
  readonly side: PreparedSide;
  /** Undefined when the baseline is current revenue. */
  readonly baselineSide: PreparedSide | undefined;
  /** Coordinates: scenario cells, baseline cells, current revenue (price 1 per cent) last. */
  readonly coordinates: number;
  readonly rows: CompactRows;
  readonly sums: Sums;
  /** Current revenue in cents per cluster, weighted by probability; zeros when it is not the baseline. */
  readonly currentByCluster: Float64Array;
  /** Expected number of patients per cluster: of the side that has most. Sums that were made elsewhere do not show it. */
  readonly patientsByCluster: Float64Array | undefined;
  /** Undefined when current revenue is not the baseline. */
  readonly clusterCurrent: ClusterCurrent | undefined;
  /** Undefined where rows were reduced elsewhere. */
  readonly clusterTriples: ClusterTriples | undefined;
  /** Clusters whose volume answers to prices; empty unless the scenario asks for it. */
  readonly response: readonly ClusterResponse[];
  /** Episodes of the scenario's side that are borderline; 0 where nothing is re-typed. */
  readonly borderline: number;
  /** Frames between baseline and scenario, in order of the waterfall. */
  readonly steps: {
    readonly price: FrameTotals | undefined;
    readonly volume: FrameTotals | undefined;
    readonly typing: FrameTotals | undefined;
  };
  /** Episodes without a cost, where a contract looks at cost. */
  readonly blankCosts: number;
  readonly timeline: Timeline | undefined;
  /** Share of episodes with at least 90 bed days; undefined without the column. */
  readonly longStayShare: number | undefined;
  /** Undefined = rows are passed over for skewness; without rows there is no interval then. */
  readonly thirdOrder: ThirdOrder | undefined;
  /** Set where rows were reduced elsewhere: `rows`, `participants` and `typed` are empty then. */
  readonly fromSums?: FromSums;
}
