import { scenario } from 'steadyheap';

export default scenario('unreferenced intervals that nobody clears', {
  drain: '1 s',
  iterate() {
    setInterval(() => {}, 60_000).unref();
  },
  known: [{ class: 'Timeout', perIteration: 1, reason: 'planted: an interval' }],
});
