import { defineConfig } from 'vitest/config';

/** Slow statistical trials: `npm run trials`. Each prints its figure, its limit and the verdict. */
export default defineConfig({
  test: {
    include: ['test/trials/run-trials.ts'],
    testTimeout: 3 * 60 * 60_000,
    pool: 'forks',
    reporters: ['default'],
  },
});
