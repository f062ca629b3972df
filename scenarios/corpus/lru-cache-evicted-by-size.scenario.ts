import { scenario } from 'steadyheap';

class Page {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

// isaacs/node-lru-cache#227
export default scenario('lru-cache: entries evicted by their size', {
  package: 'lru-cache',
  versions: ['7.8.0', '7.8.1'],
  iterations: 100,
  async setup({ load }) {
    const LRUCache = await load();
    return { cache: new LRUCache({ maxSize: 1000 }) };
  },
  iterate({ cache }, i) {
    cache.set(`page ${i}`, new Page(i), { size: 100 });
  },
  teardown({ cache }) {
    cache.clear();
  },
  known: [
    {
      versions: '7.8.0',
      class: 'Page',
      perIteration: 1,
      retainer: 'LRUCache.valList ▸ Array[*]',
      reason: 'an entry evicted by its size keeps its slot',
      issue: 'https://github.com/isaacs/node-lru-cache/issues/227',
    },
    {
      versions: '7.8.0',
      class: 'string',
      perIteration: 1,
      retainer: 'LRUCache.keyList ▸ Array[*]',
      reason: 'the key of an entry evicted by its size keeps its slot',
      issue: 'https://github.com/isaacs/node-lru-cache/issues/227',
    },
  ],
});
