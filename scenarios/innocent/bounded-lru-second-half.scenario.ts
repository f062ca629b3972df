import { scenario } from 'steadyheap';
import { Lru } from './lru.ts';

// Innocent: the cache holds 1,350 entries at the most, which it reaches in the second half of the run.
export default scenario('an LRU cache that fills up in the second half', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ cache: new Lru<string, { user: string; visits: number }>(1350) }),
  iterate({ cache }, i) {
    cache.set(`user ${i}`, { user: `user ${i}`, visits: i });
    cache.get(`user ${i - 100}`);
  },
});
