import { scenario } from 'steadyheap';

class Entry {
  readonly addedAt: number;
  constructor(addedAt: number) {
    this.addedAt = addedAt;
  }
}

// Innocent: it climbs for 37 iterations and is then swept, out of step with the batches.
export default scenario('a cache that is swept every 37 iterations', {
  setup: () => ({ entries: new Map<number, Entry>() }),
  iterate({ entries }, i) {
    entries.set(i, new Entry(i));
    if (i % 37 === 0) entries.clear();
  },
});
