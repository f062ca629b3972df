import { PerformanceObserver, performance } from 'node:perf_hooks';
import { scenario } from 'steadyheap';

// Innocent: marks and measures are seen by an observer and cleared.
export default scenario('performance marks set and cleared', {
  setup() {
    const seen = { measures: 0 };
    const observer = new PerformanceObserver((list) => {
      seen.measures += list.getEntries().length;
    });
    observer.observe({ entryTypes: ['measure'] });
    return { observer, seen };
  },
  iterate(_, i) {
    performance.mark(`start ${i}`);
    performance.measure(`work ${i}`, `start ${i}`);
    performance.clearMarks();
    performance.clearMeasures();
  },
  teardown: ({ observer }) => observer.disconnect(),
});
