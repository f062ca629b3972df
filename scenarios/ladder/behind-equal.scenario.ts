import { scenario } from 'steadyheap';

class Legacy {
  readonly at = 1;
}

class Audit {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// One old object goes and one new object of the same size stays: the bytes are flat.
export default scenario('a class that grows behind one that shrinks by as much', {
  setup: () => ({ table: Array.from({ length: 20_000 }, () => new Legacy()) as (Legacy | Audit)[] }),
  iterate({ table }, i) {
    table[i] = new Audit(i);
  },
  known: [{ class: 'Audit', perIteration: 1, retainer: 'Object.table', reason: 'planted: one audit an iteration' }],
});
