import { scenario } from 'steadyheap';

// jsdom/jsdom#2897
export default scenario('jsdom: time-outs of a window that fire', {
  package: 'jsdom',
  versions: ['16.2.1', '16.2.2'],
  iterations: 100,
  timeout: '3 min',
  async setup({ load }) {
    const { JSDOM } = await load();
    return { window: new JSDOM('<p>hello</p>').window };
  },
  async iterate({ window }) {
    await new Promise((resolve) => window.setTimeout(resolve, 0));
  },
  teardown({ window }) {
    window.close();
  },
  known: [
    {
      versions: '16.2.1',
      class: 'Timeout',
      perIteration: 1,
      retainer: 'variable listOfActiveTimers ▸ Map[key] ▸ Timeout',
      reason: 'a time-out that has fired stays in the list of active timers',
      issue: 'https://github.com/jsdom/jsdom/pull/2897',
    },
  ],
});
