import { scenario } from 'steadyheap';

// Innocent: each call clears the timer of the one before; one stays.
export default scenario('a debounced call', {
  setup: () => ({ timer: undefined as NodeJS.Timeout | undefined }),
  iterate(context, i) {
    clearTimeout(context.timer);
    context.timer = setTimeout(() => i, 30_000);
  },
  teardown: ({ timer }) => clearTimeout(timer),
});
