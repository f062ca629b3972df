import { scenario } from 'steadyheap';
import { loadHttp } from './spinajs/http.ts';

/** Each dispose() arms a timer of 5 s that would close what is left by force, and does not clear it: it drains. */
export default scenario('a server that is disposed after 50 requests', {
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
    await server.dispose();
  },
});
