import { fileURLToPath } from 'node:url';
import { configDefaults, type ViteUserConfig } from 'vitest/config';
import { ALL_GLOB, DEFAULT_GLOB } from '../scenario/discover.ts';
import { commonJsScenarios } from './commonjs-scenarios.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Which scenarios are test files. */
export interface Selection {
  /** Those in the folders below `scenarios` too; otherwise only those directly in it. */
  all?: boolean;
  /** Globs of files that are none, whatever is asked for. */
  except?: string[];
}

/**
 * How Vitest runs scenarios: one subject at a time, all in one worker that keeps the services running.
 *
 * @param root The folder that holds `scenarios` and `packages-under-test`, absolute.
 */
export function leakTestConfig(root: string, { all = false, except = [] }: Selection = {}): ViteUserConfig {
  return {
    root,
    plugins: [commonJsScenarios],
    resolve: { alias: { steadyheap: here('../index.ts') } },
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
    test: {
      include: [all ? ALL_GLOB : DEFAULT_GLOB],
      exclude: [...configDefaults.exclude, ...except],
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
