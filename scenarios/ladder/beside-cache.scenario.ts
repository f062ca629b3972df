import { scenario } from 'steadyheap';

class Entry {
  readonly key: number;
  constructor(key: number) {
    this.key = key;
  }
}

class Audit {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// The cache is full in the middle of the 1,000 iterations; what is beside it never is.
export default scenario('growth beside a cache that fills up', {
  iterations: 1000,
  warmup: 500,
  setup: () => ({ cache: new Map<number, Entry>(), audits: [] as Audit[] }),
  iterate({ cache, audits }, i) {
    cache.set(i % 900, new Entry(i));
    audits.push(new Audit(i));
  },
  known: [{ class: 'Audit', perIteration: 1, retainer: 'Object.audits', reason: 'planted: one audit an iteration' }],
});
