import { once } from 'node:events';
import { scenario } from 'steadyheap';
import { loadHttp } from './spinajs/http.ts';

export default scenario('a server that is stopped after 50 requests', {
  package: '@spinajs/http',
  versions: ['2.0.450'],
  iterations: 20,
  timeout: '10 min',
  env: { TESTING: '1' },
  async setup({ load }) {
    return loadHttp(load);
  },
  async iterate({ serve }) {
    const server = await serve();
    server.stop();
    await once(server.Server, 'close');
  },
});
