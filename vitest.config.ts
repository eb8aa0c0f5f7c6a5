import { defineConfig } from 'vitest/config';

/** Tests that want a process of their own: they look at the house as a whole, and run its documents. */
const APART = ['test/house/**'];
const NOT_HERE = ['test/trials/**', 'test/bench/**'];

const shared = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  // It imports folders, which Node itself does not.
  server: { deps: { inline: ['dt-sql-parser'] } },
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/build-once.ts'],
    // By default one core is kept free, which on two cores means one test file at a time.
    maxWorkers: 2,
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/test-results.json' }]] : ['default'],
    projects: [
      // Neither library, server nor command line keeps state in a module: they are loaded once for many test files,
      // which saves about a second and a half for each of them.
      {
        test: {
          ...shared,
          name: 'together',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...NOT_HERE, ...APART],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'apart', include: ['test/house/*.test.ts'] } },
    ],
  },
});
