/**
 * A case file read in parts: other threads read ranges of it, one thread puts their findings together in the
 * file's order. Invariant: counts, issues and rows are those of one reading from the first row to the last;
 * where that is not sure, `NotInParts` is thrown and the file must be read that way.
 */

import type { CaseRows, PartCounts } from './case-rows.ts';
import { EpisodeSet, PartEpisodes } from './episode-set.ts';
import type { IdentityCounts, IdentityGuard } from './identity-guard.ts';
import type { LineRange, SpareBytes } from './line-ranges.ts';
import type { CaseBatch } from './read-options.ts';
import type { SeenEpisodes } from './row-checks.ts';
import type { Notations, Survey } from './survey.ts';

/** Something in the file asks for one reading from the first row to the last. */
export class NotInParts extends Error {
  override readonly name = 'NotInParts';
}

/** What the whole file settled before its rows are read; plain data, for another thread. */
export interface PartTerms {
  readonly notations: Notations;
  /** A first pass looked for columns that name people. */
  readonly surveyed: boolean;
}

/** What was found in a part, as plain data. */
export interface PartFindings extends PartCounts {
  readonly guard: readonly IdentityCounts[];
  readonly others: readonly (readonly number[])[];
}

/** The findings of a part that was read by itself, and the episodes in it (two halves of a hash each). */
export interface ReadPart extends PartFindings {
  readonly pairs: Uint32Array<ArrayBuffer>;
}

/** Where findings come together. */
export interface PartPass {
  readonly rows: CaseRows;
  readonly guard: IdentityGuard;
  readonly others: Survey;
  readonly surveyed: boolean;
}

/** What `CaseParts` asks of the opened file. */
interface Reading {
  readonly begin: () => Promise<PartPass>;
  readonly notations: () => Notations;
  readonly ranges: (size: number, spare: SpareBytes) => AsyncGenerator<LineRange, boolean>;
  readonly read: (
    range: LineRange,
    terms: PartTerms,
    seen: SeenEpisodes,
  ) => AsyncGenerator<CaseBatch, PartFindings>;
  readonly finish: () => void;
  /** Rows of the file, about; 0 where that cannot be known. */
  readonly expected: () => number;
  /** Any rejected row refuses the file. */
  readonly strict: boolean;
  readonly progress: (rows: number) => void;
}

export class CaseParts {
  readonly #reading: Reading;
  #seen: EpisodeSet | undefined;
  readonly #own = new PartEpisodes();
  /** Episodes of the part at hand that an earlier one has. */
  #doubles: PartEpisodes | undefined;
  #pass: PartPass | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Where the findings are put together: before the first range. @throws Refusal as a first pass does */
  async begin(): Promise<PartTerms> {
    this.#pass = await this.#reading.begin();
    this.#seen = new EpisodeSet(this.#reading.expected());
    return { notations: this.#reading.notations(), surveyed: this.#pass.surveyed };
  }

  /** @param spare bytes that nobody needs any more, to be used again @throws NotInParts */
  async *ranges(size: number, spare: SpareBytes): AsyncGenerator<LineRange> {
    if (!(yield* this.#reading.ranges(size, spare))) throw new NotInParts();
  }

  /** In any thread: the rows of a part as if no other had its episodes. */
  async *read(range: LineRange, terms: PartTerms): AsyncGenerator<CaseBatch, ReadPart> {
    const findings = yield* this.#reading.read(range, terms, this.#own);
    return { ...findings, pairs: this.#own.take() };
  }

  /** Whether no earlier part has an episode of this one: else it is to be read by `readAgain` before any other. */
  accept({ pairs }: ReadPart): boolean {
    let doubles: PartEpisodes | undefined;
    for (let at = 0; at < pairs.length; at += 2) {
      if (this.#seen!.addHash(pairs[at]!, pairs[at + 1]!)) continue;
      doubles ??= new PartEpisodes();
      doubles.addHash(pairs[at]!, pairs[at + 1]!);
    }
    this.#doubles = doubles;
    return doubles === undefined;
  }

  /** The part that was not accepted: its rows, with those of its episodes known that earlier parts have. */
  readAgain(range: LineRange, terms: PartTerms): AsyncGenerator<CaseBatch, PartFindings> {
    return this.#reading.read(range, terms, this.#doubles!);
  }

  /** Findings of the next part, in the file's order. @throws NotInParts */
  add(findings: PartFindings): void {
    const { rows, guard, others } = this.#pass!;
    rows.addPart(findings);
    guard.add(findings.guard);
    others.addCounts(findings.others);
    if (guard.doubts) throw new NotInParts();
    this.#reading.progress(rows.read);
  }

  /** After the last part. @throws Refusal, NotInParts as reading to the end does */
  finish(): void {
    const { read, rejected } = this.#pass!.rows;
    // What refuses a file names rows, which a part does not know.
    if (rejected * 2 > read || read === 0 || (this.#reading.strict && rejected > 0)) throw new NotInParts();
    this.#reading.finish();
  }
}
