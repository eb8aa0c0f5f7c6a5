/** What a bench returns: a time set against its peer's, measured in turns in the same run. */

export interface BenchFigure {
  /** What was done, on what. */
  readonly text: string;
  /** Median of the repetitions. */
  readonly figure: number;
  readonly unit: 's' | 'ms' | 'MB';
  readonly repetitions: number;
  /** What it is set against; absent where a limit stands alone. */
  readonly peer?: { readonly text: string; readonly figure: number; readonly ratio: number };
  /** Most that the ratio (with a peer) or the figure itself may be. */
  readonly most?: number;
  /** The least that the peer must take as a multiple of the figure. */
  readonly timesFaster?: number;
  /** Why a figure could not be had here. */
  readonly missing?: string;
}

export interface BenchModule {
  bench(folder: string): Promise<readonly BenchFigure[]>;
}

export const REPETITIONS = 5;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Seconds a piece of work takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Medians of two pieces of work done in turns, so that a slow moment of the machine meets both. */
export async function inTurns(
  ours: () => unknown,
  theirs: () => unknown,
  repetitions = REPETITIONS,
): Promise<{ readonly ours: number; readonly theirs: number }> {
  const own: number[] = [];
  const other: number[] = [];
  for (let turn = 0; turn < repetitions; turn++) {
    own.push(await seconds(ours));
    other.push(await seconds(theirs));
  }
  return { ours: median(own), theirs: median(other) };
}

/** Whether a figure keeps its promise; undefined where there is none to keep. */
export function holds(figure: BenchFigure): boolean | undefined {
  if (figure.missing !== undefined) return undefined;
  if (figure.timesFaster !== undefined) return 1 / figure.peer!.ratio >= figure.timesFaster;
  if (figure.most === undefined) return undefined;
  return (figure.peer?.ratio ?? figure.figure) <= figure.most;
}
