import { defineConfig } from 'vitest/config';

/** Pictures of the pages for the documents: `npm run screenshots`. Look at them before they are committed. */
export default defineConfig({
  test: {
    include: ['test/browser/screenshots.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    pool: 'forks',
    reporters: ['default'],
  },
});
