import { scenario } from 'steadyheap';

async function* pages(count: number): AsyncGenerator<{ page: number }> {
  for (let page = 0; page < count; page++) yield { page };
}

// Innocent: an async generator is left in the middle, which ends it.
export default scenario('async generators left early', {
  async iterate() {
    for await (const { page } of pages(10)) if (page === 5) break;
  },
});
