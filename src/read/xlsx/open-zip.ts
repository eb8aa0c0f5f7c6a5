/**
 * A ZIP file in memory, by entry name. Invariants: an entry is unpacked piece by piece, never whole;
 * an entry that unpacks to more than its own header says is refused by the library, and one whose
 * checksum is not that of the header by us.
 */

import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Refusal, refuse } from '../../issue/refusal.ts';

export interface Zip {
  readonly names: ReadonlySet<string>;
  /** The entry as text, in pieces; nothing where there is none of that name. */
  text(name: string): AsyncGenerator<string>;
}

/** A sheet of 100,000 rows and 200 columns stays below it. */
const MOST_UNPACKED_BYTES = 2 ** 30;

function damaged(): Refusal {
  return refuse('file-damaged', { kind: 'Excel' });
}

/** @throws Refusal `file-damaged`; from an entry's text also `xlsx-too-large` */
export async function openZip(bytes: Buffer): Promise<Zip> {
  const file = await fromBuffer(bytes);
  const entries = await entriesOf(file);
  return {
    names: new Set(entries.keys()),
    text: (name) => entryText(file, entries.get(name)),
  };
}

function fromBuffer(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, file) => {
      if (error === null) resolve(file);
      else reject(damaged());
    });
  });
}

function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.on('end', () => resolve(entries));
    file.on('error', () => reject(damaged()));
    file.readEntry();
  });
}

async function* entryText(file: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) return;
  const decoder = new TextDecoder('utf-8');
  let stream: Readable | undefined;
  try {
    stream = await new Promise<Readable>((resolve, reject) => {
      file.openReadStream(entry, (error, opened) => {
        if (error === null) resolve(opened);
        else reject(error);
      });
    });
    let length = 0;
    let checksum = 0;
    for await (const bytes of stream as AsyncIterable<Uint8Array>) {
      length += bytes.length;
      checksum = crc32(bytes, checksum);
      if (length > MOST_UNPACKED_BYTES) throw refuse('xlsx-too-large');
      yield decoder.decode(bytes, { stream: true });
    }
    // The library leaves this to us: a changed digit must not be read as if nothing happened.
    if (checksum !== entry.crc32) throw damaged();
    const last = decoder.decode();
    if (last !== '') yield last;
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  } finally {
    stream?.destroy();
  }
}
