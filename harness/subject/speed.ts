import { PerformanceObserver } from 'node:perf_hooks';
import { Bench } from 'tinybench';
import { nextIteration } from './loop.ts';
import type { SpeedAnswer } from './protocol.ts';

/**
 * Times single iterations with tinybench, outside the measured batches: what it keeps is dropped with its answer. An
 * iteration that throws is timed like any other.
 */
export async function measureSpeed(
  iterate: (context: unknown, i: number) => unknown,
  context: unknown,
  iterations: number,
): Promise<SpeedAnswer> {
  let gcMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) gcMs += entry.duration;
  });
  observer.observe({ entryTypes: ['gc'] });
  const bench = new Bench({ iterations, time: 0, warmup: false, retainSamples: true });
  const once = async () => {
    try {
      await iterate(context, nextIteration());
    } catch {}
  };
  // Said explicitly, or tinybench would call the function once more to find out.
  bench.add('iterate', once, { async: true });
  await bench.run();
  await new Promise(setImmediate);
  observer.disconnect();
  const result = bench.tasks[0]?.result;
  const samples = result !== undefined && 'latency' in result ? (result.latency.samples ?? []) : [];
  return { latenciesMs: [...samples], gcMs };
}
