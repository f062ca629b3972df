import { scenario } from 'steadyheap';

// The table is made beforehand, so that each iteration adds one heap number of 16 bytes and nothing else.
export default scenario('16 bytes an iteration', {
  setup: () => ({ table: new Array<number | null>(100_000).fill(null) }),
  iterate({ table }, i) {
    table[i] = i + 0.5;
  },
});
