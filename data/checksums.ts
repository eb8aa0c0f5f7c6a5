/**
 * The sha256 column of data/README.md: every shipped file is listed there with origin, licence and
 * checksum, and a test compares. `npm run data:checksums` fills the column in.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { DATA_FOLDER } from '../src/index.ts';

const README = join(DATA_FOLDER, 'README.md');
/** `| path | origin | licence | sha256 |`; the path in backticks. */
const ROW = /^\| `([^`]+)` \| (.*) \| (.*) \| (?:`[0-9a-f]*`)? ?\|$/;

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
  const listed = new Set<string>();
  const lines = readme.split('\n').map((line) => {
    const match = ROW.exec(line);
    if (match === null) return line;
    const [, name, origin, licence] = match;
    listed.add(name!);
    return `| \`${name}\` | ${origin} | ${licence} | \`${sums.get(name!) ?? ''}\` |`;
  });
  const last = lines.findLastIndex((line) => ROW.test(line));
  const added = [...sums].filter(([name]) => !listed.has(name));
  lines.splice(last + 1, 0, ...added.map(([name, sum]) => `| \`${name}\` |  |  | \`${sum}\` |`));
  return lines.join('\n');
}

async function main(): Promise<void> {
  const readme = await readFile(README, 'utf8');
  await writeFile(README, withChecksums(readme, await dataChecksums()));
}

if (process.argv[1] === import.meta.filename) await main();
