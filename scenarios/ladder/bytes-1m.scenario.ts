import { scenario } from 'steadyheap';

class Chapter {
  readonly words = new Array<number>(125_000).fill(0);
}

// Ten iterations and few to warm up: more would fill the heap before there is anything else to see.
export default scenario('1 MB an iteration', {
  iterations: 10,
  warmup: 5,
  setup: () => ({ chapters: [] as Chapter[] }),
  iterate({ chapters }) {
    chapters.push(new Chapter());
  },
  known: [{ class: 'Chapter', perIteration: 1, retainer: 'Object.chapters', reason: 'planted: one object of 1 MB' }],
});
