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
}

/** Who scores parts; several at once. */
export interface PartScorers {
  /** Parts that may be under way together. */
  readonly room: number;
  /** @throws NotInParts where it could not */
  score(range: LineRange, terms: PartTerms): Promise<PartAnswer>;
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
  const next = async (): Promise<Uint8Array> => {
    const { range, answer } = waiting.shift()!;
    const { part, end } = await answer;
    if (parts.accept(end)) return taken(run, parts, part, end);
    const again = await run.fresh().part(parts.readAgain(range, terms));
    return taken(run, parts, again.part, again.end);
  };
  for await (const range of parts.ranges(size)) {
    const answer = scorers.score(range, terms);
    // Its failure is told where it is awaited.
    answer.catch(() => {});
    waiting.push({ range, answer });
    if (waiting.length >= scorers.room) yield await next();
  }
  while (waiting.length > 0) yield await next();
  parts.finish();
}

function taken(run: ScoreRun, parts: CaseParts, part: ScoredPart, end: Omit<ReadPart, 'pairs'>): Uint8Array {
  parts.add(end);
  run.add(part);
  return part.csv;
}
