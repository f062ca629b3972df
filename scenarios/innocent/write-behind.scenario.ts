import { scenario } from 'steadyheap';

interface Row {
  id: number;
  text: string;
}

// Innocent: rows are collected and written out every 55 iterations; in between the buffer climbs batch after batch.
export default scenario('a write-behind buffer', {
  setup: () => ({ pending: [] as Row[], written: 0 }),
  iterate(context, i) {
    context.pending.push({ id: i, text: `row ${i}` });
    if (context.pending.length < 55) return;
    context.written += context.pending.length;
    context.pending = [];
  },
});
