import { scenario } from 'steadyheap';
import { loadOrm } from './spinajs/orm.ts';

const FACTORY_STAYS = 'each ORM registers a factory of connections, which holds it, and dispose() takes none out';

export default scenario('an ORM that connects and is disposed', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450', '2.0.450+di.2.0.268'],
  iterations: 100,
  async setup({ load }) {
    return loadOrm(load, [{ Name: 'main', Driver: 'working' }]);
  },
  async iterate({ DI, Orm }) {
    const orm = await DI.resolve(Orm);
    await orm.dispose();
    DI.uncache(Orm);
  },
  known: [
    { class: 'Orm', perIteration: 1, retainer: 'Container.registry', reason: FACTORY_STAYS },
    {
      versions: '2.0.450+di.2.0.450',
      class: 'Container',
      perIteration: 1,
      retainer: 'Container.children',
      reason: 'the container remembers every child, and the ORM never disposes that of its driver',
    },
  ],
});
