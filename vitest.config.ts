import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/build-program.ts',
    testTimeout: 60_000,
    // Nothing is left in the home of whoever runs the tests.
    env: { STUDYPACK_NO_CACHE: '1' },
    // All processors, and what was imported stays for the next file: loading the program again for each of them took longer
    // than most of them do. A test leaves nothing changed behind: no folder, variable of the environment or global.
    pool: 'forks',
    maxWorkers: '100%',
    isolate: false,
    // Pages are many small objects, most of them short-lived: a larger nursery takes a tenth off.
    execArgv: ['--max-semi-space-size=64'],
  },
});
