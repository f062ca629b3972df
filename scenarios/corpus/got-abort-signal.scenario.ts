import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// sindresorhus/got#2162
export default scenario('got: requests under one abort signal', {
  package: 'got',
  versions: ['12.5.2', '12.5.3'],
  iterations: 100,
  async setup({ load }) {
    const { default: got } = await load();
    const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { got, server, url, shutdown: new AbortController() };
  },
  async iterate({ got, url, shutdown }) {
    await got(url, { signal: shutdown.signal });
  },
  async teardown({ server }) {
    server.closeAllConnections();
    server.close();
  },
  known: [
    {
      versions: '12.5.2',
      class: 'Listener',
      perIteration: 1,
      retainer: 'Object.shutdown ▸ AbortController.#signal ▸ AbortSignal',
      reason: 'the abort listener of a finished request stays on the signal, with the request and its response',
      issue: 'https://github.com/sindresorhus/got/pull/2162',
    },
  ],
});
