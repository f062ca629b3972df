import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { leakTestConfig } from './harness/vitest/config.ts';

/** The project's own tests. */
const unitTests: ViteUserConfig = {
  test: {
    include: [
      'harness/**/*.test.ts',
      'packages-under-test/**/*.test.ts',
      'scenarios/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    // Against what hangs only: tests that measure real processes take 2 min on two cores that 25 others want.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
};

const root = fileURLToPath(new URL('.', import.meta.url));
/** The planted leaks of the ladder fail on purpose: what must be found of each is known to `npm run truth` only. */
const except = ['scenarios/ladder/**'];

/** The modes in which `npm run leak-test` starts Vitest; without one of them, Vitest runs the project's own tests. */
const leakTests: Record<string, ViteUserConfig> = {
  'leak-test': leakTestConfig(root),
  'leak-test-all': leakTestConfig(root, { all: true, except }),
};

export default defineConfig(({ mode }) => leakTests[mode] ?? unitTests);
