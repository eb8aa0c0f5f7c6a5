/** data/README.md lists every shipped file with origin, licence and the right checksum. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataChecksums, withChecksums } from '../../data/checksums.ts';
import { DATA_FOLDER } from '../../src/index.ts';

const readme = await readFile(join(DATA_FOLDER, 'README.md'), 'utf8');
const sums = await dataChecksums();

describe('data/README.md', () => {
  it('has the checksum of every file (`npm run data:checksums` fills them in)', () => {
    expect(withChecksums(readme, sums)).toBe(readme);
    expect(sums.size).toBeGreaterThan(10);
  });

  it('lists no file that is not there, and gives origin and licence of each', () => {
    const rows = [...readme.matchAll(/^\| `([^`]+)` \| (.*) \| (.*) \| `[0-9a-f]{64}` \|$/gm)];
    expect(rows.map((row) => row[1]).sort()).toEqual([...sums.keys()].sort());
    expect(rows.filter((row) => row[2]!.trim() === '' || row[3]!.trim() === '').map((row) => row[1])).toEqual(
      [],
    );
  });

  it('adds a row, origin open, for a file it does not list', () => {
    const text = withChecksums(
      '| `a.csv` | own | MIT |  |\nend',
      new Map([
        ['a.csv', '11'],
        ['b.csv', '22'],
      ]),
    );
    expect(text).toBe('| `a.csv` | own | MIT | `11` |\n| `b.csv` |  |  | `22` |\nend');
  });
});
