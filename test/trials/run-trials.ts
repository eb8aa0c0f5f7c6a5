/** Runs every trial in this folder and prints one table: what, figure, limit, verdict. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TrialModule, TrialResult } from './trial.ts';

const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !['run-trials.ts', 'trial.ts'].includes(name))
  .sort();
const results: TrialResult[] = [];

describe('trials', () => {
  it.each(names)('%s', async (name) => {
    const module = (await import(join(import.meta.dirname, name))) as TrialModule;
    const found = [await module.trial()].flat();
    results.push(...found);
    expect(found.filter((result) => result.verdict === 'fails').map((result) => result.text)).toEqual([]);
  });

  afterAll(() => {
    const lines = results.map((r) => `${r.verdict.padEnd(6)} ${r.text}: ${r.figure} (limit ${r.limit})`);
    console.log(['', ...lines, ''].join('\n'));
  });
});
