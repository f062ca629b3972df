import { scenario } from 'steadyheap';
import { loadOrm } from './spinajs/orm.ts';

export default scenario('repeated registration of one ORM migration', {
  package: '@spinajs/orm',
  versions: ['2.0.450+di.2.0.450'],
  iterations: 100,
  async setup({ load }) {
    const { DI, Orm, OrmMigration } = await loadOrm(load, []);

    class CreateCustomers_2026_01_01_12_00_00 extends OrmMigration {}

    return { orm: await DI.resolve(Orm), CreateCustomers: CreateCustomers_2026_01_01_12_00_00 };
  },
  iterate({ orm, CreateCustomers }) {
    orm.registerMigration(CreateCustomers);
  },
  gauges: { migrations: ({ orm }) => orm.Migrations.length },
  known: [
    {
      class: 'Object',
      perIteration: 1,
      retainer: 'Orm.Migrations',
      reason: 'registerMigration() adds an entry to the list each time, even for a migration that is in it',
    },
  ],
});
