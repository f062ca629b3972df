import { scenario } from 'steadyheap';
import { Lru } from './lru.ts';

// Innocent: thumbnails of 16 kB each, 900 of them at the most.
export default scenario('an LRU cache of buffers that fills up', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ thumbnails: new Lru<number, Buffer>(900) }),
  iterate({ thumbnails }, i) {
    thumbnails.set(i, Buffer.alloc(16 * 1024, i));
  },
});
