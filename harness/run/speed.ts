import type { SpeedAnswer } from '../subject/protocol.ts';

/** Latency at both ends of a run. */
export interface Speed {
  opsPerSecondStart: number;
  opsPerSecondEnd: number;
  /** Median latency at the end over median latency at the start. */
  slowdown: number;
  /** The slowdown that chance does not explain: quick quarter at the end over slow quarter at the start. */
  slowdownAtLeast: number;
  gcMsPerIteration: number;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

/** Compares the latencies; null when one end was not measured or the clock is too coarse for them. */
export function speedOf(start: SpeedAnswer | null, end: SpeedAnswer | null): Speed | null {
  if (start === null || end === null) return null;
  const before = quantile(start.latenciesMs, 0.5);
  const after = quantile(end.latenciesMs, 0.5);
  const slowBefore = quantile(start.latenciesMs, 0.75);
  if (before === 0 || after === 0 || slowBefore === 0) return null;
  return {
    opsPerSecondStart: 1000 / before,
    opsPerSecondEnd: 1000 / after,
    slowdown: after / before,
    slowdownAtLeast: quantile(end.latenciesMs, 0.25) / slowBefore,
    gcMsPerIteration: (start.gcMs + end.gcMs) / (start.latenciesMs.length + end.latenciesMs.length),
  };
}
