/** The result file, as other tools read it: fields are added, never renamed. */
import type { MemlabCluster } from '../heap/memlab/index.ts';
import type { Failure, Verdict } from '../verdict/types.ts';
import type { Mode } from './flags.ts';

/** The numbers of one settled moment. */
export interface Sample {
  /** Measured iterations done; negative during the warm-up. */
  iteration: number;
  /** What was going on: samples of one phase may be compared, those of different phases stand on both sides of a snapshot. */
  phase: string;
  heapBytes: number;
  externalBytes: number;
  arrayBufferBytes: number;
  rssBytes: number;
  handles: Record<string, number>;
  processes: number;
  processesRssBytes: number;
  fds: number;
  gauges: Record<string, number>;
}

/** Growth per iteration over the measured batches. */
export interface GrowthNumbers {
  heapBytes: number;
  heapBytesLow: number;
  heapBytesHigh: number;
  externalBytes: number;
  arrayBufferBytes: number;
  rssBytes: number;
  processesRssBytes: number;
  objects: number;
  handles: Record<string, number>;
  processes: number;
  fds: number;
  gauges: Record<string, number>;
}

/** What was born in the measured iterations and outlives `teardown`; handles, processes and descriptors beyond those at baseline. */
export interface AfterTeardown {
  heapBytes: number;
  objects: number;
  handles: Record<string, number>;
  processes: number;
  fds: number;
}

/** A class that grows. */
export interface GrowingClass {
  name: string;
  perIteration: number;
  count: number;
  /** Of those alive at the last snapshot, how many each interval between the snapshots has born; absent where no object is added. */
  perInterval?: number[];
  shallowBytes: number;
  retainedBytes: number;
  retainerPath: string[];
  definedAt: string | null;
  allocatedAt: string[];
  package: string | null;
}

export interface RunResult {
  scenario: string;
  file: string;
  package: { name: string; version: string } | null;
  node: string;
  v8: string;
  mode: Mode;
  flags: string[];
  iterations: number;
  batches: number;
  /** How often the measured iterations were doubled to be sure. */
  doublings: number;
  verdict: Verdict;
  passed: boolean;
  known: boolean;
  reason: string;
  samples: Sample[];
  growth: GrowthNumbers;
  afterTeardown: AfterTeardown;
  classes: GrowingClass[];
  memlab: {
    survivors: number;
    clusters: MemlabCluster[];
    /** Why memlab was not run, or how its answer differs from ours; null when they agree. */
    note: string | null;
  };
  speed: { opsPerSecondStart: number; opsPerSecondEnd: number; slowdown: number; gcMsPerIteration: number };
  failures: Failure[];
  /** Lines about what leads a failed run: its kind, who allocates it, what usually ends it. Absent where it was not looked for. */
  cause?: string[];
  /** Against the committed baseline; absent where that has no entry for this run. */
  baseline?: { change: 'better' | 'worse' | 'within noise'; reason: string };
  /** Iterations that threw. */
  errors: { count: number; first: string | null };
  /** Seconds until what had risen was gone; null when nothing had to be waited for. */
  drainSeconds: number | null;
  /** File of what the subject printed, relative to the folder the runs were started in. */
  log: string | null;
  cost: {
    wallMs: number;
    workMs: number;
    snapshotMs: number;
    analysisMs: number;
    memlabMs: number;
    peakRssBytes: number;
  };
}

/** A whole result file. */
export interface ResultFile {
  schema: 1;
  node: string;
  v8: string;
  platform: string;
  startedAt: string;
  runs: RunResult[];
}
