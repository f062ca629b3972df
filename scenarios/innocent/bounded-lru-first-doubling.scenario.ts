import { scenario } from 'steadyheap';
import { Lru } from './lru.ts';

// Innocent: the cache holds 2,000 entries at the most; it is still filling when the iterations asked for are done.
export default scenario('an LRU cache that is full only when the run is doubled', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ cache: new Lru<string, { user: string; visits: number }>(2000) }),
  iterate({ cache }, i) {
    cache.set(`user ${i}`, { user: `user ${i}`, visits: i });
    cache.get(`user ${i - 100}`);
  },
});
