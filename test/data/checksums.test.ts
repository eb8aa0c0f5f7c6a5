/** data/README.md lists every shipped file with origin, licence and the right checksum. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataChecksums, listedFiles, withChecksums } from '../../data/checksums.ts';
import { DATA_FOLDER } from '../../src/index.ts';

const readme = await readFile(join(DATA_FOLDER, 'README.md'), 'utf8');
const sums = await dataChecksums();

describe('data/README.md', () => {
  it('has the checksum of every file (`npm run data:checksums` fills them in)', () => {
    expect(Object.fromEntries(listedFiles(readme).map((file) => [file.name, file.sha256]))).toEqual(
      Object.fromEntries(sums),
    );
    expect(sums.size).toBeGreaterThan(10);
  });

  it('gives origin and licence of each', () => {
    const silent = listedFiles(readme).filter((file) => file.origin === '' || file.licence === '');
    expect(silent.map((file) => file.name)).toEqual([]);
  });

  it('gets a row, origin open, for a file it does not list', () => {
    const sums = new Map([
      ['a.csv', '11'],
      ['b.csv', '22'],
    ]);
    const text = withChecksums('| `a.csv`  | own | MIT |   |\nend', sums);
    expect(text).toBe('| `a.csv` | own | MIT | `11` |\n| `b.csv` |  |  | `22` |\nend');
  });
});
