import { scenario } from 'steadyheap';

class Marker {}

// The table is made beforehand; an object without fields takes 24 bytes.
export default scenario('24 bytes an iteration', {
  setup: () => ({ table: new Array<Marker | null>(100_000).fill(null) }),
  iterate({ table }, i) {
    table[i] = new Marker();
  },
  known: [{ class: 'Marker', perIteration: 1, retainer: 'Object.table', reason: 'planted: one object of 24 bytes' }],
});
