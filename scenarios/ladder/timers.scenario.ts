import { scenario } from 'steadyheap';

// A second of drain is enough: intervals do not go by themselves.
export default scenario('intervals that nobody clears', {
  drain: '1 s',
  iterate() {
    setInterval(() => {}, 60_000);
  },
  known: [{ class: 'Timeout', perIteration: 1, reason: 'planted: an interval' }],
});
