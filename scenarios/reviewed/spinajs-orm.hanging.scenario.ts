import { setImmediate as turn } from 'node:timers/promises';
import { scenario } from 'steadyheap';
import { CHILDREN_STAY, closedAfter, FACTORY_STAYS, loadOrm } from './spinajs/orm.ts';

/** Whoever waits for dispose() gives up: it never ends, and the connection behind the one that hangs stays open. */
export default scenario('an ORM whose driver hangs when it disconnects', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450', '2.0.450+di.2.0.268'],
  iterations: 100,
  async setup({ load }) {
    return loadOrm(load, closedAfter('hanging'));
  },
  async iterate({ DI, Orm }) {
    const orm = await DI.resolve(Orm);
    await Promise.race([orm.dispose(), turn()]);
    DI.uncache(Orm);
  },
  gauges: { openConnections: ({ openConnections }) => openConnections() },
  known: [FACTORY_STAYS, CHILDREN_STAY],
});
