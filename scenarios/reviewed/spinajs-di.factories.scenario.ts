import { scenario } from 'steadyheap';

/** Doubles of 8 bytes that each factory makes its service from. */
const PAYLOAD = 100;

export default scenario('a factory registered again and again', {
  package: '@spinajs/di',
  versions: ['1.2.211', '2.0.268', '2.0.450'],
  iterations: 200,
  async setup({ load }) {
    const { DI } = await load();
    return { DI };
  },
  iterate({ DI }, i) {
    const payload = new Array(PAYLOAD).fill(i + 0.5);
    DI.register(() => ({ payload })).as('service');
    DI.resolve('service');
  },
  known: [
    {
      versions: '>=2',
      class: 'closure (anonymous) *',
      perIteration: 1,
      retainer: 'Registry.registry ▸ Map[key "service"]',
      reason: 'each registration of a factory is added to the others, and only the last one is ever used',
    },
  ],
});
