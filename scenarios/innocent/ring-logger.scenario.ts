import { scenario } from 'steadyheap';

const KEPT = 220;

// Innocent: the logger keeps its last 220 lines.
export default scenario('a logger with a ring buffer', {
  warmup: 50,
  setup: () => ({ lines: [] as { level: string; text: string }[] }),
  iterate({ lines }, i) {
    lines[i % KEPT] = { level: i % 10 === 0 ? 'warn' : 'info', text: `line ${i}`.padEnd(80) };
  },
});
