import type { RunResult } from '../run/result.ts';

/** Type of the annotations that tell the reporter which phase a run has come to. */
export const PROGRESS = 'steadyheap-progress';
/** Type of those that tell what is being done, in words, before the first phase. */
export const PREPARING = 'steadyheap-preparing';

/** A run that did not pass; its result is in the test's meta data. */
export class ScenarioFailed extends Error {
  override name = 'ScenarioFailed';
  // Where the harness threw it is of no interest to anybody.
  override stack = '';
}

declare module 'vitest' {
  interface TaskMeta {
    steadyheap?: RunResult;
  }
  interface ProvidedContext {
    /** The project's folder, absolute. */
    root: string;
    /** The files of the scenarios that are to be the only ones; empty when all are to run. */
    only: string[];
  }
}
