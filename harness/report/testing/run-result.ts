import type { GrowthNumbers, RunResult } from '../../run/result.ts';

const NO_GROWTH: GrowthNumbers = {
  heapBytes: 0,
  heapBytesLow: 0,
  heapBytesHigh: 0,
  externalBytes: 0,
  arrayBufferBytes: 0,
  rssBytes: 0,
  processesRssBytes: 0,
  objects: 0,
  handles: {},
  processes: 0,
  fds: 0,
  gauges: {},
};

/** A run that is clean but for what is given. */
export function runOf({ growth, ...fields }: Partial<Omit<RunResult, 'growth'>> & { growth?: Partial<GrowthNumbers> }) {
  const run: RunResult = {
    scenario: 'tenant switches',
    file: '/project/scenarios/tenant-switches.scenario.ts',
    package: { name: 'juggler', version: '7.0.3' },
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
    growth: { ...NO_GROWTH, ...growth },
    afterTeardown: { heapBytes: 0, objects: 0, handles: {}, processes: 0, fds: 0 },
    classes: [],
    memlab: { survivors: 0, clusters: [], note: null },
    speed: { opsPerSecondStart: 0, opsPerSecondEnd: 0, slowdown: 0, gcMsPerIteration: 0 },
    failures: [],
    errors: { count: 0, first: null },
    drainSeconds: null,
    log: '/project/reports/logs/tenant-switches.log',
    cost: { wallMs: 5120, workMs: 2000, snapshotMs: 1000, analysisMs: 500, memlabMs: 1500, peakRssBytes: 0 },
    ...fields,
  };
  return run;
}

const OBJECTS =
  'objects grow by 2 per iteration (200 in 100 iterations), more than the allowed 0: DataSource by 2, kept by (GC roots) ▸ Registry.sources';

/** A run that fails on a leak of objects and of sockets. */
export const LEAK: RunResult = runOf({
  scenario: 'model registration',
  verdict: 'leak',
  passed: false,
  reason: `O${OBJECTS.slice(1)}.`,
  growth: { heapBytes: 12_345, objects: 2, handles: { TCPSocketWrap: 0.2, Timeout: 0 }, processes: 1 },
  failures: [
    { threshold: 'objects', limit: 0, actual: 2, message: OBJECTS },
    {
      threshold: 'handles.TCPSocketWrap',
      limit: 0,
      actual: 0.2,
      message: 'handles.TCPSocketWrap grows by 0.2 per iteration (20 in 100 iterations), more than the allowed 0',
    },
  ],
});

/** A run with a known leak, of code of one's own. */
export const KNOWN: RunResult = runOf({
  scenario: 'mutexes',
  package: null,
  verdict: 'leak',
  known: true,
  reason: 'Known: lockers are never forgotten; objects grow by 1 per iteration.',
  growth: { heapBytes: 16, objects: 1 },
});

/** A run whose subject died. */
export const CRASH: RunResult = runOf({
  scenario: 'pdf failures',
  package: null,
  verdict: 'crashed',
  passed: false,
  reason: 'Timed out after 60 s, during batch.',
  log: 'reports/logs/pdf-failures.log',
});

/** A run in which nothing grows, and that fails all the same. */
export const SLOW: RunResult = runOf({
  scenario: 'slow',
  package: null,
  passed: false,
  reason: 'Nothing grows over 100 iterations; but the known leak of Entry is gone: remove the entry.',
  failures: [
    { threshold: 'known', limit: 0, actual: 0, message: 'the known leak of Entry is gone: remove the entry' },
    { threshold: 'slowdown', limit: 1.5, actual: 2, message: 'an iteration takes 2.00 times as long' },
  ],
});
