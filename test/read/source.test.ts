/** Files and what goes with them: missing, packed, progress, cancelling, the rejects file. */

import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bytesSource,
  fileSource,
  openCases,
  type ReadProgress,
  Refusal,
  readCaseTable,
  rejectsCsvFile,
} from '../../src/index.ts';
import { outcomeOf, valuesOf } from './support.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const manyRows = `patient;hv01;start\n${Array.from({ length: 50_000 }, (_, row) => `P${row};${row % 5};2024-01-01`).join('\n')}\n`;

describe('fileSource', () => {
  it('refuses what is missing or a folder, by its base name alone', () => {
    for (const path of [join(folder, 'absent.csv'), folder]) {
      expect(() => fileSource(path)).toThrowError(Refusal);
      try {
        fileSource(path);
      } catch (error) {
        expect(JSON.stringify((error as Refusal).issues)).not.toContain(tmpdir());
      }
    }
  });

  it('names itself by its base name and hashes its bytes as they are', async () => {
    const path = join(folder, 'cases.csv');
    writeFileSync(path, 'patient;hv01\nP1;2\n');
    const { report } = await readCaseTable(fileSource(path), { uses: ['hv01'] });
    expect(report.input).toEqual({
      name: 'cases.csv',
      rows: 1,
      // sha256sum of the file
      sha256: '3d55dbe0197357ce3755bec33c5dac2d3a445b84cd6c5d019559a2235cba3034',
    });
  });
});

describe('a file that changes while it is read', () => {
  const path = () => join(folder, 'changing.csv');
  const changes: Record<string, () => void> = {
    grows: () => appendFileSync(path(), 'P1;1;2024-01-01\n'),
    shrinks: () => truncateSync(path(), 1000),
    'is replaced': () => {
      writeFileSync(`${path()}.new`, manyRows);
      renameSync(`${path()}.new`, path());
    },
    'is written over': () => {
      writeFileSync(path(), manyRows.replaceAll('P', 'Q'));
      utimesSync(path(), 1, 1);
    },
  };

  it.each(Object.keys(changes))('and %s between its head and its rows is refused', async (change) => {
    writeFileSync(path(), manyRows);
    const reader = await openCases(fileSource(path()), { uses: ['hv01', 'start'] });
    changes[change]!();
    const read = async (): Promise<void> => {
      for await (const _ of reader.batches());
    };
    await expect(read()).rejects.toMatchObject({
      issues: [{ code: 'file-changed', params: { name: 'changing.csv' } }],
      exit: 1,
    });
  });

  it('and grows after its first rows is refused', async () => {
    writeFileSync(path(), manyRows);
    const reader = await openCases(fileSource(path()), { uses: ['patient', 'hv01'] });
    const read = async (): Promise<void> => {
      for await (const _ of reader.batches()) appendFileSync(path(), 'P1;1;2024-01-01\n');
    };
    await expect(read()).rejects.toThrow('file-changed');
  });
});

describe('a packed file', () => {
  it('is read by what it holds, whatever it is called', async () => {
    const { table, report } = await outcomeOf(gzipSync(manyRows), { uses: ['hv01', 'start'] });
    expect(report?.rows).toEqual({ read: 50_000, used: 50_000, rejected: 0 });
    expect(valuesOf(table, 'hv01').slice(0, 6)).toEqual([0, 1, 2, 3, 4, 0]);
  });
});

