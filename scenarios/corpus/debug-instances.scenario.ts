import { scenario } from 'steadyheap';

// debug-js/debug#678
export default scenario('a debug logger for each request', {
  package: 'debug',
  versions: ['4.1.1', '4.3.0'],
  async setup({ load }) {
    return { createDebug: await load() };
  },
  iterate({ createDebug }) {
    const log = createDebug('server:request');
    log('received');
  },
  known: [
    {
      versions: '4.1.1',
      class: 'closure debug (common.js:67)',
      perIteration: 1,
      retainer: 'createDebug.instances',
      reason: 'createDebug.instances keeps every instance that is not destroyed',
      issue: 'https://github.com/debug-js/debug/issues/678',
    },
  ],
});
