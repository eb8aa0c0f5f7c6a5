/** What every result says of itself, so that it can be made again from its inputs. */

/** A result that cannot be computed says why; it is never null or NaN and does not stop the rest. */
export interface NotComputed {
  readonly undefined: string;
}

export type Computed<T> = T | NotComputed;

/** Where a figure or rule comes from; anything but `official` is stamped wherever it shows. */
export type Status = 'official' | 'local' | 'derived' | 'illustrative' | 'hypothetical' | 'synthetic';

export interface InputMeta {
  /** Base name only: a path may say more than it should. */
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

export interface RulesMeta {
  readonly id: string;
  readonly status: Status;
  readonly sha256: string;
}

/** First key of every JSON result. No clock time: same inputs, options and seed give the same bytes. */
export interface Meta {
  readonly tool: 'zorgcluster';
  readonly version: string;
  readonly command: string;
  readonly rules?: RulesMeta;
  readonly inputs: readonly InputMeta[];
  readonly seed?: number;
  readonly options: Readonly<Record<string, unknown>>;
  /** Statuses other than official of anything used, e.g. ['illustrative', 'synthetic']. */
  readonly stamps: readonly Status[];
}
