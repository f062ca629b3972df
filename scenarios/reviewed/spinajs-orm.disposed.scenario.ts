import { scenario } from 'steadyheap';
import { FACTORY_STAYS, loadOrm } from './spinajs/orm.ts';

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
    FACTORY_STAYS,
    {
      versions: '2.0.450+di.2.0.450',
      class: 'Container',
      perIteration: 1,
      retainer: 'Container.children',
      reason: 'the container remembers every child, and the ORM never disposes that of its driver',
    },
  ],
});
