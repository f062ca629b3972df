import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';
import { DEFAULT_GLOB } from '../scenario/discover.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * How Vitest runs scenarios: one subject at a time, all in one worker that keeps the services running.
 *
 * @param root The folder that holds `scenarios` and `packages-under-test`, absolute.
 */
export function leakTestConfig(root: string): ViteUserConfig {
  return {
    root,
    resolve: { alias: { steadyheap: here('../index.ts') } },
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
    test: {
      include: [DEFAULT_GLOB],
      globalSetup: [here('./only.ts')],
      setupFiles: [here('./collect.ts')],
      reporters: [here('./reporter.ts')],
      provide: { root },
      fileParallelism: false,
      isolate: false,
      maxConcurrency: 100,
      testTimeout: 0,
      hookTimeout: 60_000,
    },
  };
}
