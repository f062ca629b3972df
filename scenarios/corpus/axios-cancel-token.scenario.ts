import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scenario } from 'steadyheap';

// axios/axios#3001
export default scenario('axios: requests under one cancel token', {
  package: 'axios',
  versions: ['0.21.4', '0.22.0'],
  iterations: 100,
  async setup({ load }) {
    const { default: axios } = await load();
    const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { axios, server, url, shutdown: axios.CancelToken.source() };
  },
  async iterate({ axios, url, shutdown }) {
    await axios.get(url, { cancelToken: shutdown.token });
  },
  async teardown({ server }) {
    server.closeAllConnections();
    server.close();
  },
  known: [
    {
      versions: '0.21.4',
      class: 'closure onCanceled (http.js:314)',
      perIteration: 1,
      retainer: 'CancelToken.promise ▸ Promise',
      reason: 'the reaction of a finished request stays on the promise of the cancel token',
      issue: 'https://github.com/axios/axios/issues/3001',
    },
  ],
});
