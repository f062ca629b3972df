import { scenario } from 'steadyheap';

// Innocent: the global console, with a new object and a new Error each time.
export default scenario('objects written to the global console', {
  iterate(_, i) {
    console.log('request', { id: i, at: new Date(i) });
    console.error(new Error(`request ${i} failed`));
  },
});
