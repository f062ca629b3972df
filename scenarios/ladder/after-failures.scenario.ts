import { scenario } from 'steadyheap';

class Lock {
  readonly owner: number;
  constructor(owner: number) {
    this.owner = owner;
  }
}

export default scenario('growth after a failure only', {
  setup: () => ({ locks: new Map<number, Lock>() }),
  async iterate({ locks }, i) {
    try {
      locks.set(i, new Lock(i));
      if (i % 5 === 0) throw new Error(`job ${i} failed`);
      locks.delete(i);
    } catch (error) {
      return (error as Error).message;
    }
  },
  known: [{ class: 'Lock', perIteration: 0.2, retainer: 'Object.locks', reason: 'planted: not released in catch' }],
});
