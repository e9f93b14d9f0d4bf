import { defineConfig } from 'vitest/config';

/** Tests of Studio in a real browser: `npm run test:studio`. They need Chromium, and fail without it. */
export default defineConfig({
  test: {
    include: ['tests/**/*.browser.ts'],
    globalSetup: 'tests/build-program.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { STUDYPACK_NO_CACHE: '1' },
    pool: 'forks',
    maxWorkers: 2,
  },
});
