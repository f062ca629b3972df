import { rejects } from 'node:assert/strict';
import { scenario } from 'steadyheap';
import { CHILDREN_STAY, closedAfter, FACTORY_STAYS, loadOrm } from './spinajs/orm.ts';

/** dispose() ends at the first connection that fails to close, so the ones behind it stay open. */
export default scenario('an ORM whose driver fails to disconnect', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450', '2.0.450+di.2.0.268'],
  iterations: 100,
  async setup({ load }) {
    return loadOrm(load, closedAfter('stubborn'));
  },
  async iterate({ DI, Orm }) {
    const orm = await DI.resolve(Orm);
    await rejects(orm.dispose(), /cannot disconnect/);
    DI.uncache(Orm);
  },
  gauges: { openConnections: ({ openConnections }) => openConnections() },
  known: [FACTORY_STAYS, CHILDREN_STAY],
});
