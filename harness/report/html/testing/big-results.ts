import type { GrowingClass, ResultFile, RunResult } from '../../../run/result.ts';
import { runOf } from '../../testing/run-result.ts';
import { samplesOf } from '../../testing/samples.ts';

/** A class as it comes out of a leak: nobody's path or place is quite like another's. */
function grown(scenario: number, i: number): GrowingClass {
  const registry = `Registry${scenario % 20}`;
  return {
    name: `Entity${i} (module-${scenario}.js:${i * 7})`,
    perIteration: 1 + i / 7,
    count: 100 + i * 14,
    perInterval: [50 + i * 7, 50 + i * 7],
    shallowBytes: 4000 * i,
    retainedBytes: 1_000_000 - i * 13_579,
    retainerPath: ['(GC roots)', `${registry}.entries`, 'Map[key]', `Store.children${i % 5}`, `Entity${i}`],
    definedAt: `/project/node_modules/package-${scenario}/lib/module-${scenario}.js:${i * 7}`,
    allocatedAt: [],
    package: null,
  };
}

function run(scenario: number, version: number): RunResult {
  const leaks = version % 2 === 0;
  const rate = leaks ? 100 + scenario * 3 + version : 0;
  const noise = (scenario * 7919 + version * 104_729) % 1_000_003;
  return runOf({
    scenario: `scenario ${scenario} does something of its own`,
    file: `scenarios/scenario-${scenario}.scenario.ts`,
    package: { name: `package-${scenario % 25}`, version: `${version}.0.0` },
    verdict: leaks ? 'leak' : 'clean',
    passed: !leaks,
    reason: leaks
      ? `Objects grow by ${rate} per iteration (${rate * 100} in 100 iterations), more than the allowed 0.`
      : 'Nothing grows over 100 iterations.',
    samples: samplesOf({ rate }).map((sample, i) => ({
      ...sample,
      heapBytes: sample.heapBytes + noise,
      rssBytes: sample.rssBytes + ((noise * (i + 1)) % 7_000_000),
      handles: { Timeout: i, TCPSocketWrap: 2 * i },
    })),
    growth: { heapBytes: rate, heapBytesLow: rate - 0.33, heapBytesHigh: rate + 0.71, rssBytes: noise / 7 },
    classes: leaks ? Array.from({ length: 40 }, (_, i) => grown(scenario, i)) : [],
    cost: {
      wallMs: noise / 10,
      workMs: noise / 20,
      snapshotMs: noise / 30,
      analysisMs: noise / 40,
      memlabMs: noise / 50,
      peakRssBytes: noise * 100,
    },
    log: null,
  });
}

/** 200 scenarios on ten versions each, every other of which leaks 40 classes. */
export function bigResults(): ResultFile {
  const runs = Array.from({ length: 200 }, (_, scenario) =>
    Array.from({ length: 10 }, (_, version) => run(scenario, version)),
  );
  return {
    schema: 1,
    node: 'v24.21.0',
    v8: '13.6',
    platform: 'linux-x64',
    startedAt: '2026-11-20T12:00:00.000Z',
    runs: runs.flat(),
  };
}
