import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { loadOrm } from './spinajs/orm.ts';

const FACTORY_STAYS = 'each ORM registers a factory of connections, which holds it, and dispose() takes none out';

/** dispose() ends at the first connection that fails to close, so the ones behind it stay open. */
export default scenario('an ORM whose driver fails to disconnect', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450', '2.0.450+di.2.0.268'],
  iterations: 100,
  async setup({ load }) {
    return loadOrm(load, [
      { Name: 'main', Driver: 'stubborn' },
      { Name: 'replica', Driver: 'working' },
    ]);
  },
  async iterate({ DI, Orm }) {
    const orm = await DI.resolve(Orm);
    await rejects(orm.dispose(), /cannot disconnect/);
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
