import { scenario } from 'steadyheap';

// Numbers: only the set's table grows, to twice its size at a time.
export default scenario('numbers in a set', {
  setup: () => ({ seen: new Set<number>() }),
  iterate({ seen }, i) {
    seen.add(i);
  },
});
