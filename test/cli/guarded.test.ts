/** Which command lines get a process that watches over them. */

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readsMuch } from '../../src/cli/guarded.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-guarded-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

it.each<[string, boolean, readonly string[], readonly string[]]>([
  ['no file', false, ['--version'], []],
  ['a file that is not there', false, ['score', join(folder, 'nothing.csv')], []],
  ['a folder', false, ['score', folder], []],
  ['a small file', false, ['score', fileOf('small.csv', 3_999_999)], []],
  ['a large file', true, ['score', fileOf('large.csv', 4_000_000)], ['--max-old-space-size=900']],
  ['a workbook, which is packed', true, ['score', fileOf('cases.xlsx', 500_000)], []],
  ['a program given as text', false, ['score', fileOf('large-too.csv', 4_000_000)], ['-e']],
])('%s: %s', (_what, expected, args, execArgv) => {
  expect(readsMuch(args, execArgv)).toBe(expected);
});
