import { scenario } from 'steadyheap';

// Innocent: each function is dropped at once; V8 keeps the compiled source for a few collections.
export default scenario('functions generated and dropped', {
  iterate(_, i) {
    return new Function('a', `return a * ${i} + ${i % 7};`)(i);
  },
});
