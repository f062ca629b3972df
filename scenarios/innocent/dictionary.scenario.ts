import { scenario } from 'steadyheap';

// Innocent: an object used as a dictionary; every key that is added is deleted 20 iterations later.
export default scenario('keys added to an object and deleted', {
  setup: () => ({ pending: Object.create(null) as Record<string, { id: number }> }),
  iterate({ pending }, i) {
    pending[`request ${i}`] = { id: i };
    delete pending[`request ${i - 20}`];
  },
});
