import { scenario } from 'steadyheap';

class Legacy {
  readonly payload = [1, 2, 3, 4, 5, 6, 7, 8];
}

class Audit {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// 20,000 old objects, three of which go with each iteration, hide in the bytes the new one that stays.
export default scenario('a class that grows behind one that shrinks', {
  setup: () => ({ legacy: Array.from({ length: 20_000 }, () => new Legacy()), audits: [] as Audit[] }),
  iterate({ legacy, audits }, i) {
    legacy.length -= 3;
    audits.push(new Audit(i));
  },
  known: [{ class: 'Audit', perIteration: 1, retainer: 'Object.audits', reason: 'planted: one audit an iteration' }],
});
