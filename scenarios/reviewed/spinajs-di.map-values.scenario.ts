import { scenario } from 'steadyheap';

export default scenario('values registered under ever new keys', {
  package: '@spinajs/di',
  versions: ['2.0.268', '2.0.450'],
  iterations: 200,
  async setup({ load }) {
    const { DI } = await load();
    return { DI };
  },
  iterate({ DI }, i) {
    DI.register({ i }).asMapValue('converters', `converter ${i}`);
  },
  known: [
    {
      class: 'Object',
      perIteration: 1,
      retainer: 'ContainerCache.cache',
      reason: 'a container has no call that takes one value out of a map',
    },
  ],
});
