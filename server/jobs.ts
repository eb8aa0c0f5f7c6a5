/**
 * Work that outlives a request: imports. A job knows how far it is and how it ended. Invariants: jobs
 * run one after another, so that two large files never share the memory; a job never throws outwards.
 */

import { type Issue, Refusal } from '../src/index.ts';

export interface Progress {
  readonly rowsRead: number;
  readonly issues: number;
  /** Share of the reading that is done, 0-1; absent where nobody knows. */
  readonly share?: number;
}

export type JobState =
  | { readonly kind: 'waiting' | 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly reference: string };

export interface Job {
  readonly id: string;
  /** Name shown to the user: that of the file. */
  readonly name: string;
  readonly state: JobState;
  readonly progress: Progress;
}

export interface Jobs {
  get(id: string): Job | undefined;
  list(): readonly Job[];
  /** Queues `work`; its promise is awaited by nobody but `idle`. */
  start(id: string, name: string, work: (report: (progress: Progress) => void) => Promise<void>): void;
  forget(id: string): void;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

/** @param fault told of an unexpected error; gives the reference number that the page shows */
export function createJobs(fault: (error: unknown) => string): Jobs {
  const jobs = new Map<string, { -readonly [K in keyof Job]: Job[K] }>();
  let tail: Promise<void> = Promise.resolve();
  return {
    get: (id) => jobs.get(id),
    list: () => [...jobs.values()],
    forget: (id) => void jobs.delete(id),
    idle: () => tail,
    start: (id, name, work) => {
      const job: { -readonly [K in keyof Job]: Job[K] } = {
        id,
        name,
        state: { kind: 'waiting' },
        progress: { rowsRead: 0, issues: 0 },
      };
      jobs.set(id, job);
      tail = tail.then(async () => {
        job.state = { kind: 'running' };
        try {
          await work((progress) => {
            job.progress = progress;
          });
          job.state = { kind: 'done' };
        } catch (error) {
          job.state =
            error instanceof Refusal
              ? { kind: 'refused', issues: error.issues }
              : { kind: 'failed', reference: fault(error) };
        }
      });
    },
  };
}
