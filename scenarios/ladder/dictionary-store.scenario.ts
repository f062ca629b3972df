import { scenario } from 'steadyheap';

// Numeric keys far apart: only the object's table of elements grows.
export default scenario('numbers in an object with numeric keys', {
  setup: () => ({ scores: {} as Record<number, number> }),
  iterate({ scores }, i) {
    for (let k = 0; k < 20; k++) scores[(i * 20 + k) * 10_007] = k;
  },
});