describe('reading', () => {
  it('can be followed and cancelled', async () => {
    const seen: ReadProgress[] = [];
    const stop = new AbortController();
    const source = bytesSource('cases.csv', Buffer.from(manyRows));
    const options = { uses: ['hv01', 'start'], signal: stop.signal, batchRows: 1000 };
    const reader = await openCases(source, { ...options, onProgress: (progress) => seen.push(progress) });
    for await (const _ of reader.batches());
    expect(seen.at(-1)).toMatchObject({
      rows: 50_000,
      bytes: 2 * source.size!,
      totalBytes: 2 * source.size!,
    });
    expect(seen.every((progress, at) => at === 0 || progress.bytes >= seen[at - 1]!.bytes)).toBe(true);
    stop.abort(new Error('enough'));
    await expect(reader.batches()[Symbol.asyncIterator]().next()).rejects.toThrow('enough');
  });

  it('gives batches of the size asked for, whose text codes mean the same in each', async () => {
    const file = `team;hv01\n${Array.from({ length: 25 }, (_, row) => `T${row % 7};1`).join('\n')}`;
    const reader = await openCases(bytesSource('x', Buffer.from(file)), {
      uses: ['team', 'hv01'],
      batchRows: 10,
    });
    const sizes: number[] = [];
    const words: string[] = [];
    for await (const batch of reader.batches()) {
      sizes.push(batch.n);
      words.push(...valuesOf(batch, 'team').map(String));
    }
    expect(sizes).toEqual([10, 10, 5]);
    expect(words).toEqual(Array.from({ length: 25 }, (_, row) => `T${row % 7}`));
  });

  it('skips blank lines without counting them, and a line of delimiters alone', async () => {
    const { table, report } = await outcomeOf('\n\npatient;hv01\n\nP1;1\n;\n \nP2;2\n\n');
    expect(report?.rows.read).toBe(2);
    expect([...table!.rows]).toEqual([1, 2]);
  });

  it('names the row in which a quotation mark opens that never closes', async () => {
    for (const before of [1, 3, 40_000]) {
      const rows = Array.from({ length: before - 1 }, (_, row) => `P${row};1`).join('\n');
      const file = `patient;hv01\n${rows}${before > 1 ? '\n' : ''}"P;1\n${'Q;2\n'.repeat(400_000)}`;
      expect((await outcomeOf(file)).refusal?.issues[0]).toMatchObject({
        code: 'quote-not-closed',
        params: { row: before },
      });
    }
  });

  it('knows the line Excel puts above a header', async () => {
    const { report } = await outcomeOf('sep=,\r\npatient,hv01\r\n"P;1",1\r\n');
    expect(report).toMatchObject({ rows: { used: 1 }, format: { delimiter: ',', lineEnding: '\r\n' } });
  });

  it('tells the first fault of each kind when it refuses, without a value', async () => {
    const { refusal } = await outcomeOf('patient;hv01;hv02\nP1;777;1\nP2;1;888\nP3;777;1\n');
    expect(refusal?.issues.map((issue) => [issue.code, issue.row, issue.column])).toEqual([
      ['too-many-rejected', undefined, undefined],
      ['rating-not-allowed', 1, 'hv01'],
      ['rating-not-allowed', 2, 'hv02'],
    ]);
    expect(JSON.stringify(refusal)).not.toMatch(/777|888/);
  });
});

describe('rejectsCsvFile', () => {
  it('puts every rejected cell in a file only its owner can read, also when the input is refused', async () => {
    const path = join(folder, 'rejects.csv');
    const rejects = rejectsCsvFile(path, 'en');
    const file = 'patient;hv01;hv02\nP1;7;=1+1\nP2;"a""b;\nc";-3\nP3;-2+3;1\n';
    const reader = await openCases(bytesSource('x', Buffer.from(file)), { uses: ['hv01', 'hv02'], rejects });
    await expect(reader.batches()[Symbol.asyncIterator]().next()).rejects.toThrowError(Refusal);
    expect(readdirSync(folder)).not.toContain('rejects.csv');
    await rejects.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const advice = (column: string) =>
      `"Column ${column}: a rating is 0, 1, 2, 3 or 4; blank, 9 or -1 is not known. Correct the value or make it blank."`;
    expect(readFileSync(path, 'utf8')).toBe(
      [
        'row,column,code,value,advice',
        `1,hv01,rating-not-allowed,7,${advice('hv01')}`,
        `1,hv02,rating-not-allowed,"'=1+1",${advice('hv02')}`,
        `2,hv01,rating-not-allowed,"a""b;\nc",${advice('hv01')}`,
        `2,hv02,rating-not-allowed,-3,${advice('hv02')}`,
        `3,hv01,rating-not-allowed,"'-2+3",${advice('hv01')}`,
        '',
      ].join('\n'),
    );
  });

  it('holds its header alone when nothing was rejected, and says when it cannot be written', async () => {
    const path = join(folder, 'none.csv');
    await rejectsCsvFile(path, 'nl').close();
    expect(readFileSync(path, 'utf8')).toBe('row,column,code,value,advice\n');
    const lost = rejectsCsvFile(join(folder, 'no', 'such', 'folder.csv'), 'nl');
    await expect(lost.close()).rejects.toMatchObject({ exit: 3 });
  });
});
