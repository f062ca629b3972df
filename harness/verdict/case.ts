import type { Assessment } from './assess.ts';
import type { Expectation, RetainedGroup } from './known.ts';
import type { Allowances, Failure, Verdict } from './types.ts';

/** Everything a verdict is reached from. */
export interface Case {
  version: string | null;
  /** Measured iterations. */
  iterations: number;
  allowances: Allowances;
  expectations: readonly Expectation[];
  /** YYYY-MM-DD. */
  today: string;
  /** Why the numbers cannot be trusted, when they cannot. */
  invalid: string | null;
  /** Why there was nothing to measure, when there was not. */
  nothing: string | null;
  /** Whether the answer needed a longer run that the time-out left no room for. */
  outOfTime: boolean;
  assessment: Assessment;
  groups: readonly RetainedGroup[];
  /** The objects whose stores grow, and what keeps them; none where objects grow. */
  owners: readonly { className: string; retainerPath: readonly string[] }[];
  errors: { count: number; first: string | null };
  /** Bytes born in the measured iterations that outlived teardown. */
  afterTeardownBytes: number;
  /** Latency at the end over latency at the start: the ratio, and one that chance does not explain. */
  slowdown: { ratio: number; atLeast: number } | null;
  /** Seconds until what had risen was gone; null when nothing had. */
  drainedAfterSeconds: number | null;
}

/** What a run ends with. */
export interface Judgement {
  verdict: Verdict;
  passed: boolean;
  known: boolean;
  /** One sentence. */
  reason: string;
  failures: Failure[];
}
