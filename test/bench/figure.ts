/** What a bench returns: a time set against its peer's, measured in turns in the same run. */

import { cpus, totalmem } from 'node:os';
import { type Engine, openEngine } from '../../src/index.ts';

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
  /** The cause, said where the promise is not kept; from a profile. */
  readonly whenMissed?: string;
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

/** A line on stderr: a whole run takes minutes, and who waits wants to know what for. */
export function progress(text: string): void {
  process.stderr.write(`  ${text}\n`);
}

export function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

/** Opens a store and gives it what `storeCaseTable` writes beside its own tables. */
export async function benchStore(path: string): Promise<Engine> {
  const engine = await openEngine(path);
  await engine.transaction((transaction) =>
    transaction.run(
      'create table if not exists case_column (data_set varchar, position integer, name varchar, kind varchar)',
    ),
  );
  return engine;
}

export interface BenchMachine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly node: string;
}

export function benchMachine(): BenchMachine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
}

export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Medians of two pieces of work done in turns, so that a slow moment of the machine meets both. */
export async function inTurns(
  ours: () => unknown,
  theirs: () => unknown,
  repetitions = REPETITIONS,
  aloud = true,
): Promise<{ readonly ours: number; readonly theirs: number }> {
  const own: number[] = [];
  const other: number[] = [];
  for (let turn = 0; turn < repetitions; turn++) {
    own.push(await seconds(ours));
    other.push(await seconds(theirs));
    if (aloud)
      progress(
        `turn ${turn + 1} of ${repetitions}: ${rounded(own[turn]!)} s against ${rounded(other[turn]!)} s`,
      );
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
