import { scenario } from 'steadyheap';

const SIZE = 1024;

// Innocent: a map that stays around 1,024 keys, where its table is made twice as large and cleaned up again.
export default scenario('a map that rehashes', {
  setup: () => ({ seen: new Map<number, number>() }),
  iterate({ seen }, i) {
    for (let k = 0; k < 50; k++) seen.set(i * 50 + k, k);
    for (const key of seen.keys()) {
      if (seen.size <= SIZE - 20 + (i % 40)) break;
      seen.delete(key);
    }
  },
});
