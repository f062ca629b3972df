import { scenario } from 'steadyheap';

// Innocent: records with 230 different property names, each of which adds a shape and an internalized string once.
export default scenario('property names that become known', {
  warmup: 50,
  setup: () => ({ last: {} as Record<string, number> }),
  iterate(context, i) {
    const record: Record<string, number> = { id: i };
    record[`column${i % 230}`] = i;
    context.last = record;
  },
});
