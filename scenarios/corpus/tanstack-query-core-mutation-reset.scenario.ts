import { equal } from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { scenario } from 'steadyheap';

// TanStack/query#6509
export default scenario('a mutation whose observer is reset', {
  package: '@tanstack/query-core',
  versions: ['5.12.1', '5.13.4'],
  async setup({ load }) {
    const { MutationObserver, QueryClient } = await load();
    const client = new QueryClient();
    const observer = new MutationObserver(client, { mutationFn: async (name: string) => `saved ${name}`, gcTime: 0 });
    const unsubscribe = observer.subscribe(() => {});
    return { client, observer, unsubscribe };
  },
  async iterate({ observer }, i) {
    equal(await observer.mutate(`user ${i}`), `saved user ${i}`);
    observer.reset();
    // A mutation is collected a timer after its last observer has gone.
    await wait(1);
  },
  teardown({ client, unsubscribe }) {
    unsubscribe();
    client.clear();
  },
  known: [
    {
      versions: '5.12.1',
      class: 'Mutation',
      perIteration: 1,
      retainer: 'MutationCache.#mutations',
      reason: 'reset() lets go of the mutation without removing the observer from it, so that it is never collected',
      issue: 'https://github.com/TanStack/query/issues/6509',
    },
  ],
});
