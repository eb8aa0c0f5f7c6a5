/**
 * What kind of file this is, told by its content, and its rows.
 * Invariant: a name or an ending decides nothing; what is packed with gzip is unpacked first.
 */

import { csvSource } from './csv-source.ts';
import { fhirSource } from './fhir/fhir-source.ts';
import { isParquet, parquetSource } from './parquet-source.ts';
import type { ReadCasesOptions } from './read-options.ts';
import { knows } from './read-plan.ts';
import type { RowSource } from './row-source.ts';
import { headText } from './sniff-csv.ts';
import type { ByteSource } from './source.ts';
import { headOf } from './text-chunks.ts';
import { xlsxSource } from './xlsx/xlsx-source.ts';

const JSON_START = /^\s*[{[]\s*["{[\]}]/;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** @throws Refusal when the file is of no kind that is read, is damaged, or holds no header */
export async function openRows(source: ByteSource, options: ReadCasesOptions): Promise<RowSource> {
  const { head, whole } = await headOf(source);
  if (isParquet(head)) return parquetSource(source);
  if (startsWith(head, ZIP)) return xlsxSource(source, options.sheet);
  const text = headText(head, whole);
  return JSON_START.test(text)
    ? fhirSource(source, options.signal)
    : csvSource(source, text, whole, knows(options));
}
