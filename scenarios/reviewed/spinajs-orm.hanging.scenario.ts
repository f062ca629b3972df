import { setImmediate as turn } from 'node:timers/promises';
import { scenario } from 'steadyheap';
import { loadOrm } from './spinajs/orm.ts';

const FACTORY_STAYS = 'each ORM registers a factory of connections, which holds it, and dispose() takes none out';

/** Whoever waits for dispose() gives up: it never ends, and the connection behind the one that hangs stays open. */
export default scenario('an ORM whose driver hangs when it disconnects', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450', '2.0.450+di.2.0.268'],
  iterations: 100,
  async setup({ load }) {
    return loadOrm(load, [
      { Name: 'main', Driver: 'hanging' },
      { Name: 'replica', Driver: 'working' },
    ]);
  },
  async iterate({ DI, Orm }) {
    const orm = await DI.resolve(Orm);
    await Promise.race([orm.dispose(), turn()]);
    DI.uncache(Orm);
  },
  gauges: { openConnections: ({ openConnections }) => openConnections() },
  known: [
    { class: 'Orm', perIteration: 1, retainer: 'Container.registry', reason: FACTORY_STAYS },
    {
      versions: '2.0.450+di.2.0.450',
      class: 'Container',
      perIteration: 2,
      retainer: 'Container.children',
      reason: 'the container remembers every child, and the ORM never disposes those of its drivers',
    },
  ],
});
