import { createContext, runInContext } from 'node:vm';
import { scenario } from 'steadyheap';

// Innocent: each sandbox, a whole global object of its own, is dropped after its script.
export default scenario('sandboxes created and dropped', {
  iterations: 40,
  iterate(_, i) {
    return runInContext('total = price * 2', createContext({ price: i, total: 0 }));
  },
});
