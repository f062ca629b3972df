import { scenario } from 'steadyheap';
import { loadOrm } from './spinajs/orm.ts';

export default scenario('an ORM that reloads its tables', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450'],
  iterations: 100,
  async setup({ load }) {
    const { DI, Orm } = await loadOrm(load, [{ Name: 'main', Driver: 'working' }]);
    return { orm: await DI.resolve(Orm) };
  },
  async iterate({ orm }) {
    await orm.reloadTableInfo();
    orm.registerDefaultConverters();
    orm.wireRelations();
  },
});
