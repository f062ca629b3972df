import type { ExplainedRun } from '../../../explain/explained-run.ts';
import type { Explanation, Frame } from '../../../explain/explanation.ts';
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

/** Calls between a package of this scenario's own and Node. */
function frames(scenario: number, leak: number): Frame[] {
  const own = `/project/node_modules/package-${scenario % 25}/lib/module-${scenario}.js`;
  return Array.from({ length: 12 }, (_, i) => ({
    functionName: `handle${(scenario * 7 + leak * 3 + i) % 500}`,
    file:
      i % 3 === 0
        ? own
        : i % 3 === 1
          ? 'node:internal/process/task_queues'
          : `/project/scenarios/scenario-${scenario}.scenario.ts`,
    line: 10 + ((scenario * 31 + leak * 17 + i * 13) % 900),
    exact: i === 0,
    owner: i % 3 === 0 ? 'package' : i % 3 === 1 ? 'node' : 'scenario',
    package: i % 3 === 0 ? `package-${scenario % 25}` : null,
  }));
}

/** More than those of real leaks, which take 1 to 6 kB of a result file. */
function explanationOf(scenario: number): Explanation {
  return {
    iterations: 100,
    leaks: Array.from({ length: 3 }, (_, i) => {
      const { name: className, retainedBytes, retainerPath, definedAt } = grown(scenario, i);
      return {
        className,
        count: 100 + i,
        perIteration: 1 + i / 100,
        retainedBytes,
        retainerPath,
        definedAt,
        kinds: [
          {
            kind: 'growing collection',
            title: `\`Registry${scenario % 20}.entries\`, a Map, grows.`,
            evidence: [
              `${100 + i} more of its entries are ${className} after the measured iterations than before`,
              `it is reached by way of Registry at /project/node_modules/package-${scenario % 25}/lib/module-${scenario}.js:${i}`,
            ],
            remedy:
              'delete() the entry when what it is about has ended, bound the map, or use a WeakMap keyed by the object',
          },
        ],
        stacks: [0, 1].map((number) => ({
          className,
          count: 60 - number * 20,
          retainedBytes: 6000 - number * 1999,
          frames: frames(scenario, i * 3 + number),
        })),
        holds: Array.from({ length: 8 }, (__, k) => ({
          className: grown(scenario, i + k + 1).name,
          count: 100 * k + i,
        })),
      };
    }),
    origins: Array.from({ length: 40 }, (_, i) => ({
      className: grown(scenario, i).name,
      frames: frames(scenario, i).slice(0, 3),
    })),
    handles: [0].map((i) => ({ type: 'Timeout', count: 100, frames: frames(scenario, 50 + i) })),
  };
}

function run(scenario: number, version: number): ExplainedRun {
  const leaks = version % 2 === 0;
  const rate = leaks ? 100 + scenario * 3 + version : 0;
  const noise = (scenario * 7919 + version * 104_729) % 1_000_003;
  const measured: RunResult = runOf({
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
  return leaks ? { ...measured, explanation: explanationOf(scenario + 200 * version) } : measured;
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
