import { scenario } from 'steadyheap';

// Innocent: lines are flushed every 700 iterations, which is half the run.
export default scenario('a log that is flushed every 700 lines', {
  iterations: 1400,
  setup: () => ({ lines: [] as { at: number; text: string }[] }),
  iterate(context, i) {
    context.lines.push({ at: i, text: `request ${i} was answered` });
    if (i % 700 === 699) context.lines = [];
  },
});
