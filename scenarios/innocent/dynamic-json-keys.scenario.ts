import { scenario } from 'steadyheap';

// Innocent: the keys are new each time; their internalized strings and shapes go with the objects.
export default scenario('JSON with new keys each time', {
  iterate(_, i) {
    const text = `{"session-${i}":{"user-${i}":${i},"cart-${i}":[${i},${i + 1}]}}`;
    return Object.keys(JSON.parse(text)).length;
  },
});
