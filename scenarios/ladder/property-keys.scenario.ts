import { scenario } from 'steadyheap';

export default scenario('keys added to an object', {
  setup: () => ({ flags: Object.create(null) as Record<string, boolean> }),
  iterate({ flags }, i) {
    flags[`feature ${i}`] = true;
  },
  known: [{ class: 'string', perIteration: 1, reason: 'planted: one key of a long-lived object' }],
});
