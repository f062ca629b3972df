import type { RunResult } from '../run/result.ts';
import { NOISE_BYTES_PER_BATCH } from '../verdict/bytes.ts';
import type { Figure, Unit } from './comparison.ts';

/** How a metric is read from a run, and what a change of it means. */
export interface Metric {
  name: string;
  unit: Unit;
  /** Whether a worse figure makes the column worse. */
  decides: boolean;
  better: 'less' | 'more';
  /** Per iteration. */
  read(run: RunResult): Figure;
  /** The part of the greater figure by which two versions of so many rounds each may differ without a change. */
  noise(rounds: number): number;
  /** The amount by which they may differ whatever the figure, in the metric's unit. */
  floor(run: RunResult): number;
}

/**
 * Measured over four runs each of eight versions: the rates of leaks differ by up to 1.9 % (heap, undici 7.9.0) and 1.5 %
 * (objects, socket.io 4.5.1).
 */
const NOISE_OF_RATES = 0.02;

/** Measured on a busy machine: 443 to 1,494 iterations a second of one version, undici 7.9.0. */
export const NOISE_OF_SPEED = 0.75;

/**
 * Rounds from which on the intervals that they span tell a change of speed by themselves. That all five of one version are
 * slower than all five of the same one has a chance of 1 in 252, as the rounds are interleaved (5! 5! / 10!).
 */
export const ROUNDS_FOR_SPEED = 5;

/** Measured over four runs of socket.io 4.5.1: 2.5 to 51.6 kB an iteration. */
const NOISE_OF_RSS = 50_000;

/** Bytes per iteration below which the growth of a run is not judged. */
function bytesFloor({ iterations, batches }: RunResult): number {
  return (NOISE_BYTES_PER_BATCH * batches) / Math.max(1, iterations);
}

const nothing = () => 0;

const point = (value: number): Figure => ({ value, low: value, high: value });

function rate(name: string, unit: Unit, read: (run: RunResult) => number): Metric {
  const floor = unit === 'bytes/iteration' ? bytesFloor : nothing;
  return {
    name,
    unit,
    decides: true,
    better: 'less',
    noise: () => NOISE_OF_RATES,
    floor,
    read: (run) => point(read(run)),
  };
}

function sum(rates: Record<string, number>): number {
  return Object.values(rates).reduce((total, each) => total + each, 0);
}

const heap: Metric = {
  name: 'heap',
  unit: 'bytes/iteration',
  decides: true,
  better: 'less',
  noise: () => NOISE_OF_RATES,
  floor: bytesFloor,
  read: ({ growth: { heapBytes, heapBytesLow, heapBytesHigh } }) => ({
    value: heapBytes,
    low: heapBytesLow,
    high: heapBytesHigh,
  }),
};

const speed: Metric = {
  name: 'speed',
  unit: 'iterations/second',
  decides: false,
  better: 'more',
  noise: (rounds) => (rounds < ROUNDS_FOR_SPEED ? NOISE_OF_SPEED : 0),
  floor: nothing,
  read: (run) => point(run.speed.opsPerSecondStart),
};

const rss: Metric = {
  ...rate('rss', 'bytes/iteration', (run) => run.growth.rssBytes),
  decides: false,
  floor: () => NOISE_OF_RSS,
};

/** The verdict's own floor: 21 MB an iteration were measured in a child process that leaks, 109 kB in its fixed version. */
const NOISE_OF_PROCESSES = 256 * 1024;

const processesRss: Metric = {
  ...rate('processesRss', 'bytes/iteration', (run) => run.growth.processesRssBytes),
  floor: () => NOISE_OF_PROCESSES,
};

/** What outlives teardown, per iteration. Shown only: V8's caches and a scenario's own pools outlive it too. */
function outliving(name: string, unit: Unit, read: (left: RunResult['afterTeardown']) => number): Metric {
  const perIteration = ({ afterTeardown, iterations }: RunResult) => read(afterTeardown) / Math.max(1, iterations);
  return { ...rate(name, unit, perIteration), decides: false };
}

const ALWAYS: readonly Metric[] = [
  heap,
  rate('external', 'bytes/iteration', (run) => run.growth.externalBytes),
  rate('arrayBuffers', 'bytes/iteration', (run) => run.growth.arrayBufferBytes),
  rss,
  processesRss,
  rate('objects', 'pieces/iteration', (run) => run.growth.objects),
  rate('handles', 'pieces/iteration', (run) => sum(run.growth.handles)),
  rate('processes', 'pieces/iteration', (run) => run.growth.processes),
  rate('fds', 'pieces/iteration', (run) => run.growth.fds),
  outliving('afterTeardown', 'bytes/iteration', ({ heapBytes }) => heapBytes),
  outliving('afterTeardownObjects', 'pieces/iteration', ({ objects }) => objects),
  outliving('afterTeardownHandles', 'pieces/iteration', ({ handles }) => sum(handles)),
  speed,
];

/** Names of the metrics that every run has. */
export const METRIC_NAMES: readonly string[] = ALWAYS.map(({ name }) => name);

/** The metrics of some runs: those that every run has, and the gauges of the scenario, which are shown only. */
export function metricsOf(runs: readonly RunResult[]): Metric[] {
  const names = new Set(runs.flatMap((run) => Object.keys(run.growth.gauges)));
  const gauges = [...names].map((name) => ({
    ...rate(`gauge ${name}`, 'pieces/iteration', (run) => run.growth.gauges[name] ?? 0),
    decides: false,
  }));
  return [...ALWAYS, ...gauges];
}
