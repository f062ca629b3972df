import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { leakTestConfig } from './harness/vitest/config.ts';

/** The project's own tests. */
const unitTests: ViteUserConfig = {
  test: {
    include: ['harness/**/*.test.ts', 'packages-under-test/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

export default defineConfig(({ mode }) =>
  mode === 'leak-test' ? leakTestConfig(fileURLToPath(new URL('.', import.meta.url))) : unitTests,
);
