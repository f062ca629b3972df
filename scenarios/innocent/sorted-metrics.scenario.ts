import { scenario } from 'steadyheap';

const WINDOW = 256;

// Innocent: percentiles are taken over a window of 256 latencies, kept sorted.
export default scenario('a sorted window of metrics', {
  setup: () => ({ window: [] as number[], sorted: [] as number[], p99: 0 }),
  iterate(context, i) {
    const latency = ((i * 7919) % 1000) / 3;
    context.window.push(latency);
    context.sorted.push(latency);
    if (context.window.length > WINDOW) {
      const oldest = context.window.shift() as number;
      context.sorted.splice(context.sorted.indexOf(oldest), 1);
    }
    context.sorted.sort((a, b) => a - b);
    context.p99 = context.sorted[Math.floor(context.sorted.length * 0.99)] as number;
  },
});
