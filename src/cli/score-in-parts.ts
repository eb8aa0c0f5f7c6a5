/**
 * Puts the scored parts of a file together in the file's order.
 * Invariant: what comes out does not depend on the number of parts, nor on who scored them.
 */

import type { CaseParts, LineRange, PartTerms, ReadPart } from '../index.ts';
import type { ScoredPart, ScoreRun } from './score-run.ts';

/** A part as it comes back. */
export interface PartAnswer {
  readonly part: ScoredPart;
  readonly end: ReadPart;
  /** The range's bytes: who scored it may have had them to itself. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Who scores parts; several at once. */
export interface PartScorers {
  /** Parts that may be under way together. */
  readonly room: number;
  /** @param room for the rows, to be written over @throws NotInParts where it could not */
  score(range: LineRange, terms: PartTerms, room?: ArrayBuffer): Promise<PartAnswer>;
  close(): Promise<void>;
}

interface UnderWay {
  readonly range: LineRange;
  readonly answer: Promise<PartAnswer>;
}

/** The file as CSV; `run` has the summary when it ends. @throws NotInParts, Refusal */
export async function* csvInParts(
  run: ScoreRun,
  parts: CaseParts,
  scorers: PartScorers,
  size: number,
): AsyncGenerator<string | Uint8Array> {
  yield run.csvHeader();
  const terms = await parts.begin();
  const waiting: UnderWay[] = [];
  // What was written, and what was scored, makes room for what comes: new memory would have to be cleared and collected.
  const rooms: ArrayBuffer[] = [];
  const spare: ArrayBuffer[] = [];
  const next = async function* (): AsyncGenerator<Uint8Array> {
    const { range, answer } = waiting.shift()!;
    const { part, end, bytes } = await answer;
    const fine = parts.accept(end);
    const scored = fine ? { part, end } : await run.fresh().part(parts.readAgain({ ...range, bytes }, terms));
    spare.push(bytes.buffer);
    yield taken(run, parts, scored.part, scored.end);
    rooms.push(scored.part.csv.buffer);
  };
  for await (const range of parts.ranges(size, spare)) {
    const answer = scorers.score(range, terms, rooms.pop());
    // Its failure is told where it is awaited.
    answer.catch(() => {});
    waiting.push({ range, answer });
    if (waiting.length >= scorers.room) yield* next();
  }
  while (waiting.length > 0) yield* next();
  parts.finish();
}

function taken(run: ScoreRun, parts: CaseParts, part: ScoredPart, end: Omit<ReadPart, 'pairs'>): Uint8Array {
  parts.add(end);
  run.add(part);
  return part.csv;
}
