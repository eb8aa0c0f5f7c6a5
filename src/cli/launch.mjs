/** Runs the command line from a checkout: builds when a source is newer than the build, then starts it. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'dist', '.tsbuildinfo');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (/\.tsx?$/.test(entry.name)) {
      latest = Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return latest;
}

const sources = ['src', 'server', 'views', 'data'].map((name) => join(root, name));
const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
if (sources.some((folder) => newest(folder) > built)) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    process.stderr.write(
      'De bouw is mislukt; voer eerst `npm ci` uit. / The build failed; run `npm ci` first.\n',
    );
    process.exit(3);
  }
}

// npm moves to the package folder; relative paths count from where the user stands.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import('../../dist/src/cli/main.js');
