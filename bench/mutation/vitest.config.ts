import { defineConfig } from 'vitest/config';

/** The tests of one folder, with as many random cases as a run for each mutant can afford. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    setupFiles: ['bench/mutation/setup.ts'],
    // The tests share nothing that they change: a worker for each file would take half of the time.
    isolate: false,
  },
});
