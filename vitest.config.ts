import { defineConfig } from 'vitest/config';

/** Folders whose tests start a server, a browser or the command line, change the working folder or read the clock. */
const APART = ['backup', 'browser', 'cli', 'engine', 'house', 'server'].map((name) => `test/${name}/**`);
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
      // The library keeps no state of its own: its modules are loaded once for many test files.
      {
        test: {
          ...shared,
          name: 'library',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...NOT_HERE, ...APART],
          isolate: false,
        },
      },
      { test: { ...shared, name: 'apart', include: APART.map((folder) => `${folder}/*.test.{ts,tsx}`) } },
    ],
  },
});
