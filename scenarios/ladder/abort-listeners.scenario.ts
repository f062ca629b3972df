import { scenario } from 'steadyheap';

export default scenario('listeners on a long-lived signal', {
  setup: () => ({ shutdown: new AbortController() }),
  iterate({ shutdown }, i) {
    shutdown.signal.addEventListener('abort', () => i);
  },
  known: [{ class: 'Listener', perIteration: 1, retainer: 'Object.shutdown', reason: 'planted: never removed' }],
});
