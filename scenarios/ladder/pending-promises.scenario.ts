import { scenario } from 'steadyheap';

export default scenario('promises that are never settled', {
  setup: () => ({ waiting: [] as Promise<void>[] }),
  iterate({ waiting }) {
    waiting.push(new Promise(() => {}));
  },
  known: [{ class: 'Promise', perIteration: 1, retainer: 'Object.waiting', reason: 'planted: a pending promise' }],
});
