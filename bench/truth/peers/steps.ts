import type { SubjectPlan } from '../../../harness/subject/protocol.ts';

/** What a peer's program does, one step after the other. */
export type Step =
  | { do: 'iterate'; iterations: number }
  /** `global.gc()`, this many times. */
  | { do: 'gc'; times: number }
  /** Lets one task of the event loop pass. */
  | { do: 'tick' }
  /** Answers with `process.memoryUsage().heapUsed`. */
  | { do: 'heapUsed' }
  | { do: 'snapshot'; file: string }
  /** Answers with the highest number that V8 has given to an object so far. */
  | { do: 'mark' }
  /** Remembers the size of every Map, Set, array and plain object. */
  | { do: 'remember-collections' }
  /** Answers with how much each of those has grown, those that have grown only. */
  | { do: 'compare-collections' };

/** What a peer's program is given, as JSON in a file. */
export interface Trial {
  plan: SubjectPlan;
  steps: readonly Step[];
  /** File that receives the {@link TrialAnswers}. */
  answers: string;
}

/** What the steps have answered. */
export interface TrialAnswers {
  /** Bytes of each `heapUsed`, in order. */
  heapUsed: number[];
  /** Growth of each collection that has grown. */
  collections: number[];
  /** Of each mark, and the milliseconds it took. */
  marks: { id: number; ms: number }[];
  /** Milliseconds that each snapshot took. */
  snapshotMs: number[];
  /** Whether `iterate` gave a promise. */
  async: boolean;
}
