import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start processes or read whole heaps take seconds, for each mutant: what they notice, others should too. */
const SLOW = [
  '**/memlab/**',
  '**/fuzz*.test.ts',
  '**/huge.test.ts',
  '**/readme.test.ts',
  '**/read-allocations.test.ts',
  '**/heap.test.ts',
  '**/retention/retention.test.ts',
  '**/census/steady-loop.test.ts',
  '**/names/sources.test.ts',
];

/** The quick tests of one folder, with as many random cases as a run for each mutant can afford. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...SLOW],
    setupFiles: ['bench/mutation/setup.ts'],
    env: { STEADYHEAP_CASES: '300' },
    // Broken code that is watched takes many times as long as the same code in a usual test run.
    testTimeout: 60_000,
    // The tests share nothing that they change: a worker for each file would take half of the time.
    isolate: false,
  },
});
