/**
 * A few inputs for every reader and for two commands, so that the fuzzer works the day it is needed; and one that finds
 * something. The other commands are made alike, and the routes take the whole server: `npm run fuzz` runs those.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chooseFrom, seedOf } from './choose.ts';
import { badText, pollution } from './invariants.ts';
import { minimised } from './minimise.ts';
import { MARKER } from './target.ts';
import { COMMANDS } from './targets/commands.ts';
import { READERS } from './targets/readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Commands take long; readers do not. */
const CASES = { reader: 3, command: 1 } as const;
const SOME_COMMANDS = COMMANDS.filter(({ name }) => ['prices', 'member-sums'].includes(name));

test('the commands of the smoke test are there', () => expect(SOME_COMMANDS).toHaveLength(2));

test.each([...READERS, ...SOME_COMMANDS])(
  '$name: reads or refuses, the same inputs every time',
  async (target) => {
    const { name } = target;
    const open = await target.open(join(folder, name));
    const cases = READERS.includes(target) ? CASES.reader : CASES.command;
    try {
      for (let number = 0; number < cases; number += 1) {
        const choose = () => chooseFrom(seedOf(7, name, number));
        const input = await open.make(choose());
        // Parquet holds the id of its maker's run; the others are the same bytes.
        if (name !== 'parquet') expect(Buffer.compare(await open.make(choose()), input) === 0).toBe(true);
        expect(await open.judge(input)).toBeUndefined();
        expect(pollution()).toBeUndefined();
      }
    } finally {
      await open.close?.();
    }
  },
  60_000,
);

test('what breaks an invariant is seen, and made small', async () => {
  expect(badText(`Row 3: ${MARKER}7`)).toBe('a patient’s value is shown');
  Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true });
  expect(pollution()).toContain('polluted');
  expect(pollution()).toBeUndefined();
  const input = Buffer.from('a long text with one needle in it, and more');
  const small = await minimised(input, async (tried) => Buffer.from(tried).includes('needle'), 500);
  expect(Buffer.from(small).toString()).toBe('needle');
});
