import type { GrowingClass, GrowthNumbers, RunResult } from '../../run/result.ts';

type Given = Partial<Omit<RunResult, 'growth' | 'classes' | 'speed'>> & {
  growth?: Partial<GrowthNumbers>;
  /** Objects per iteration of each class that grows. */
  classes?: Record<string, number>;
  opsPerSecond?: number;
  version?: string;
};

function growingClass(name: string, perIteration: number): GrowingClass {
  return {
    name,
    perIteration,
    count: perIteration * 100,
    shallowBytes: perIteration * 2_400,
    retainedBytes: perIteration * 5_600,
    retainerPath: ['(GC roots)', 'Registry.rows'],
    definedAt: null,
    allocatedAt: [],
    package: null,
  };
}

/** A run of 100 iterations in 10 batches that is clean but for what is given. */
export function runOf({
  growth = {},
  classes = {},
  opsPerSecond = 1000,
  version = '1.0.0',
  ...fields
}: Given): RunResult {
  const heapBytes = growth.heapBytes ?? 0;
  return {
    scenario: 'sessions',
    file: 'scenarios/sessions.scenario.ts',
    package: { name: 'my-sessions', version },
    node: 'v24.21.0',
    v8: '13.6',
    mode: 'exact',
    flags: [],
    iterations: 100,
    batches: 10,
    doublings: 0,
    verdict: 'clean',
    passed: true,
    known: false,
    reason: 'Nothing grows over 100 iterations.',
    samples: [],
    afterTeardown: { heapBytes: 0, objects: 0, handles: {}, processes: 0, fds: 0 },
    memlab: { survivors: 0, clusters: [], note: null },
    speed: { opsPerSecondStart: opsPerSecond, opsPerSecondEnd: opsPerSecond, slowdown: 1, gcMsPerIteration: 0 },
    failures: [],
    errors: { count: 0, first: null },
    drainSeconds: null,
    log: null,
    cost: { wallMs: 3_000, workMs: 1_000, snapshotMs: 1_000, analysisMs: 500, memlabMs: 1_500, peakRssBytes: 0 },
    ...fields,
    classes: Object.entries(classes).map(([name, rate]) => growingClass(name, rate)),
    growth: {
      heapBytes,
      heapBytesLow: heapBytes,
      heapBytesHigh: heapBytes,
      externalBytes: 0,
      arrayBufferBytes: 0,
      rssBytes: 0,
      processesRssBytes: 0,
      objects: Object.values(classes).reduce((sum, rate) => sum + rate, 0),
      handles: {},
      processes: 0,
      fds: 0,
      gauges: {},
      ...growth,
    },
  };
}

/** A run that leaks one Row an iteration. */
export function leakOf(given: Given = {}): RunResult {
  return runOf({ verdict: 'leak', passed: false, classes: { Row: 1 }, growth: { heapBytes: 56 }, ...given });
}
