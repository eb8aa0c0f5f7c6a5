/** Opening the case file of a command: the shared options, the rejects file, the progress line. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileSource, openCases, refuse, rejectsCsvFile } from '../doors/score.ts';
import type { CaseReader, ReadCasesOptions } from '../index.ts';
import { type Io, progressLine } from './io.ts';
import type { CaseOptions } from './options.ts';

/** Batches that go out again row by row: short enough to stay close to the processor. */
const ROWS_WITH_CELLS = 1024;

/** What a command wants of the rows, whatever the user asks. */
export type WantedCases = Pick<
  ReadCasesOptions,
  'uses' | 'settles' | 'requires' | 'extra' | 'codebook' | 'keepCells' | 'supercluster'
>;

/**
 * Opens CASES and hands the reader to `use`. The rejects file is put in place whatever happens
 * afterwards: it says why a file was refused.
 */
export async function withCases<T>(
  io: Io,
  path: string,
  options: CaseOptions,
  wanted: WantedCases,
  use: (reader: CaseReader) => Promise<T>,
): Promise<T> {
  const source = fileSource(path);
  const key = options.pseudonymiseWith === undefined ? undefined : await readKey(options.pseudonymiseWith);
  const rejects = options.rejects === undefined ? undefined : rejectsCsvFile(options.rejects, options.lang);
  const progress = progressLine(io, options.quiet === true, options.lang);
  try {
    const reader = await openCases(source, {
      ...readOptions(options, wanted),
      ...(key === undefined ? {} : { pseudonymiseWith: key }),
      ...(rejects === undefined ? {} : { rejects }),
      onProgress: ({ rows }) => progress.update(rows),
    });
    return await use(reader);
  } finally {
    progress.done();
    await rejects?.close();
  }
}

/** What the options of a command say to the reader. */
export function readOptions(options: CaseOptions, wanted: WantedCases): ReadCasesOptions {
  return {
    ...wanted,
    ...(wanted.keepCells ? { batchRows: ROWS_WITH_CELLS } : {}),
    ...(options.map === undefined ? {} : { map: options.map }),
    ...(options.strict === undefined ? {} : { strict: options.strict }),
    ...(options.assessments === undefined ? {} : { assessments: options.assessments }),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(options.decimal === undefined ? {} : { decimal: options.decimal }),
    ...(options.dates === undefined ? {} : { dates: options.dates }),
  };
}

async function readKey(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw refuse('file-not-found', { name: basename(path) });
  }
}
