import { scenario } from 'steadyheap';

/** Doubles of 8 bytes in each value. */
const PAYLOAD = 100;

export default scenario('a value registered again and again', {
  package: '@spinajs/di',
  versions: ['1.2.211', '2.0.268', '2.0.450'],
  iterations: 200,
  async setup({ load }) {
    const { DI } = await load();
    return { DI };
  },
  iterate({ DI }, i) {
    DI.register({ payload: new Array(PAYLOAD).fill(i + 0.5) }).asValue('settings');
    DI.get('settings');
  },
  known: [
    {
      class: 'Object',
      perIteration: 1,
      retainer: 'ContainerCache.cache ▸ Map[key "settings"]',
      reason: 'each value is added to the earlier ones, and only the last one is ever used',
    },
  ],
});
