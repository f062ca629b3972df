import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { DEFAULT_GLOB } from './harness/scenario/discover.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The project's own tests. */
const unitTests: ViteUserConfig = {
  test: {
    include: ['harness/**/*.test.ts', 'packages-under-test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

/** Every scenario, one subject at a time, in one worker that keeps the services running. */
const leakTest: ViteUserConfig = {
  resolve: { alias: { steadyheap: here('./harness/index.ts') } },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    include: [DEFAULT_GLOB],
    setupFiles: ['./harness/vitest/collect.ts'],
    reporters: ['./harness/vitest/reporter.ts'],
    provide: { root: here('.') },
    fileParallelism: false,
    isolate: false,
    maxConcurrency: 100,
    testTimeout: 0,
    hookTimeout: 60_000,
  },
};

export default defineConfig(({ mode }) => (mode === 'leak-test' ? leakTest : unitTests));
