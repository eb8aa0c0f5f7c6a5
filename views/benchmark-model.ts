/** What the benchmark page is told; filled by the server. Members are labels here, but for one's own. */

import type { BenchmarkDocument, Covariate, EstimationMethod, Status } from '../src/index.ts';
import type { FigureDrawing } from './parts/figure.tsx';
import type { Text } from './text/nl.ts';

type Words = Text['benchmark'];
export type Filter = 'cluster' | 'period' | 'setting' | 'instrument';

export interface FilterOption {
  readonly value: string;
  /** Members with enough measured patients. */
  readonly members: number;
  readonly locked: boolean;
}

export interface FilterState {
  readonly chosen: string;
  /** Absent where the file has no such column. */
  readonly options: readonly FilterOption[] | undefined;
}

export interface CaseMixOption {
  readonly factor: keyof Words['factors'];
  readonly column: string;
  readonly ticked: boolean;
  readonly whyNot?: keyof Words['whyNot'];
  /** Share of the compared episodes where it is filled in (0-1). */
  readonly filled: number;
}

/** What is missing for a comparison. */
export type Cannot =
  | { readonly why: 'no-member-column' | 'nothing-to-compare' | 'empty-selection' }
  | { readonly why: 'too-few-members'; readonly members: number }
  | { readonly why: 'refused'; readonly sentences: readonly string[] };

/** How one's own institution stands in this view. */
export type OwnState = 'none' | 'shown' | 'unknown' | 'left-out';

/** A comparison as it is shown, whether rows were pooled or sums were sent. */
export interface ComparisonState {
  readonly own: { readonly name: string; readonly state: OwnState };
  readonly method: EstimationMethod;
  readonly caseMix: {
    readonly options: readonly CaseMixOption[];
    readonly adjust: readonly Covariate[];
    /** Columns of which rare levels were merged. */
    readonly merged: readonly string[];
  };
  readonly rows: { readonly usable: number; readonly selected: number };
  readonly result: BenchmarkDocument | Cannot;
  readonly figures: Partial<
    Readonly<
      Record<
        | 'response'
        | 'scatter'
        | 'outcome'
        | 'duration'
        | 'funnel'
        | 'classes'
        | 'caseMixOutcome'
        | 'caseMixDuration'
        | 'overTime',
        FigureDrawing
      >
    >
  >;
  readonly stamps: readonly Status[];
  /** Address of the page without query, and the query that rebuilds it. */
  readonly path: string;
  readonly query: string;
}

export interface BenchmarkState extends ComparisonState {
  /** Of the instrument, for the classes of change. */
  readonly reliability: number | undefined;
  readonly filters: Readonly<Record<Filter, FilterState>>;
  /** Supercluster of each cluster code. */
  readonly superclusterOf: ReadonlyMap<string, string>;
  readonly typing: 'chosen' | 'advised';
  readonly has: { readonly outcome: boolean; readonly duration: boolean };
  /** Columns of the file by their canonical name. */
  readonly columns: readonly string[];
  /** The query without case mix. */
  readonly withoutAdjust: string;
}

/** Columns that a comparison is made of. */
export const RESPONSE_COLUMNS = ['member', 'pre', 'post', 'instrument', 'start', 'end'] as const;

export function isCannot(result: BenchmarkDocument | Cannot): result is Cannot {
  return 'why' in result;
}
