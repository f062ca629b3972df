import { deepEqual } from 'node:assert/strict';
import { scenario } from 'steadyheap';

const DATA = { user: { __typename: 'User', id: '1', name: 'Ada' } };

// apollographql/apollo-client#13036
export default scenario('a page rendered with an Apollo client of its own', {
  package: '@apollo/client',
  versions: ['4.0.9', '4.0.10'],
  async setup({ load }) {
    const { ApolloClient, ApolloLink, gql, InMemoryCache } = await load();
    const { of } = await load('rxjs');
    const query = gql('query Page { user { id name } }');
    const link = new ApolloLink(() => of({ data: DATA }));

    async function render(): Promise<unknown> {
      const client = new ApolloClient({ ssrMode: true, cache: new InMemoryCache(), link });
      const loaded = Promise.withResolvers<unknown>();
      const watching = client.watchQuery({ query }).subscribe(({ data }: { data: unknown }) => {
        if (data) loaded.resolve(data);
      });
      const data = await loaded.promise;
      watching.unsubscribe();
      client.stop();
      return data;
    }

    return { render };
  },
  async iterate({ render }) {
    deepEqual(await render(), DATA);
  },
  known: [
    {
      versions: '4.0.9',
      class: 'Entry',
      perIteration: 2,
      retainer: 'Object (key of a WeakMap) ▸ Trie',
      reason: 'checking a document inside a cache read makes the reads of every client its dependents',
      issue: 'https://github.com/apollographql/apollo-client/issues/13036',
    },
  ],
});
