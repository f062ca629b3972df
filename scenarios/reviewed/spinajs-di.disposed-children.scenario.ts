import { scenario } from 'steadyheap';

/** Doubles of 8 bytes in each service. */
const PAYLOAD = 100;

export default scenario('child containers that are disposed', {
  package: '@spinajs/di',
  versions: ['2.0.268', '2.0.450'],
  iterations: 200,
  async setup({ load }) {
    const { DI } = await load();

    class Service {
      readonly payload = new Array(PAYLOAD).fill(0.5);
    }

    return { DI, Service };
  },
  async iterate({ DI, Service }) {
    const child = DI.child();
    child.resolve(Service);
    await child.dispose();
  },
});
