/** Tables as Parquet, for data lakes: what `-o FILE.csv` would hold, with types. The file is whole or absent. */

import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { csvToParquet } from '../engine/csv-to-parquet.ts';
import { temporaryFolder, writeFileWhole } from './file.ts';

/**
 * @param writeCsv writes the table as plain CSV to the path it is given
 * @throws Refusal `output-failed`, `disk-full` (exit 3); as `writeCsv` does
 */
export async function writeParquetWhole<T>(
  path: string,
  writeCsv: (csvPath: string) => Promise<T>,
): Promise<T> {
  const folder = await temporaryFolder();
  try {
    const csv = join(folder.path, 'rows.csv');
    const made = await writeCsv(csv);
    const parquet = join(folder.path, 'rows.parquet');
    await csvToParquet(csv, parquet, folder.path);
    await writeFileWhole(path, createReadStream(parquet));
    return made;
  } finally {
    await folder.remove();
  }
}
