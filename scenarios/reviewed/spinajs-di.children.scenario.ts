import { scenario } from 'steadyheap';

/** Doubles of 8 bytes in each service. */
const PAYLOAD = 100;

export default scenario('child containers that nobody disposes', {
  package: '@spinajs/di',
  versions: ['1.2.211', '2.0.268', '2.0.450'],
  iterations: 200,
  async setup({ load }) {
    const { DI } = await load();

    class Service {
      readonly payload = new Array(PAYLOAD).fill(0.5);
    }

    return { DI, Service };
  },
  iterate({ DI, Service }) {
    DI.child().resolve(Service);
  },
  known: [
    {
      versions: '2.0.450',
      class: 'Container',
      perIteration: 1,
      retainer: 'Container.children ▸ Set',
      reason:
        'a container remembers each child until the child is disposed; versions that do not remember them are clean',
    },
  ],
});
