import { setTimeout as delay } from 'node:timers/promises';
import { scenario } from 'steadyheap';

// Innocent: Node keeps a list for each duration while a timer of it runs; here ten durations, all awaited.
export default scenario('timers of ten durations', {
  iterations: 60,
  async iterate(_, i) {
    await Promise.all(Array.from({ length: 10 }, (_, k) => delay(1 + ((i + k) % 10))));
  },
});
