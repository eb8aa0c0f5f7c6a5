/** Three of the fifty kills of the trial `kill`, so that a change that breaks it shows the same day. */

import { expect, test } from 'vitest';
import { killServer } from '../support/killed-server.ts';

test('killed at three moments: nothing confirmed is lost, nothing is half there', async () => {
  const { faults, during } = await killServer(3, 20_261);
  expect(faults).toEqual([]);
  expect(Object.values(during).reduce((sum, count) => sum + count, 0)).toBe(3);
}, 90_000);
