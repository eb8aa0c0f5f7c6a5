/**
 * The sha256 column of data/README.md: every shipped file is listed there with origin, licence and
 * checksum, and a test compares. `npm run data:checksums` fills the column in.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { DATA_FOLDER } from '../src/index.ts';

const README = join(DATA_FOLDER, 'README.md');
/** One file of the table in the README. */
export interface DataFile {
  readonly name: string;
  readonly origin: string;
  readonly licence: string;
  readonly sha256: string;
}

/** `| file in backticks | origin | licence | sha256 in backticks |`, whatever the padding. */
function fileOfLine(line: string): DataFile | undefined {
  const cells = line.split('|').map((cell) => cell.trim());
  const name = /^`([^`]+)`$/.exec(cells[1] ?? '')?.[1];
  if (cells.length !== 6 || name === undefined) return undefined;
  return { name, origin: cells[2]!, licence: cells[3]!, sha256: cells[4]!.replaceAll('`', '') };
}

/** The files that a README lists. */
export function listedFiles(readme: string): DataFile[] {
  return readme.split('\n').flatMap((line) => fileOfLine(line) ?? []);
}

/** Checksum of every data file (not README, not scripts) by its path below data/, with forward slashes. */
export async function dataChecksums(): Promise<Map<string, string>> {
  const entries = await readdir(DATA_FOLDER, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.(ts|md|tmp)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const sums = new Map<string, string>();
  for (const path of paths) {
    const name = relative(DATA_FOLDER, path).split(sep).join('/');
    sums.set(
      name,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  }
  return sums;
}

/** The README with every checksum in its row; a file without a row gets one at the end of the table, origin open. */
export function withChecksums(readme: string, sums: ReadonlyMap<string, string>): string {
  const lines = readme.split('\n').map((line) => {
    const file = fileOfLine(line);
    return file === undefined ? line : lineOf({ ...file, sha256: sums.get(file.name) ?? '' });
  });
  const last = lines.findLastIndex((line) => fileOfLine(line) !== undefined);
  if (last < 0) throw new Error('README.md has no table of files');
  const listed = new Set(listedFiles(readme).map((file) => file.name));
  const added = [...sums].filter(([name]) => !listed.has(name));
  lines.splice(
    last + 1,
    0,
    ...added.map(([name, sha256]) => lineOf({ name, origin: '', licence: '', sha256 })),
  );
  return lines.join('\n');
}

function lineOf(file: DataFile): string {
  return `| \`${file.name}\` | ${file.origin} | ${file.licence} | \`${file.sha256}\` |`;
}

async function main(): Promise<void> {
  const readme = await readFile(README, 'utf8');
  await writeFile(README, withChecksums(readme, await dataChecksums()));
}

if (process.argv[1] === import.meta.filename) await main();
