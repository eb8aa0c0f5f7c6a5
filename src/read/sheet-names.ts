/** The sheets of a workbook by name, for who must choose one. */

import { newFacts } from './row-source.ts';
import type { ByteSource } from './source.ts';
import { headOf, plainBytes } from './text-chunks.ts';
import { openZip } from './xlsx/open-zip.ts';
import { readWorkbook } from './xlsx/workbook.ts';

/**
 * Names in the workbook's order, hidden sheets aside; none where the file is no workbook.
 * @throws Refusal `file-damaged`, `file-other-format`, `xlsx-too-large`
 */
export async function sheetNames(source: ByteSource): Promise<readonly string[]> {
  const { head } = await headOf(source);
  if (!Buffer.from(head.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'))) return [];
  const parts: Uint8Array[] = [];
  for await (const bytes of plainBytes(source, newFacts())) parts.push(bytes);
  const book = await readWorkbook(await openZip(Buffer.concat(parts)));
  return book.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
}
