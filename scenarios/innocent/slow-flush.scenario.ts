import { scenario } from 'steadyheap';

// Innocent: lines are flushed every 700 iterations, longer than the run that was asked for.
export default scenario('a log that is flushed less often than the run is long', {
  setup: () => ({ lines: [] as { at: number; text: string }[] }),
  iterate(context, i) {
    context.lines.push({ at: i, text: `request ${i} was answered` });
    if (i % 700 === 699) context.lines = [];
  },
});
