import { scenario } from 'steadyheap';

// sindresorhus/p-map#81
export default scenario('p-map: maps under one abort signal', {
  package: 'p-map',
  versions: ['7.0.2', '7.0.3'],
  iterations: 100,
  async setup({ load }) {
    const { default: pMap } = await load();
    return { pMap, shutdown: new AbortController() };
  },
  async iterate({ pMap, shutdown }, i) {
    await pMap([i, i + 1, i + 2], async (value: number) => ({ square: value * value }), { signal: shutdown.signal });
  },
  known: [
    {
      versions: '7.0.2',
      class: 'Listener',
      perIteration: 1,
      retainer: 'AbortSignal[symbol kEvents] ▸ Map[key "abort"]',
      reason: 'the abort listener of a finished map stays on the signal, with its result',
      issue: 'https://github.com/sindresorhus/p-map/pull/81',
    },
  ],
});
