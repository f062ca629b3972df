import { scenario } from 'steadyheap';

// Each race adds a reaction to the promise that is never settled.
export default scenario('races against a promise that is never settled', {
  setup: () => ({ stopped: new Promise<void>(() => {}) }),
  async iterate({ stopped }, i) {
    await Promise.race([stopped, Promise.resolve(i)]);
  },
  known: [
    { class: 'Promise', perIteration: 2, retainer: 'Object.stopped', reason: 'planted: a reaction to the promise' },
  ],
});
