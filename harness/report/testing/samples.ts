import type { Sample } from '../../run/result.ts';

/** Samples of a run of 100 iterations in ten batches, whose heap grows by `rate` bytes per iteration. */
export function samplesOf({ rate, fields = {} }: { rate: number; fields?: Partial<Sample> }): Sample[] {
  const at = (phase: string, iteration: number, heapBytes: number): Sample => ({
    iteration,
    phase,
    heapBytes,
    externalBytes: 2_000_000,
    arrayBufferBytes: 10_000,
    rssBytes: 81_920_000,
    handles: {},
    processes: 0,
    processesRssBytes: 0,
    fds: 22,
    gauges: {},
    ...fields,
  });
  const segment = (number: number, from: number, base: number) =>
    Array.from({ length: 6 }, (_, i) => at(`segment ${number}`, from + 10 * i, base + (from + 10 * i) * rate));
  return [
    at('setup', -20, 5_000_000),
    at('warm-up', -10, 5_200_000),
    at('baseline', 0, 5_200_000),
    ...segment(1, 0, 5_100_000),
    // The snapshot half way moves the heap.
    ...segment(2, 50, 5_050_000),
    at('teardown', 100, 5_050_000),
  ];
}

/**
 * Samples of 1,500 iterations, five batches between two snapshots, whose batches are twice as long with each time the
 * run was doubled.
 */
export function doubledSamples(heapAt: (iteration: number) => number): Sample[] {
  const [sample] = samplesOf({ rate: 0 });
  const ends = [0, 50, 100, 300, 700, 1500];
  return ends.slice(1).flatMap((to, i) => {
    const [from, base] = [ends[i], 5_000_000 - 40_000 * i];
    const at = (iteration: number) => ({
      ...sample,
      phase: `segment ${i + 1}`,
      iteration,
      heapBytes: base + heapAt(iteration),
    });
    return Array.from({ length: 6 }, (_, batch) => at(from + (batch * (to - from)) / 5));
  });
}
