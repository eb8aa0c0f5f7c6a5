/**
 * Work that outlives a request: imports. A job knows how far it is and how it ended. Invariants: jobs
 * run one after another, so that two large files never share the memory, and a data set never has two
 * at once; a job never throws outwards; whoever cancels one finds nothing of it.
 */

import { type Issue, Refusal } from '../src/index.ts';

export interface Progress {
  readonly rowsRead: number;
  readonly issues: number;
  /** What is being done; the last cannot be stopped any more. */
  readonly phase: 'reading' | 'typing' | 'storing';
  /** Share of the whole that is done, 0-1; absent where nobody knows. */
  readonly share?: number;
}

export type JobState =
  | { readonly kind: 'waiting' | 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly reference: string };

export interface Job {
  readonly id: string;
  /** Name shown to the user: that of the file. */
  readonly name: string;
  readonly state: JobState;
  readonly progress: Progress;
  /** Seconds until it is done, by what it took so far; absent while that says nothing yet. */
  readonly secondsLeft?: number;
}

/** @param signal aborted when the user cancels or the server stops: the work then throws its reason */
export type Work = (report: (progress: Progress) => void, signal: AbortSignal) => Promise<void>;

export interface Jobs {
  get(id: string): Job | undefined;
  list(): readonly Job[];
  /**
   * Queues `work`; its promise is awaited by nobody but `idle`.
   * @returns false where this id has a job that is not done yet: nothing is queued then
   */
  start(id: string, name: string, work: Work): boolean;
  /** Stops a job that waits or runs; one that is being stored is finished. */
  cancel(id: string): void;
  forget(id: string): void;
  /** Resolves when this job has ended. */
  settled(id: string): Promise<void>;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
  /** The server stops: what is being stored is finished, everything else ends where it is. */
  stop(): Promise<void>;
}

/** Why a job ended early: the user said so, or the server stops. */
export class JobEnded extends Error {
  readonly by: 'user' | 'server';

  constructor(by: 'user' | 'server') {
    super(`ended by the ${by}`);
    this.name = 'JobEnded';
    this.by = by;
  }
}

interface Entry {
  readonly id: string;
  readonly name: string;
  state: JobState;
  progress: Progress;
  readonly abort: AbortController;
  ended: Promise<void>;
  /** Clock at the start, in milliseconds. */
  startedAt: number;
}

/** Before this share an estimate jumps about. */
const TELLING_SHARE = 0.02;

function isOpen({ state }: Entry): boolean {
  return state.kind === 'waiting' || state.kind === 'running';
}

/** @param fault told of an unexpected error; gives the reference number that the page shows */
export function createJobs(fault: (error: unknown) => string, now: () => Date): Jobs {
  const jobs = new Map<string, Entry>();
  let tail: Promise<void> = Promise.resolve();

  function shown({ id, name, state, progress, startedAt }: Entry): Job {
    const { share = 0 } = progress;
    const seconds = (now().getTime() - startedAt) / 1000;
    const known = state.kind === 'running' && share >= TELLING_SHARE;
    return { id, name, state, progress, ...(known ? { secondsLeft: (seconds * (1 - share)) / share } : {}) };
  }

  function end(entry: Entry, by: 'user' | 'server'): void {
    if (!isOpen(entry) || entry.progress.phase === 'storing') return;
    entry.abort.abort(new JobEnded(by));
  }

  async function run(entry: Entry, work: Work): Promise<void> {
    if (!entry.abort.signal.aborted) entry.state = { kind: 'running' };
    entry.startedAt = now().getTime();
    try {
      await work((progress) => {
        entry.progress = progress;
      }, entry.abort.signal);
      entry.state = { kind: 'done' };
    } catch (error) {
      if (error instanceof JobEnded) entry.state = { kind: 'cancelled' };
      else if (error instanceof Refusal) entry.state = { kind: 'refused', issues: error.issues };
      else entry.state = { kind: 'failed', reference: fault(error) };
    }
  }

  return {
    get: (id) => {
      const entry = jobs.get(id);
      return entry && shown(entry);
    },
    list: () => [...jobs.values()].map(shown),
    forget: (id) => void jobs.delete(id),
    idle: () => tail,
    settled: async (id) => jobs.get(id)?.ended,
    cancel: (id) => {
      const entry = jobs.get(id);
      if (entry === undefined) return;
      const waited = entry.state.kind === 'waiting';
      end(entry, 'user');
      if (!waited) return;
      // It ends here: its turn only finds that it need not begin.
      entry.state = { kind: 'cancelled' };
      entry.ended = Promise.resolve();
    },
    stop: async () => {
      for (const entry of jobs.values()) end(entry, 'server');
      await tail;
    },
    start: (id, name, work) => {
      const before = jobs.get(id);
      if (before !== undefined && isOpen(before)) return false;
      const entry: Entry = {
        id,
        name,
        state: { kind: 'waiting' },
        progress: { rowsRead: 0, issues: 0, phase: 'reading' },
        abort: new AbortController(),
        ended: tail,
        startedAt: 0,
      };
      jobs.set(id, entry);
      tail = tail.then(() => run(entry, work));
      entry.ended = tail;
      return true;
    },
  };
}
