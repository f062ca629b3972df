import { scenario } from 'steadyheap';
import { Lru } from './lru.ts';

// Innocent: the cache holds 900 entries at the most, which it reaches before the run is half done.
export default scenario('an LRU cache that fills up in the first half', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ cache: new Lru<string, { user: string; visits: number }>(900) }),
  iterate({ cache }, i) {
    cache.set(`user ${i}`, { user: `user ${i}`, visits: i });
    cache.get(`user ${i - 100}`);
  },
});
