/**
 * A Parquet file as a row source: the cells go through the same checks as written ones.
 * Invariant: one chunk of rows in memory at a time.
 */

import { openParquet, type ParquetCell, type ParquetFile } from '../engine/parquet-file.ts';
import { localFile } from './local-file.ts';
import { newFacts, type PassFacts, type RawCell, type RowSource, type RowStretch } from './row-source.ts';
import type { ByteSource } from './source.ts';

const MAGIC = 'PAR1';
const HEAD_ROWS = 2000;

export function isParquet(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4)).toString('latin1') === MAGIC;
}

/** @throws Refusal `file-damaged` */
export async function parquetSource(source: ByteSource): Promise<RowSource> {
  const head: RawCell[][] = [];
  let header: string[] = [];
  let whole = true;
  let settled: ReadonlySet<number> = new Set();
  for await (const { file, rows } of chunksOf(source, newFacts())) {
    header = file.columns.map(({ name }) => name.trim());
    settled = new Set(file.columns.flatMap(({ typed }, index) => (typed ? [index] : [])));
    head.push(...rows);
    whole = head.length === file.n;
    if (head.length >= HEAD_ROWS) break;
  }
  return new ParquetSource(source, { header, head, whole, settled });
}

/** The rows; first none, so that an empty file shows its columns. The file is let go of at the end. */
async function* chunksOf(
  source: ByteSource,
  facts: PassFacts,
): AsyncGenerator<{ file: ParquetFile; rows: ParquetCell[][] }> {
  const local = await localFile(source, facts, isParquet);
  try {
    const file = await openParquet(local.path);
    try {
      yield { file, rows: [] };
      for await (const rows of file.chunks()) yield { file, rows };
    } finally {
      file.close();
    }
  } finally {
    await local.remove();
  }
}

class ParquetSource implements RowSource {
  readonly header: readonly string[];
  readonly head: RowSource['head'];
  readonly whole: boolean;
  readonly typed = true;
  readonly settled: ReadonlySet<number>;
  readonly notes = [];
  readonly format = { kind: 'parquet' } as const;
  readonly #source: ByteSource;

  constructor(source: ByteSource, opened: Pick<RowSource, 'header' | 'head' | 'whole' | 'settled'>) {
    this.#source = source;
    this.header = opened.header;
    this.head = opened.head;
    this.whole = opened.whole;
    this.settled = opened.settled;
  }

  async *rows(facts: PassFacts, signal?: AbortSignal): AsyncGenerator<RowStretch> {
    const all = newFacts();
    let done = 0;
    for await (const { file, rows } of chunksOf(this.#source, all)) {
      signal?.throwIfAborted();
      done += rows.length;
      facts.bytes = Math.round((all.bytes * done) / Math.max(file.n, 1));
      if (done === file.n) facts.sha256 = all.sha256;
      yield { rows };
    }
    this.#source.checkUnchanged?.();
  }
}
