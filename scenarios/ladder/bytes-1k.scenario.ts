import { scenario } from 'steadyheap';

class Page {
  readonly words = new Array<number>(118).fill(0);
}

export default scenario('1 kB an iteration', {
  setup: () => ({ pages: [] as Page[] }),
  iterate({ pages }) {
    pages.push(new Page());
  },
  known: [{ class: 'Page', perIteration: 1, retainer: 'Object.pages', reason: 'planted: one object with 118 words' }],
});
