/**
 * What parent and subject say to each other: one JSON text per line over file descriptor 3. The parent asks, the subject
 * answers, and between an answer and the next question the subject is blocked in a synchronous read, so it has neither a
 * handle nor a listener for its parent, and the parent can look at its process from outside while nothing moves in it.
 */

/** The file descriptor of the conversation, in the subject. */
export const CHANNEL = 3;

/** What the subject is told before anything else. */
export interface SubjectPlan {
  /** File URL of the compiled scenario. */
  scenario: string;
  /** File URL of the module whose default export imports a specifier, resolved from where the package under test is. */
  loader: string | null;
  /** The specifier that `load()` without argument stands for. */
  entry: string | null;
  package: { name: string; version: string } | null;
  /** Connection details of the services that run beside it. */
  services: Record<string, unknown>;
}

export type Question =
  | { do: 'open'; plan: SubjectPlan }
  | { do: 'setup' }
  | { do: 'batch'; iterations: number; canary: boolean }
  | { do: 'sample' }
  | { do: 'snapshot'; path: string }
  | { do: 'speed'; iterations: number }
  | { do: 'wait'; ms: number }
  | { do: 'teardown' };

/** A scenario's fields as JSON; functions are told by their kind only. */
export interface ScenarioDescription {
  name: string;
  options: Record<string, unknown>;
}

/** One batch of iterations. */
export interface BatchAnswer {
  /** Milliseconds the iterations took. */
  ms: number;
  /** Iterations that threw or rejected. */
  errors: number;
  firstError: string | null;
  /** Bytes allocated on the V8 heap per iteration beyond what an empty one costs; null when a collection came between. */
  allocatedPerIteration: number | null;
}

/** The numbers only the subject itself can read, after a settle. Bytes. */
export interface SampleAnswer {
  heapBytes: number;
  externalBytes: number;
  arrayBufferBytes: number;
  /** Active resources by type, as `process.getActiveResourcesInfo()` names them. */
  handles: Record<string, number>;
  gauges: Record<string, number>;
  /** Milliseconds the settle took. */
  settleMs: number;
}

/** Latency of single iterations, in milliseconds, and the time the collector took meanwhile. */
export interface SpeedAnswer {
  latenciesMs: number[];
  gcMs: number;
}

export interface Answers {
  open: ScenarioDescription & { versions: { node: string; v8: string } };
  setup: Record<string, never>;
  batch: BatchAnswer;
  sample: SampleAnswer;
  snapshot: { ms: number };
  speed: SpeedAnswer;
  wait: Record<string, never>;
  teardown: Record<string, never>;
}

/** Why the subject could not answer. */
export interface SubjectFailure {
  /** What it was doing: the question's name, and for a batch the iteration. */
  during: string;
  /**
   * `exit`: the process ends on its own. `uncaught`: an exception or rejection that nothing handled. `scenario`: the
   * scenario's own function, or its file, failed.
   */
  kind: 'exit' | 'uncaught' | 'scenario';
  message: string;
  stack: string | null;
}

export type Reply = { ok: unknown } | { failure: SubjectFailure };
