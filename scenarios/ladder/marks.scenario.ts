import { performance } from 'node:perf_hooks';
import { scenario } from 'steadyheap';

export default scenario('performance marks that nobody clears', {
  iterate(_, i) {
    performance.mark(`request ${i}`);
  },
  known: [{ class: 'PerformanceMark', perIteration: 1, reason: 'planted: the timeline keeps every mark' }],
});
