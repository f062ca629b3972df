import { scenario } from 'steadyheap';

/** Doubles of 8 bytes in each service. */
const PAYLOAD = 100;

export default scenario('services per argument, with two arguments in turn', {
  package: '@spinajs/di',
  versions: ['2.0.268', '2.0.450'],
  iterations: 200,
  async setup({ load }) {
    const { DI, PerInstanceCheck } = await load();

    class Connection {
      readonly name: string;
      readonly payload: number[];

      constructor(name: string) {
        this.name = name;
        this.payload = new Array(PAYLOAD).fill(0.5);
      }

      __checkInstance__(options: unknown[]) {
        return options[0] === this.name;
      }
    }

    PerInstanceCheck()(Connection);
    return { DI, Connection };
  },
  iterate({ DI, Connection }, i) {
    DI.resolve(Connection, [i % 2 === 0 ? 'main' : 'replica']);
  },
  known: [
    {
      versions: '2.0.268',
      class: 'Connection',
      retainer: 'ContainerCache.cache',
      reason: 'only the service made last is asked whether it fits, so each turn makes another one, and all are kept',
    },
  ],
});
