/** Versions of what the benches measure against and stand on, for the page: a ratio is with these. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/index.ts';

const PACKAGES = ['papaparse', '@duckdb/node-api', 'hono'];

/** Name and version; R and lme4 only where they are installed. */
export function benchVersions(): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const own = PACKAGES.map((name) => [name, dependencies[name] ?? 'unknown']);
  return Object.fromEntries([...own, ...inR()]);
}

function inR(): (readonly [name: string, version: string])[] {
  const script = 'cat(as.character(getRversion())); cat("\\n"); cat(as.character(packageVersion("lme4")))';
  const { stdout } = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' });
  const [r, lme4] = (stdout ?? '').trim().split('\n');
  return [...(r ? [['R', r] as const] : []), ...(lme4 ? [['lme4', lme4] as const] : [])];
}
