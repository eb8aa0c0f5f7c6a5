import { defineConfig } from 'vitest/config';

/**
 * Slow trials, of statistics and of machines that fail: `npm run trials`, or one with `npm run trials -- -t NAME`. Each
 * prints its figure, its limit and the verdict.
 */
export default defineConfig({
  test: {
    include: ['test/trials/run-trials.ts'],
    // Some run the built program.
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 3 * 60 * 60_000,
    pool: 'forks',
    reporters: ['default'],
  },
});
