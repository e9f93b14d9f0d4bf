import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Tests that print whole packs, or run the installed program many times: `npm run test:whole`. They take half as long as all
 * others.
 */
export const WHOLE = [
  'tests/assessment/class-sets/bad-rosters.test.ts',
  'tests/build/build-set.test.ts',
  'tests/build/key-check/check-finished.test.ts',
  'tests/build/memory/never-twice.test.ts',
  'tests/build/nothing-lost.test.ts',
  'tests/build/organiser.test.ts',
  'tests/build/papers-of-any-make.test.ts',
  'tests/build/print-list/print-list.test.ts',
  'tests/build/school.test.ts',
  'tests/build/styles.test.ts',
  'tests/build/subjects.test.ts',
  'tests/build/variant-name.test.ts',
  'tests/cli/class-sets.test.ts',
  'tests/cli/code-cache.test.ts',
  'tests/cli/faults.test.ts',
  'tests/cli/files/writing/flushed-files.test.ts',
  'tests/cli/files/reading/too-many.test.ts',
  'tests/cli/files/writing/unfinished-files.test.ts',
  'tests/cli/import.test.ts',
  'tests/cli/outdated-files.test.ts',
  'tests/cli/print-packs.test.ts',
  'tests/cli/proof.test.ts',
  'tests/cli/shards.test.ts',
  'tests/cli/starters.test.ts',
  'tests/deep-nesting.test.ts',
  'tests/doubling/doubling.test.ts',
  'tests/exchange/in/hostile-imports.test.ts',
  'tests/exchange/out/products/pages-out.test.ts',
  'tests/exchange/out/products/products-out.test.ts',
  'tests/exchange/there-and-back.test.ts',
  'tests/layout/diagram.test.ts',
  'tests/layout/sheets/impose-cards.test.ts',
  'tests/layout/sheets/impose-poster.test.ts',
  'tests/long-lists-and-names.test.ts',
  'tests/pages/fonts/opentype.test.ts',
  'tests/pages/fonts/shape-by-pairs.test.ts',
  'tests/pages/pictures/drawings.test.ts',
  'tests/pdf/reading/read-pdf.test.ts',
  'tests/privacy.test.ts',
  'tests/recursion.test.ts',
  'tests/studio/killed-studio.test.ts',
  'tests/studio/live.test.ts',
  'tests/words/no-english.test.ts',
  'tests/words/without-book.test.ts',
];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...WHOLE],
    globalSetup: 'tests/build-program.ts',
    setupFiles: 'tests/free-seed.ts',
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
