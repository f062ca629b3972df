import { scenario } from 'steadyheap';

class Picture {
  readonly pixels = new Uint8Array(2048);
}

// Innocent: the cache holds its pictures weakly, and its keys are 64.
export default scenario('a cache of weak references', {
  setup: () => ({ cache: new Map<number, WeakRef<Picture>>() }),
  iterate({ cache }, i) {
    const key = i % 64;
    const picture = cache.get(key)?.deref() ?? new Picture();
    cache.set(key, new WeakRef(picture));
    return picture.pixels.length;
  },
});
