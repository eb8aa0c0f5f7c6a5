/** Threads that score parts of a file, each with its own reader of the file's head. */

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { NotInParts, PACKAGE_ROOT } from '../doors/score.ts';
import type { PartTerms, RuleBook, RuleSet } from '../index.ts';
import type { PartAnswer, PartScorers } from './score-in-parts.ts';
import type { ScoreOptions } from './score-run.ts';

const WORKER = join(PACKAGE_ROOT, 'dist', 'src', 'cli', 'score-worker.js');
/** Batches of rows live shortly; with room for them few are moved to old memory. */
const YOUNG_MB = 16;
const PARTS_EACH = 2;

/** What a thread starts with. */
export interface ThreadStart {
  readonly path: string;
  readonly sets: readonly RuleSet[];
  readonly options: ScoreOptions;
}

export interface PartAsk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rowsBefore: number;
  readonly terms: PartTerms;
  readonly room?: ArrayBuffer | undefined;
}

/** `here` scores in this thread what the others have no room for, one part at a time. */
export function scoreThreads(
  path: string,
  book: RuleBook,
  options: ScoreOptions,
  threads: number,
  here: PartScorers['score'],
): PartScorers {
  const sets = book.sets.map(({ ruleSet }) => ruleSet);
  const start: ThreadStart = { path, sets, options: { ...options } };
  const workers = Array.from({ length: threads }, () => new PartThread(start));
  return {
    room: threads * PARTS_EACH + 1,
    score: (range, terms, room) => {
      const [first] = workers;
      const idlest = first && workers.reduce((least, each) => (each.waiting < least.waiting ? each : least));
      if (idlest === undefined || idlest.waiting === PARTS_EACH) return here(range, terms, room);
      return idlest.ask({ bytes: range.bytes, rowsBefore: range.rowsBefore, terms, room });
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** One thread; it answers in the order in which it is asked. */
class PartThread {
  readonly #worker: Worker;
  readonly #waiting: { resolve(answer: PartAnswer): void; reject(error: Error): void }[] = [];
  #gone = false;

  constructor(start: ThreadStart) {
    this.#worker = new Worker(WORKER, {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (answer: PartAnswer | undefined) => {
      const asked = this.#waiting.shift();
      if (answer === undefined) asked?.reject(new NotInParts());
      else asked?.resolve(answer);
    });
    this.#worker.on('error', () => this.#end());
    this.#worker.on('exit', () => this.#end());
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  ask(ask: PartAsk): Promise<PartAnswer> {
    if (this.#gone) return Promise.reject(new NotInParts());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(
        ask,
        ask.room === undefined ? [ask.bytes.buffer] : [ask.bytes.buffer, ask.room],
      );
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(): void {
    this.#gone = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new NotInParts());
  }
}
