import { scenario } from 'steadyheap';
import { loadHttp } from './spinajs/http.ts';

export default scenario('a server that nobody stops after 50 requests', {
  package: '@spinajs/http',
  versions: ['2.0.450'],
  iterations: 20,
  timeout: '10 min',
  env: { TESTING: '1' },
  async setup({ load }) {
    return loadHttp(load);
  },
  async iterate({ serve }) {
    await serve();
  },
  known: [
    { class: 'TCPServerWrap', perIteration: 1, reason: 'a server listens until it is stopped' },
    {
      class: 'Server',
      perIteration: 2,
      retainer: '(Global handles) ▸ TCP',
      reason: 'a listening socket holds both the server of Node and that of the package',
    },
  ],
});
