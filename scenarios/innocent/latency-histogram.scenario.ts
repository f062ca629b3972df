import { createHistogram } from 'node:perf_hooks';
import { scenario } from 'steadyheap';

// Innocent: a histogram counts in buckets that are made beforehand.
export default scenario('latencies recorded in a histogram', {
  setup: () => ({ histogram: createHistogram() }),
  iterate({ histogram }, i) {
    histogram.record(1 + ((i * 7919) % 100_000));
    return { p99: histogram.percentile(99) };
  },
});
